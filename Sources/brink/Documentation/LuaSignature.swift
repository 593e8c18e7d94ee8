// The signature of a function as the registry has it, taken apart.

/// Parameters and results of a signature such as `(n: number, unit: string?) -> duration`.
struct LuaSignature {
    /// A parameter: its name, its type, whether it may be left out.
    struct Parameter: Equatable {
        var name: String
        var type: String
        var isOptional: Bool
    }

    /// The parameters, in order.
    private(set) var parameters: [Parameter] = []
    /// The types of the results; empty where there are none.
    private(set) var results: [String] = []

    /// Takes a signature apart; what has no type is `any`.
    init(_ text: String) {
        guard text.hasPrefix("("), let close = Self.closing(text) else {
            results = [text.hasPrefix("-> ") ? String(text.dropFirst(3)) : text]
            return
        }
        let inside = text[text.index(after: text.startIndex)..<close]
        for (place, part) in Self.parts(inside).enumerated() { parameters.append(Self.parameter(part, place: place)) }
        let rest = text[text.index(after: close)...].drop { $0 == " " }
        guard rest.hasPrefix("->") else { return }
        let result = String(rest.dropFirst(2).drop { $0 == " " })
        // What a call gives that is called again is itself a signature.
        results = result.hasPrefix("(") ? [result] : Self.parts(result[...])
        if results == ["nil"] { results = [] }
    }

    private static func parameter(_ text: String, place: Int) -> Parameter {
        if text == "…" || text == "..." { return Parameter(name: "...", type: "any", isOptional: false) }
        let colon = text.firstIndex(of: ":")
        var name = colon.map { String(text[..<$0]) } ?? text
        var type = colon.map { String(text[text.index(after: $0)...].drop { $0 == " " }) } ?? "any"
        var isOptional = false
        if name.hasSuffix("?") {
            name.removeLast()
            isOptional = true
        }
        if type.hasSuffix("?") {
            type.removeLast()
            isOptional = true
        }
        if name.hasPrefix("{") || name == "table" {
            // A table without a name, with or without its fields.
            type = name.hasPrefix("{") ? text : "table"
            name = "fields"
        }
        if keywords.contains(name) { name += "_" }
        return Parameter(name: name, type: type, isOptional: isOptional)
    }

    private static let keywords: Set<String> = ["end", "function", "in", "local", "not", "repeat", "until"]

    /// The parenthesis that closes the first.
    private static func closing(_ text: String) -> String.Index? {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// The parts between commas that stand in no brackets.
    private static func parts(_ text: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for letter in text {
            if "({[".contains(letter) { depth += 1 }
            if ")}]".contains(letter) { depth -= 1 }
            if letter == ",", depth == 0 {
                parts.append(part)
                part = ""
            } else {
                part.append(letter)
            }
        }
        parts.append(part)
        return parts.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
}
