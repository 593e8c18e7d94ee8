// Takes from a pack's VM what its manifest does not ask for.
import EventModel
import LuaRuntime

/// Refuses powers.
enum PackPowers {
    /// Libraries that take the place of functions which a pack without these powers must not call.
    static func refusals(_ powers: Set<PackCapability>) -> [Library] {
        var libraries: [Library] = []
        if !powers.contains(.print) { libraries.append(Library("", "Refused.", functions: [refusal(.print, "print")])) }
        if !powers.contains(.clock) {
            let functions = ["clock", "date", "time"].map { refusal(.clock, $0, in: "os.") }
            libraries.append(Library("os", "Refused.", functions: functions))
        }
        return libraries
    }

    private static func refusal(_ power: PackCapability, _ name: String, in table: String = "") -> LuaFunction {
        LuaFunction(name, "()", "Refused.") { _ in
            throw ArgumentError("\(table)\(name) needs the capability '\(power.rawValue)' in pack.lua")
        }
    }
}

extension RuleError {
    /// A pack does what its manifest does not ask for.
    static func missing(_ power: PackCapability, _ what: String, _ file: String) -> RuleError {
        RuleError(
            code: "no_capability",
            message: "\(what), and its manifest does not ask for the capability '\(power.rawValue)'",
            location: SourceLocation(file: file),
            hint: "capabilities = { \"\(power.rawValue)\" } in pack.lua"
        )
    }
}
