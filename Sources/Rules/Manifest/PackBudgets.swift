// What the Lua of a pack may use, where its manifest asks for other than the usual.
import EventModel
import LuaRuntime

/// The budgets of a manifest; nil where it says nothing.
public struct PackBudgets: Sendable, Hashable {
    /// Bytes of memory for the pack.
    public var memory: Int?
    /// Wall-clock time of one call.
    public var time: Duration?
    /// VM instructions of one call.
    public var instructions: Int?

    /// The usual budgets.
    public init() {}

    /// The most that a manifest may ask for.
    public static let memoryMax = 1 << 30
    /// The longest that a manifest may ask for, in seconds.
    public static let timeSecondsMax = 60

    init(_ data: DataFile) throws(RuleError) {
        try data.check(["budgets"], known: ["instructions", "memory", "time"], noun: "'budgets'")
        if let text = try data.text(["budgets", "memory"]) {
            guard let memory = Int(byteSize: text), memory >= 1 << 20, memory <= Self.memoryMax else {
                throw data.error(
                    "bad_budget",
                    value: ["budgets", "memory"],
                    "'\(text)' is no budget of memory",
                    hint: "from 1MiB to 1GiB, such as 64MiB"
                )
            }
            self.memory = memory
        }
        if let text = try data.text(["budgets", "time"]) {
            guard let time = Duration(timeSpan: text), time <= .seconds(Self.timeSecondsMax) else {
                throw data.error(
                    "bad_budget",
                    value: ["budgets", "time"],
                    "'\(text)' is no budget of time",
                    hint: "up to \(Self.timeSecondsMax)s, such as 500ms or 2s"
                )
            }
            self.time = time
        }
        switch try data.table(["budgets"])?["instructions"] ?? .nil {
        case .nil: break
        case .integer(let count) where count > 0: instructions = count
        case .number(let count) where count >= 1 && count < 1e15 && count == count.rounded(): instructions = Int(count)
        default:
            throw data.error(
                "bad_budget",
                value: ["budgets", "instructions"],
                "'instructions' must be a whole number above 0"
            )
        }
    }

    /// These limits as far as the manifest asks for nothing else.
    func limits(_ usual: Limits) -> Limits {
        var limits = usual
        if let memory { limits.memory = memory }
        if let time { limits.deadline = time }
        if let instructions { limits.instructions = instructions }
        return limits
    }
}
