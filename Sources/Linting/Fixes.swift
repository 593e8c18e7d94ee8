// The changes that fixes are made of.

extension LintFile {
    /// Puts an entry into a table, before its first, with the same indentation.
    func inserting(_ entry: String, into fields: [LuaField], of range: Range<Int>, after name: String? = nil)
        -> [TextEdit]
    {
        let anchor = fields.first { $0.name?.text == name && name != nil }
        if let anchor, let comma = tokens.first(where: { $0.range.lowerBound >= anchor.range.upperBound }),
            comma.is(",")
        {
            // Whatever else stands on the anchor's line, a comment too, stays there.
            guard isFirstOnLine(anchor.range.lowerBound) else {
                return [TextEdit(comma.range.upperBound..<comma.range.upperBound, " \(entry),")]
            }
            let end = lines[line(of: comma.range.lowerBound)].upperBound
            let next = fields.first { $0.range.lowerBound > anchor.range.lowerBound }
            if next.map({ $0.range.lowerBound > end }) ?? true, !isInsideLongText(end) {
                return [TextEdit(end..<end, "\n\(indentation(at: anchor.range.lowerBound))\(entry),")]
            }
            return [TextEdit(comma.range.upperBound..<comma.range.upperBound, " \(entry),")]
        }
        if let anchor {
            // The last entry of a table, without a comma.
            let isFirst = isFirstOnLine(anchor.range.lowerBound)
            let separator = isFirst ? ",\n" + indentation(at: anchor.range.lowerBound) : ", "
            return [
                TextEdit(anchor.range.upperBound..<anchor.range.upperBound, separator + entry + (isFirst ? "," : ""))
            ]
        }
        guard let first = fields.first else {
            return [TextEdit(range.lowerBound + 1..<range.lowerBound + 1, " \(entry) ")]
        }
        let start = first.range.lowerBound
        let separator = isFirstOnLine(start) ? "\n" + indentation(at: start) : " "
        return [TextEdit(start..<start, "\(entry),\(separator)")]
    }

    private func isInsideLongText(_ offset: Int) -> Bool {
        tokens.contains { $0.range.lowerBound < offset && offset < $0.range.upperBound }
            || comments.contains { $0.range.lowerBound < offset && offset < $0.range.upperBound }
    }

    /// Takes an entry out of a table, with its comma and the line that it leaves empty.
    func removing(_ field: LuaField, from fields: [LuaField]) -> [TextEdit] {
        var end = field.range.upperBound
        if let comma = tokens.first(where: { $0.range.lowerBound >= end }), comma.is(",") || comma.is(";") {
            end = comma.range.upperBound
        } else if let before = fields.last(where: { $0.range.upperBound <= field.range.lowerBound }) {
            // The last entry goes with the comma before it, unless a comment stands between.
            let gap = before.range.upperBound..<field.range.lowerBound
            guard comments.contains(where: { gap.contains($0.range.lowerBound) }) else {
                return [TextEdit(before.range.upperBound..<end, "")]
            }
        }
        let lineEnd = lines[line(of: end)].upperBound
        if isFirstOnLine(field.range.lowerBound), bytes[end..<lineEnd].allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) {
            let start = lines[line(of: field.range.lowerBound)].lowerBound
            return [TextEdit(start..<min(lineEnd + 1, bytes.count), "")]
        }
        while end < bytes.count, bytes[end] == 32 { end += 1 }
        return [TextEdit(field.range.lowerBound..<end, "")]
    }

    /// Puts another text between the quotes of a string.
    func replacingString(_ range: Range<Int>, with text: String) -> [TextEdit] {
        guard let first = bytes[range].first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
            return [TextEdit(range, "\"\(text)\"")]
        }
        return [TextEdit(range.lowerBound + 1..<range.upperBound - 1, text)]
    }
}
