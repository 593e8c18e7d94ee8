// Globals, libraries and types of a VM.

import CSandbox

extension VM {
    /// Sets a global, or a field where the name has dots (`config.level`); tables between are made.
    ///
    /// Not subject to the globals policy, which is for scripts.
    public func setGlobal(_ path: String, to value: Value) throws(LuaError) {
        try perform { () throws(LuaError) in
            try send([value]) { (plain, failure) throws(LuaError) in
                guard brink_vm_set(handle, path, plain, failure) == Int32(BRINK_OK) else {
                    throw error(from: failure, chunk: nil)
                }
            }
        }
    }

    /// The value of a global, or of a field where the name has dots; nil where there is none.
    public func global(_ path: String, showing: Bool = false) throws(LuaError) -> Value {
        try perform { () throws(LuaError) in
            try withFailure { (failure) throws(LuaError) in
                try receive(chunk: nil, failure) { results, failure in
                    brink_vm_get(handle, path, Int32(showing ? BRINK_RUN_SHOW : 0), results, failure)
                }
            }
        }.first ?? .nil
    }

    /// The names in the table at a path, sorted; the globals for the empty path.
    ///
    /// For completion.
    public func names(in path: String = "") throws(LuaError) -> [String] {
        try perform { () throws(LuaError) in
            let names = try withFailure { (failure) throws(LuaError) in
                try receive(chunk: nil, failure) { results, failure in brink_vm_names(handle, path, results, failure) }
            }
            return names.compactMap { if case .string(let name) = $0 { name } else { nil } }.sorted()
        }
    }

    /// Adds a library that is not in the registry, such as one made for a single run.
    public func add(_ library: Library) throws(LuaError) {
        try perform { () throws(LuaError) in
            for type in library.types where !type.isNative { try register(type) }
            for function in library.functions where function.implementation != nil {
                let index = index(of: function)
                try withFailure { (failure) throws(LuaError) in
                    guard brink_vm_register(handle, library.path(of: function), index, failure) == Int32(BRINK_OK)
                    else {
                        throw error(from: failure, chunk: nil)
                    }
                }
            }
        }
    }

    // The number that C knows a function by.
    private func index(of function: LuaFunction) -> Int32 {
        bridge.functions.append(function)
        return Int32(bridge.functions.count - 1)
    }

    private func register(_ type: LuaType) throws(LuaError) {
        let number = UInt32(bridge.coding.typeNumbers.count)
        bridge.coding.typeNumbers[type.name] = number
        let names = CNames()
        let methods = type.methods.map { brink_member(name: names.keep($0.name), function: index(of: $0)) }
        let properties = type.properties.map { brink_member(name: names.keep($0.name), function: index(of: $0)) }
        let operators = (type.operators + Self.missingOperators(of: type)).map {
            brink_member(name: names.keep($0.name), function: index(of: $0))
        }
        try withFailure { (failure) throws(LuaError) in
            let kind = methods.withUnsafeBufferPointer { methods in
                properties.withUnsafeBufferPointer { properties in
                    operators.withUnsafeBufferPointer { operators in
                        var plain = brink_type(
                            type: number,
                            name: names.keep(type.name),
                            methods: methods.baseAddress,
                            method_count: methods.count,
                            properties: properties.baseAddress,
                            property_count: properties.count,
                            operators: operators.baseAddress,
                            operator_count: operators.count
                        )
                        return brink_vm_register_type(handle, &plain, failure)
                    }
                }
            }
            if kind != Int32(BRINK_OK) { throw error(from: failure, chunk: nil) }
        }
    }

    // Every object can be printed.
    private static func missingOperators(of type: LuaType) -> [LuaFunction] {
        guard !type.operators.contains(where: { $0.name == "__tostring" }) else { return [] }
        return [
            LuaFunction("__tostring", "() -> string", "Its description.") { arguments in
                guard case .object(let object) = arguments[1] else {
                    throw arguments.mismatch(1, expected: type.name)
                }
                return [.string(object.luaDescription)]
            }
        ]
    }
}

// C strings that live as long as this does.
private final class CNames {
    private var names: [UnsafeMutablePointer<CChar>] = []

    func keep(_ name: String) -> UnsafePointer<CChar> {
        let bytes = name.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (offset, byte) in bytes.enumerated() { copy[offset] = byte }
        names.append(copy)
        return UnsafePointer(copy)
    }

    deinit {
        for name in names { name.deallocate() }
    }
}
