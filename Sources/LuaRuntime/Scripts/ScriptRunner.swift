// Runs plain scripts one after the other, each in a VM of its own.

/// Runs scripts so that no global of one is ever seen by the next.
public struct ScriptRunner: Sendable {
    private let limits: Limits
    private let registry: Registry
    private let output: @Sendable ([UInt8]) -> Void

    /// A runner; for a stranger's scripts give it tight limits and a registry that reaches nothing of value.
    public init(
        limits: Limits = Limits(),
        registry: Registry = .standard,
        output: @escaping @Sendable ([UInt8]) -> Void = standardOutput
    ) {
        self.limits = limits
        self.registry = registry
        self.output = output
    }

    /// Runs one script.
    ///
    /// `onStart` gets its VM before the first line runs, so that Ctrl-C can reach it.
    public func run(_ source: String, script: String, onStart: (VM) -> Void = { _ in }) -> ScriptResult {
        do throws(LuaError) {
            let vm = try VM(limits: limits, globals: .script, registry: registry, output: output)
            onStart(vm)
            let values = try vm.run(source, chunk: script, showing: true)
            return ScriptResult(script: script, value: values.first ?? .nil)
        } catch {
            return ScriptResult(script: script, error: error)
        }
    }

    /// Runs one script as it lies in its file; bytes that are not UTF-8 are an error at their line.
    public func run(bytes: [UInt8], script: String, onStart: (VM) -> Void = { _ in }) -> ScriptResult {
        if let source = String(validating: bytes, as: UTF8.self) {
            return run(source, script: script, onStart: onStart)
        }
        return ScriptResult(script: script, error: Self.encodingError(bytes, script: script))
    }

    private static func encodingError(_ bytes: [UInt8], script: String) -> LuaError {
        if bytes.first == 0x1B {
            return LuaError(
                kind: .syntax,
                message: "only text can be run, not binary chunks",
                location: .init(file: script)
            )
        }
        // The first line that does not read on its own; a newline byte is never part of another character.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return LuaError(
            kind: .syntax,
            message: "the script is not UTF-8",
            location: .init(file: script, line: line.map { $0 + 1 }),
            hint: "save it as UTF-8"
        )
    }
}
