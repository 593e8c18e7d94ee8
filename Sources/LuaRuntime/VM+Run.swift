// Running Lua: texts, functions, lines of a REPL.

import CSandbox

/// What a line of a REPL gave.
public enum Evaluation: Sendable, Equatable {
    /// The values of an expression, or what a statement returned.
    case values([Value])
    /// The text ends too early: ask for another line.
    case unfinished
}

extension VM {
    /// Runs a text and returns what it returns.
    ///
    /// `chunk` is the name that errors show: a path, `stdin`, `repl:3`. Results that cannot cross are an error, or
    /// opaque text where they are only to be shown.
    @discardableResult
    public func run(_ source: String, chunk: String, showing: Bool = false) throws(LuaError) -> [Value] {
        try perform { () throws(LuaError) in
            sources.keep(source, chunk: chunk)
            return try execute(source, chunk: chunk, flags: showing ? BRINK_RUN_SHOW : 0)
        }
    }

    /// Lets scripts get what a text returns by `require`; the text runs once, when it is first asked for.
    ///
    /// Without a text there is only `require` itself, which then knows no module of that name.
    public func addModule(_ name: String, source: String?, chunk: String) throws(LuaError) {
        try perform { () throws(LuaError) in
            if let source { sources.keep(source, chunk: chunk) }
            try withFailure { (failure) throws(LuaError) in
                let kind = withSource(source ?? "") { bytes, count in
                    brink_vm_add_module(handle, source == nil ? nil : name, bytes, count, "@\(chunk)", failure)
                }
                if kind != Int32(BRINK_OK) { throw error(from: failure, chunk: chunk) }
            }
        }
    }

    /// Compiles a text without running it.
    public func compile(_ source: String, chunk: String) throws(LuaError) {
        try perform { () throws(LuaError) in
            sources.keep(source, chunk: chunk)
            try compileHere(source, chunk: chunk)
        }
    }

    /// Evaluates a line of a REPL: an expression, or statements.
    public func evaluate(_ source: String, chunk: String) throws(LuaError) -> Evaluation {
        try perform { () throws(LuaError) in
            sources.keep(source, chunk: chunk)
            do throws(LuaError) {
                try compileHere("return " + source, chunk: chunk)
            } catch {
                guard error.kind == .syntax else { throw error }
                do throws(LuaError) {
                    return .values(try execute(source, chunk: chunk, flags: BRINK_RUN_SHOW))
                } catch {
                    if error.isUnfinished { return .unfinished }
                    throw error
                }
            }
            return .values(try execute("return " + source, chunk: chunk, flags: BRINK_RUN_SHOW))
        }
    }

    /// Calls a function of this VM with arguments and returns its results.
    @discardableResult
    public func call(_ function: FunctionReference, _ arguments: [Value] = []) throws(LuaError) -> [Value] {
        try perform { () throws(LuaError) in
            try send(arguments) { (plain, failure) throws(LuaError) in
                try receive(chunk: nil, failure) { results, failure in
                    brink_vm_call(handle, function.reference, plain, 0, results, failure)
                }
            }
        }
    }

    /// What `tostring` says of a value, run under the VM's limits.
    public func text(of value: Value) throws(LuaError) -> String {
        try perform { () throws(LuaError) in
            let texts = try send([value]) { (plain, failure) throws(LuaError) in
                try receive(chunk: nil, failure) { results, failure in brink_vm_text(handle, plain, results, failure) }
            }
            switch texts.first {
            case .string(let text): return text
            case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
            default: return ""
            }
        }
    }
}

// All on the VM's thread.
extension VM {
    private func execute(_ source: String, chunk: String, flags: Int) throws(LuaError) -> [Value] {
        try withFailure { (failure) throws(LuaError) in
            try receive(chunk: chunk, failure) { results, failure in
                withSource(source) { bytes, count in
                    brink_vm_run(handle, bytes, count, "@\(chunk)", Int32(flags), results, failure)
                }
            }
        }
    }

    private func compileHere(_ source: String, chunk: String) throws(LuaError) {
        try withFailure { (failure) throws(LuaError) in
            let kind = withSource(source) { bytes, count in
                brink_vm_compile(handle, bytes, count, "@\(chunk)", failure)
            }
            if kind != Int32(BRINK_OK) { throw error(from: failure, chunk: chunk) }
        }
    }

    private func withSource<Result>(_ source: String, _ body: (UnsafePointer<CChar>?, Int) -> Result) -> Result {
        var source = source
        return source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) }
        }
    }

    func withFailure<Result>(_ body: (OpaquePointer) throws(LuaError) -> Result) throws(LuaError) -> Result {
        guard let failure = brink_failure_create() else { throw LuaError(kind: .memory, message: "no memory left") }
        defer { brink_failure_free(failure) }
        return try body(failure)
    }

    // Makes plain data of values for a call into C.
    func send<Result>(
        _ values: [Value],
        _ body: (UnsafeMutablePointer<brink_message>, OpaquePointer) throws(LuaError) -> Result
    ) throws(LuaError) -> Result {
        try withFailure { (failure) throws(LuaError) in
            var message = brink_message()
            brink_message_open(&message, handle)
            message.owns_objects = true
            defer { brink_message_close(&message) }
            do throws(MessageCoding.UnknownType) {
                for value in values { try bridge.coding.encode(value, into: &message) }
            } catch {
                throw LuaError(kind: .runtime, message: error.description)
            }
            if message.failed { throw LuaError(kind: .memory, message: "memory limit reached") }
            return try body(&message, failure)
        }
    }

    // Takes the results of a call into C, or its failure.
    func receive(
        chunk: String?,
        _ failure: OpaquePointer,
        _ body: (UnsafeMutablePointer<brink_message>, OpaquePointer) -> Int32
    ) throws(LuaError) -> [Value] {
        var message = brink_message()
        brink_message_open(&message, handle)
        defer { brink_message_close(&message) }
        guard body(&message, failure) == Int32(BRINK_OK) else { throw error(from: failure, chunk: chunk) }
        return bridge.coding.decode(&message)
    }
}
