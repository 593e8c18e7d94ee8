// Pictures and tables as one HTML page that needs nothing else: no network, no scripts, dark or light.
import EventModel

/// A self-contained page.
public struct ViewPage: Sendable {
    private let title: String
    private var sections: [String] = []

    /// An empty page.
    public init(title: String) { self.title = title }

    /// Adds a picture.
    public mutating func add(_ view: any EventView) {
        let svg = view.drawing.svg(title: view.title, isFile: false)
        sections.append(
            "<section><h2>\(Markup.escaped(view.title))</h2>\n<div class=\"scroll\">\(svg)</div>"
                + "<p>\(Markup.escaped(view.legend))</p></section>"
        )
    }

    /// Adds alerts, each of which opens to its events with their sentences, where they are at hand by their ids.
    public mutating func add(_ alerts: [Alert], events: [String: Event]) {
        guard !alerts.isEmpty else { return }
        sections.append(AlertSection(alerts: alerts, events: events).html)
    }

    /// Adds rows under a heading.
    public mutating func add(_ rows: [some RecordConvertible], heading: String) {
        guard let first = rows.first else { return }
        let names = first.tableRecord.members.map(\.key)
        let head = names.map { "<th>\(Markup.escaped($0))</th>" }.joined()
        let body = rows.map { row in
            let record = row.tableRecord
            return "<tr>" + names.map { "<td>\(Markup.escaped(record[$0]?.cell ?? ""))</td>" }.joined() + "</tr>"
        }
        sections.append(
            "<section><h2>\(Markup.escaped(heading))</h2>\n<div class=\"scroll\"><table><thead><tr>\(head)</tr></thead>"
                + "<tbody>\n\(body.joined(separator: "\n"))\n</tbody></table></div></section>"
        )
    }

    /// The page.
    public var html: String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(Markup.escaped(title))</title>
        <style>\(Self.style)\(Drawing.style)\(AlertSection.style)</style></head>
        <body class="brink"><h1>\(Markup.escaped(title))</h1>
        \(sections.joined(separator: "\n"))
        </body></html>

        """
    }

    private static let style = """
        :root{color-scheme:light dark}body.brink{background:var(--ground);color:var(--text);max-width:960px;\
        margin:2rem auto;padding:0 1rem;font:15px/1.5 system-ui,sans-serif}h1{font-size:1.5rem}h2{font-size:1.1rem}\
        p{color:var(--faint)}.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:13px}\
        th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--axis);vertical-align:top}
        """
}
