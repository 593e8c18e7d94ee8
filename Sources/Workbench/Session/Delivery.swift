// Where an answer goes: to the screen, or to the file that `.output` or `.once` named.
import Foundation
import LuaRuntime
import Rendering

/// Turns the values of a reply into text and takes it where it belongs.
struct Delivery {
    let session: Session
    /// The file, nil for the screen.
    let target: String?

    /// The reply as it is to be printed; nothing is left of it where it went to a file.
    func deliver(_ reply: Session.Reply) throws -> Session.Reply {
        guard let target, !reply.isError else { return printed(reply, session.look) }
        let look = Look(width: Look.fileWidth, style: .plain, rowCountMax: Look.fileRowCountMax)
        if let page = picture(reply, in: target) {
            try Self.write(page, to: target, appends: false)
        } else {
            let text = printed(reply, look).text
            guard !text.isEmpty else { return reply }
            try Self.write(text + "\n", to: target, appends: true)
        }
        return Session.Reply(text: "", isEnd: reply.isEnd)
    }

    private func printed(_ reply: Session.Reply, _ look: Look) -> Session.Reply {
        guard !reply.values.isEmpty else { return reply }
        let printer = ValuePrinter(vm: session.vm, look: look, mode: session.state.printing.mode)
        var reply = reply
        let texts = reply.values.map(printer.text) + [reply.text]
        reply.text = texts.filter { !$0.isEmpty }.joined(separator: "\n")
        return reply
    }

    /// The reply as SVG or HTML, where the file is one and the reply is a view.
    private func picture(_ reply: Session.Reply, in path: String) -> String? {
        guard case .object(let object)? = reply.values.first, let view = (object as? ViewObject)?.view else {
            return nil
        }
        return Self.picture(view, in: path)
    }

    /// A view as SVG or HTML by a path's extension, nil for any other.
    static func picture(_ view: any EventView, in path: String) -> String? {
        if path.hasSuffix(".svg") { return view.drawing.svg(title: view.title) }
        guard path.hasSuffix(".html") else { return nil }
        var page = ViewPage(title: view.title)
        page.add(view)
        return page.html
    }

    /// Writes a text to a file, at its end or in its place.
    static func write(_ text: String, to path: String, appends: Bool) throws {
        let path = path.hasPrefix("~/") ? NSHomeDirectory() + path.dropFirst() : path
        let mode = appends ? "a" : "w"
        guard let file = fopen(path, mode) else { throw ArgumentError("\(path) cannot be written") }
        defer { fclose(file) }
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw ArgumentError("\(path) could not be written to its end")
        }
    }
}
