// Views as Lua values: they print themselves, and are saved as pictures.
import LuaRuntime
import Rendering

/// A view that scripts hold.
struct ViewObject: HostObject {
    static let luaTypeName = "view"
    let view: any EventView
    var luaDescription: String { "view: \(view.title)" }
}

extension Library {
    /// The types of views, rules and actors.
    static let views = Library(
        "",
        "What commands return.",
        functions: [],
        types: [
            LuaType(
                "view",
                "A picture of events; it prints itself.",
                methods: [
                    LuaFunction("save", "(path: string)", "Writes it to a file: .svg, .html, or text.") { arguments in
                        let object: ViewObject = try arguments.object(1)
                        let path = try arguments.string(2)
                        let text = object.view.text(width: Look.fileWidth, style: .plain) + "\n"
                        try Delivery.write(
                            Delivery.picture(object.view, in: path) ?? text,
                            to: path,
                            appends: false
                        )
                        return []
                    }
                ],
                properties: [
                    LuaType.property(ViewObject.self, "title", "string", "What it shows.") { object, _ in
                        .string(object.view.title)
                    }
                ]
            ),
            .rules, .rule, .actorList, .fieldSummaries,
        ]
    )
}
