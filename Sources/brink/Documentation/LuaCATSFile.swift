// `brink.d.lua`: what Lua can use here, in the annotations that lua-language-server reads (LuaCATS).
import EventModel
import LuaRuntime
import Rules

/// The definition file.
struct LuaCATSFile {
    /// What Lua can use.
    let registry: Registry
    /// The values of modes and contexts.
    let ontology: Ontology

    /// What every editor knows of Lua 5.4 by itself.
    private static let known: Set<String> = [
        "assert", "collectgarbage", "coroutine", "error", "getmetatable", "ipairs", "load", "math", "next", "os",
        "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "require", "select", "setmetatable",
        "string", "table", "tonumber", "tostring", "type", "utf8", "xpcall",
    ]

    private var libraries: [Library] {
        registry.libraries.filter { !Self.known.contains($0.name) }
    }

    private var types: [LuaType] { registry.libraries.flatMap(\.types) }

    /// The file.
    var text: String {
        let globals = libraries.flatMap { library in
            library.name.isEmpty
                ? library.functions.map(\.name).filter { !Self.known.contains($0) }
                : [library.name.split(separator: ".").first.map(String.init) ?? library.name]
        }
        var lines = [
            "---@meta brink", "-- What Lua can use in Brink. Made by 'brink doc --luacats'; do not edit.",
            "-- luacheck: no unused args", "-- luacheck: no max line length",
        ]
        lines += Self.unique(globals).map { "-- luacheck: globals \($0)" } + [""]
        lines += LuaCATSVocabulary(ontology: ontology).lines
        for type in types { lines += classLines(type) }
        var declared: Set<String> = []
        for library in libraries {
            if !library.name.isEmpty, declared.insert(library.name).inserted {
                lines += ["---\(library.summary)", "\(library.name) = {}", ""]
            }
            for function in library.functions where !Self.known.contains(library.path(of: function)) {
                guard declared.insert(library.path(of: function)).inserted else { continue }
                lines += functionLines(function, path: library.path(of: function))
            }
        }
        return lines.joined(separator: "\n")
    }

    // MARK: types

    /// The class of a type, as annotations name it.
    private func className(_ name: String) -> String { "brink." + name.replacing(" ", with: "_") }

    /// A type of the registry's signatures in the words of LuaCATS.
    private func type(_ text: String) -> String {
        var result = text
        // Longer names first: 'actors' has 'actor' in it.
        for name in types.map(\.name).sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
            result = Self.replacingWord(name, in: result, with: className(name))
        }
        for (word, annotation) in [("iterator", "fun(): any"), ("f: function", "function")] {
            result = Self.replacingWord(word, in: result, with: annotation)
        }
        // What is called again with a table: `rule "name" { … }`.
        if result.hasPrefix("(") { return "fun(fields: table): any" }
        return result.replacing(" | ", with: "|").replacing(" = ", with: ": ")
    }

    private static func replacingWord(_ word: String, in text: String, with replacement: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.range(of: word) {
            let before = rest[..<range.lowerBound].last ?? result.last
            let after = rest[range.upperBound...].first
            // What stands before a sign of equality is the name of a field.
            let isName = rest[range.upperBound...].drop { $0 == " " }.first == "="
            let isWhole = !(before.map(isWordLetter) ?? false) && !(after.map(isWordLetter) ?? false) && !isName
            result += rest[..<range.lowerBound] + (isWhole ? replacement : word)
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    private static func isWordLetter(_ letter: Character) -> Bool {
        letter.isLetter || letter.isNumber || letter == "_" || letter == "." || letter == "\""
    }

    private func classLines(_ luaType: LuaType) -> [String] {
        var lines = ["---\(luaType.summary)", "---@class \(className(luaType.name))"]
        for property in luaType.properties {
            let result = LuaSignature(property.signature).results.first ?? "any"
            lines.append("---@field \(property.name) \(type(result)) \(property.summary)")
        }
        for operation in luaType.operators {
            let signature = LuaSignature(operation.signature)
            let result = signature.results.first.map(type) ?? "any"
            switch operation.name {
            case "__index": lines.append("---@field [integer] \(result)")
            case "__len": lines.append("---@operator len: \(result)")
            case "__call": lines.append("---@overload fun(\(parameters(signature))): \(result)")
            case "__add", "__sub", "__mul", "__div", "__unm", "__concat":
                let operand = signature.parameters.last.map { "(\(type($0.type)))" } ?? ""
                lines.append("---@operator \(operation.name.dropFirst(2))\(operand): \(result)")
            default: break
            }
        }
        for method in luaType.methods {
            let signature = LuaSignature(method.signature)
            let own = "self: \(className(luaType.name))"
            let rest = parameters(signature)
            let results = signature.results.map(type).joined(separator: ", ")
            lines.append(
                "---@field \(method.name) fun(\(rest.isEmpty ? own : own + ", " + rest))"
                    + (results.isEmpty ? "" : ": \(results)") + " \(method.summary)"
            )
        }
        return lines + [""]
    }

    private func parameters(_ signature: LuaSignature) -> String {
        signature.parameters.map { "\($0.name)\($0.isOptional ? "?" : ""): \(type($0.type))" }.joined(separator: ", ")
    }

    // MARK: functions

    private func functionLines(_ function: LuaFunction, path: String) -> [String] {
        let signature = LuaSignature(function.signature)
        var lines = ["---\(function.summary)"]
        guard function.signature.hasPrefix("(") else {
            return lines + ["---@type \(type(signature.results.first ?? "any"))", "\(path) = nil", ""]
        }
        for example in function.examples {
            lines += ["---```lua", "---\(example.code.replacing("\n", with: "\n---"))", "---```"]
        }
        let tables = LuaCATSVocabulary.tables[path]
        for parameter in signature.parameters {
            let annotation = parameter.type == "table" ? tables?.parameter ?? "table" : type(parameter.type)
            lines.append("---@param \(parameter.name)\(parameter.isOptional ? "?" : "") \(annotation)")
        }
        for (place, result) in signature.results.enumerated() {
            lines.append("---@return \(place == 0 ? tables?.result ?? type(result) : type(result))")
        }
        lines.append("function \(path)(\(signature.parameters.map(\.name).joined(separator: ", "))) end")
        return lines + [""]
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
