// Tables as Lua would write them, on one line where they fit and on several where they do not.
import LuaRuntime
import TextWidth

/// Writes values as Lua literals, bounded in depth and length.
struct LuaLiteral {
    let vm: VM
    let width: Int

    private static let entryCountMax = 40
    private static let depthMax = 4

    /// The literal.
    func text(_ value: Value) -> String { text(value, indent: 0, used: 0) }

    private func text(_ value: Value, indent: Int, used: Int) -> String {
        let line = vm.describe(value)
        guard case .table(let table) = value, indent / 2 < Self.depthMax else { return line }
        if table.entries.count <= 20, indent + used + line.displayWidth <= width { return line }
        let sequenceCount = table.sequence.count
        let margin = String(repeating: " ", count: indent + 2)
        var lines = table.entries.prefix(Self.entryCountMax).enumerated().map { index, entry in
            let key = index < sequenceCount ? "" : self.key(entry.key) + " = "
            return margin + key + text(entry.value, indent: indent + 2, used: key.count + 1) + ","
        }
        let rest = table.entries.count - lines.count
        lines = flowing(lines, of: table)
        if rest > 0 { lines.append("\(margin)-- … \(rest.grouped) more") }
        return (["{"] + lines + [String(repeating: " ", count: indent) + "}"]).joined(separator: "\n")
    }

    /// Short plain values of a list side by side: a line for each would push everything else off the screen.
    private func flowing(_ lines: [String], of table: Table) -> [String] {
        let isPlain =
            table.sequence.count == table.entries.count && lines.allSatisfy { !$0.contains("\n") && $0.count < 40 }
        guard isPlain, let margin = lines.first?.prefix(while: { $0 == " " }) else { return lines }
        let values = lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
        return Paragraphs.wrapped(margin + values, width: width).split(separator: "\n").map(String.init)
    }

    private func key(_ key: Value) -> String {
        if case .string(let name) = key, let first = name.first, !first.isNumber, name.allSatisfy(\.isNamePart),
            !LuaTokenizer.keywords.contains(name)
        {
            return name
        }
        return "[\(vm.describe(key))]"
    }
}
