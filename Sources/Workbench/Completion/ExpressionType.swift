// The type of a half-typed expression, from live values and the signatures of the registry; nothing is called.
import LuaRuntime

/// Works out what stands before a dot or a colon.
struct ExpressionType {
    let vm: VM

    /// The name of the type of the expression that ends here, and its path where it is one of plain names.
    func type(endingAt tokens: [LuaToken]) -> (type: String?, path: String?)? {
        guard let start = start(of: tokens) else { return nil }
        let chain = Array(tokens[start...])
        if chain[0].kind == .name {
            return follow(chain, from: 1, path: chain[0].text, type: typeName(of: chain[0].text))
        }
        if case .string = chain[0].kind { return follow(chain, from: 1, path: nil, type: "string") }
        return nil
    }

    private func typeName(of path: String) -> String? {
        guard let value = try? vm.global(path, showing: true) else { return nil }
        if case .handle(let handle) = value { return Self.handleTypes[handle.kind] ?? value.typeName }
        return value.typeName
    }

    private static let handleTypes: [UInt32: String] = [
        EventKind.event: "event", EventKind.date: "date", EventKind.duration: "duration",
        EventKind.actors: "actors", EventKind.actor: "actor",
    ]

    /// Goes along `.name`, `:name(…)`, `(…)`, `{…}`, `[…]`.
    private func follow(_ chain: [LuaToken], from start: Int, path: String?, type: String?)
        -> (type: String?, path: String?)?
    {
        var (place, path, type) = (start, path, type)
        while place < chain.count {
            let token = chain[place]
            if token.isSign(".") || token.isSign(":"), place + 1 < chain.count, chain[place + 1].kind == .name {
                let name = chain[place + 1].text
                let isMethod = token.isSign(":")
                let owner = type
                path = isMethod ? nil : path.map { "\($0).\(name)" }
                type = member(name, of: owner, isMethod: isMethod) ?? path.flatMap(typeName)
                place += 2
            } else if token.isSign("[") {
                place = end(of: chain, from: place)
                type = type.flatMap { result(of: operators($0, "__index")) }
                path = nil
            } else if token.isSign("(") || token.isSign("{") {
                place = end(of: chain, from: place)
                if let function = path.flatMap({ vm.registry.entry($0)?.function }) { type = result(of: function) }
                path = nil
            } else if case .string = token.kind {
                place += 1
                path = nil
            } else {
                return nil
            }
        }
        return (type == "nil" ? nil : type, path)
    }

    private func types(_ name: String) -> [LuaType] {
        vm.registry.libraries.flatMap(\.types).filter { $0.name == name }
    }

    private func member(_ name: String, of owner: String?, isMethod: Bool) -> String? {
        guard let owner else { return nil }
        let members = types(owner).flatMap { isMethod ? $0.methods : $0.properties }
        return members.first { $0.name == name }.flatMap { isMethod ? result(of: $0) : Self.plain($0.signature) }
    }

    private func operators(_ type: String, _ name: String) -> LuaFunction? {
        types(type).flatMap(\.operators).first { $0.name == name }
    }

    /// The first type of a signature's results: `numbers` of `() -> numbers|table`.
    private func result(of function: LuaFunction?) -> String? {
        guard let function, let arrow = function.signature.ranges(of: "->").last else { return nil }
        return Self.plain(String(function.signature[arrow.upperBound...]))
    }

    private static func plain(_ type: String) -> String? {
        let name = type.replacing("->", with: "").drop { $0 == " " }.prefix { $0.isNamePart }
        return name.isEmpty ? nil : String(name)
    }

    /// The place after the bracket that closes the one here.
    private func end(of chain: [LuaToken], from start: Int) -> Int {
        var depth = 0
        for place in start..<chain.count where chain[place].kind == .sign {
            if "([{".contains(chain[place].text) { depth += 1 }
            if ")]}".contains(chain[place].text) { depth -= 1 }
            if depth == 0 { return place + 1 }
        }
        return chain.count
    }

    /// The place at which the expression begins whose last token is the last of these.
    private func start(of tokens: [LuaToken]) -> Int? {
        var place = tokens.count - 1
        while place >= 0 {
            let token = tokens[place]
            if token.isSign(")") || token.isSign("]") || token.isSign("}") {
                var depth = 0
                while place >= 0 {
                    if tokens[place].kind == .sign, ")]}".contains(tokens[place].text) { depth += 1 }
                    if tokens[place].kind == .sign, "([{".contains(tokens[place].text) { depth -= 1 }
                    if depth == 0 { break }
                    place -= 1
                }
                place -= 1
                continue
            }
            if case .string = token.kind, place > 0, tokens[place - 1].kind == .name {
                place -= 1
                continue
            }
            guard token.kind == .name || token.kind == .string(isClosed: true) else { return nil }
            if place > 0, tokens[place - 1].isSign(".") || tokens[place - 1].isSign(":") {
                place -= 2
                continue
            }
            return place
        }
        return nil
    }
}
