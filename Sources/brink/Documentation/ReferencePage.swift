// The reference of everything that Lua can call, made from the one registry.
import LuaRuntime
import Rendering

/// The reference page.
struct ReferencePage {
    /// What Lua can use.
    let registry: Registry

    /// The page: a section for each library, then one for each type.
    var document: Page {
        var document = Page(
            title: "Brink's Lua",
            blocks: [
                .paragraph([
                    "Everything that rules, scripts and the session can call. Examples are run as tests. ",
                    "In a session, ", .code("?name"), " shows the same.",
                ])
            ]
        )
        for library in registry.libraries where !library.functions.isEmpty {
            document.blocks.append(.heading(2, library.name.isEmpty ? library.summary : library.name))
            if !library.name.isEmpty { document.blocks.append(.paragraph([.text(library.summary)])) }
            for function in library.functions {
                document.blocks += Self.blocks(function, name: library.path(of: function))
            }
        }
        for type in registry.libraries.flatMap(\.types) {
            document.blocks += [.heading(2, "Type: \(type.name)"), .paragraph([.text(type.summary)])]
            document.blocks += Self.blocks(type)
        }
        return document
    }

    private static func blocks(_ type: LuaType) -> [Page.Block] {
        var blocks: [Page.Block] = []
        if !type.properties.isEmpty {
            let rows: [[[Page.Inline]]] = type.properties.map { property in
                let examples = property.examples.map { "\($0.code) gives \($0.result)" }
                return [
                    [.code(property.name)], [.code(result(property.signature))],
                    [.text(property.summary)] + (examples.isEmpty ? [] : [.text(" "), .code(examples[0])]),
                ]
            }
            blocks.append(.table(header: ["field", "type", "what it is"], rows: rows))
        }
        for method in type.methods { blocks += Self.blocks(method, name: "\(type.name):\(method.name)") }
        if !type.operators.isEmpty {
            let rows: [[[Page.Inline]]] = type.operators.map {
                [[.code($0.name)], [.code($0.signature)], [.text($0.summary)]]
            }
            blocks.append(.table(header: ["operator", "signature", "what it does"], rows: rows))
        }
        return blocks
    }

    private static func blocks(_ function: LuaFunction, name: String) -> [Page.Block] {
        let isValue = !function.signature.hasPrefix("(")
        let heading = isValue ? "\(name): \(result(function.signature))" : name + function.signature
        var blocks: [Page.Block] = [.heading(3, heading), .paragraph([.text(function.summary)])]
        if !function.examples.isEmpty {
            let lines = function.examples.map { "\($0.code)\n--> \($0.result)" }
            blocks.append(.code(lines.joined(separator: "\n"), language: "lua"))
        }
        return blocks
    }

    /// `-> number` and `number` as `number`.
    private static func result(_ signature: String) -> String {
        signature.hasPrefix("-> ") ? String(signature.dropFirst(3)) : signature
    }
}
