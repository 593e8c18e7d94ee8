// A page of text with headings, lists, tables and code, which can be printed as Markdown or as HTML.

/// A page.
public struct Page: Sendable {
    /// What the page is about.
    public var title: String
    /// What is on it, in order.
    public var blocks: [Block]

    /// A piece of a page.
    public enum Block: Sendable {
        /// A heading; level 2 is the first below the title.
        case heading(Int, String)
        case paragraph([Inline])
        case list([[Inline]])
        /// Code or another text whose lines and spaces count.
        case code(String, language: String)
        case quote([Inline])
        case table(header: [String], rows: [[[Inline]]])
    }

    /// A piece of a line.
    public enum Inline: Sendable, ExpressibleByStringLiteral {
        case text(String)
        case strong(String)
        case code(String)
        /// A link; the target is relative to the page.
        case link(String, target: String)

        /// Plain text.
        public init(stringLiteral value: String) { self = .text(value) }
    }

    /// A page of blocks.
    public init(title: String, blocks: [Block] = []) {
        self.title = title
        self.blocks = blocks
    }

    // MARK: Markdown

    /// The page as CommonMark with tables, as GitHub reads it.
    public var markdown: String {
        (["# \(Self.markdown(title))"] + blocks.map(Self.markdown)).joined(separator: "\n\n") + "\n"
    }

    private static func markdown(_ block: Block) -> String {
        switch block {
        case .heading(let level, let text): return String(repeating: "#", count: level) + " " + markdown(text)
        case .paragraph(let parts): return markdown(parts)
        case .list(let items): return items.map { "* " + markdown($0) }.joined(separator: "\n")
        case .code(let text, let language):
            // The fence is longer than any run of backticks in the text.
            var fence = "```"
            while text.contains(fence) { fence += "`" }
            return "\(fence)\(language)\n\(text)\n\(fence)"
        case .quote(let parts):
            return markdown(parts).split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
                .joined(separator: "\n")
        case .table(let header, let rows):
            let head = "| " + header.map(markdown).joined(separator: " | ") + " |"
            let rule = "|" + header.map { _ in "---|" }.joined()
            let body = rows.map { row in
                "| " + row.map { markdown($0, isCell: true).replacing("\n", with: " ") }.joined(separator: " | ") + " |"
            }
            return ([head, rule] + body).joined(separator: "\n")
        }
    }

    private static func markdown(_ parts: [Inline], isCell: Bool = false) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return markdown(text)
            case .strong(let text): return "**\(markdown(text))**"
            case .code(let text):
                // Within a table a bar ends the cell even in code.
                let text = isCell ? text.replacing("|", with: "\\|") : text
                return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
            case .link(let text, let target): return "[\(markdown(text))](\(target))"
            }
        }
        .joined()
    }

    private static func markdown(_ text: String) -> String {
        var result = ""
        for letter in text {
            if "\\`*_[]<>|#".contains(letter) { result.append("\\") }
            result.append(letter)
        }
        return result
    }

    // MARK: HTML

    /// The page as HTML that needs nothing else: no network, no scripts, dark or light as the reader has it.
    public var html: String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(Markup.escaped(title))</title>
        <style>\(Self.style)</style></head>
        <body><h1>\(Markup.escaped(title))</h1>
        \(blocks.map(Self.html).joined(separator: "\n"))
        </body></html>

        """
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .heading(let level, let text): return "<h\(level)>\(Markup.escaped(text))</h\(level)>"
        case .paragraph(let parts): return "<p>\(html(parts))</p>"
        case .list(let items):
            return "<ul>\n" + items.map { "<li>\(html($0))</li>" }.joined(separator: "\n") + "\n</ul>"
        case .code(let text, _): return "<pre><code>\(Markup.escaped(text))</code></pre>"
        case .quote(let parts): return "<blockquote>\(html(parts))</blockquote>"
        case .table(let header, let rows):
            let head = header.map { "<th>\(Markup.escaped($0))</th>" }.joined()
            let body = rows.map { row in "<tr>" + row.map { "<td>\(html($0))</td>" }.joined() + "</tr>" }
            return "<div class=\"scroll\"><table><thead><tr>\(head)</tr></thead><tbody>\n"
                + body.joined(separator: "\n") + "\n</tbody></table></div>"
        }
    }

    private static func html(_ parts: [Inline]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): Markup.escaped(text)
            case .strong(let text): "<strong>\(Markup.escaped(text))</strong>"
            case .code(let text): "<code>\(Markup.escaped(text))</code>"
            case .link(let text, let target): "<a href=\"\(Markup.escaped(target))\">\(Markup.escaped(text))</a>"
            }
        }
        .joined()
    }

    private static let style = """
        :root{color-scheme:light dark;--ground:#fff;--text:#1c1c1e;--faint:#5f6368;--line:#d8dadd;--panel:#f4f5f6;\
        --link:#0b57b0}\
        @media(prefers-color-scheme:dark){:root{--ground:#16181b;--text:#e6e7e9;--faint:#9aa0a6;--line:#34383d;\
        --panel:#1f2226;--link:#8ab8ff}}\
        body{background:var(--ground);color:var(--text);max-width:880px;margin:2rem auto;padding:0 1rem;\
        font:16px/1.55 system-ui,sans-serif}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}\
        h3{font-size:1rem}a{color:var(--link)}.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:14px}\
        th,td{text-align:left;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}\
        th{color:var(--faint);font-weight:600}pre{background:var(--panel);padding:.75rem;overflow-x:auto;\
        border-radius:4px}code{font:13px/1.45 ui-monospace,monospace}blockquote{margin:.5rem 0;padding:.1rem 1rem;\
        border-left:3px solid var(--line);color:var(--faint)}
        """
}
