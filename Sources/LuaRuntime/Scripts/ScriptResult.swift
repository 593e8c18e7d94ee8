// How one script ended: the record that `brink run` prints.

import EventModel

/// What one script came to.
public struct ScriptResult: Sendable {
    /// How it ended, in the words of the record.
    public enum Outcome: String, Sendable, CaseIterable {
        /// It ran to its end.
        case ok
        /// It does not compile, raised an error, or was interrupted.
        case error
        /// The deadline stopped it.
        case limitTime = "limit_time"
        /// The memory limit stopped it.
        case limitMemory = "limit_memory"
        /// The instruction budget stopped it.
        case limitInstructions = "limit_instructions"
        /// The output limit stopped it.
        case limitOutput = "limit_output"
    }

    /// The script's path or name.
    public let script: String
    /// How it ended.
    public let outcome: Outcome
    /// The first value it returned, nil for none.
    public let value: Value
    /// The failure; its `kind` tells an interruption from an error.
    public let error: LuaError?

    /// A script that ran to its end.
    public init(script: String, value: Value) {
        self.script = script
        self.value = value
        outcome = .ok
        error = nil
    }

    /// A script that failed.
    public init(script: String, error: LuaError) {
        self.script = script
        self.error = error
        value = .nil
        outcome =
            switch error.kind {
            case .memory: .limitMemory
            case .time: .limitTime
            case .instructions: .limitInstructions
            case .output: .limitOutput
            case .syntax, .runtime, .interrupted: .error
            }
    }

    /// The failure on one line with its place, nil where there was none.
    public var message: String? {
        guard let error else { return nil }
        return error.location.map { "\($0): \(error.message)" } ?? error.message
    }

    /// The record as a line of JSON: `script`, `outcome`, `value`, `message`, in this order.
    public var jsonLine: String {
        let message = self.message.map { Value.string($0) } ?? .nil
        let fields = [("script", Value.string(script)), ("outcome", .string(outcome.rawValue)), ("value", value)]
        let parts = (fields + [("message", message)]).map { "\"\($0.0)\":\($0.1.jsonText)" }
        return "{\(parts.joined(separator: ","))}"
    }
}
