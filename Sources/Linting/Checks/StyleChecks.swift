// Checks of how files are written down: line ends, spaces, lengths.

extension LintCheck {
    static let styleChecks = [trailingSpace, tabs, longLine, finalNewline, lineEnds, byteOrderMark]

    /// Every file, the manifest too.
    private static func files(_ subject: LintSubject) -> [LintFile] {
        [subject.manifest].compactMap { $0 } + subject.files
    }

    /// Whether a place lies within a text or a comment of several lines, where spaces may be meant.
    private static func isInText(_ offset: Int, _ file: LintFile) -> Bool {
        file.tokens.contains { $0.kind == .string && $0.range.lowerBound < offset && offset < $0.range.upperBound }
    }

    private static let trailingSpace = LintCheck(
        "trailing-space",
        .note,
        "No line ends with spaces.",
        why: "Nobody sees them, and every tool that shows changes does.",
        isFixable: true,
        bad: .rules("local x = 1  \nreturn x\n"),
        mended: .rules("local x = 1\nreturn x\n")
    ) { subject in
        files(subject).flatMap { file in
            file.lines.compactMap { line in
                var end = line.upperBound
                if end > line.lowerBound, file.bytes[end - 1] == 13 { end -= 1 }
                var start = end
                while start > line.lowerBound, file.bytes[start - 1] == 32 || file.bytes[start - 1] == 9 { start -= 1 }
                guard start < end, !isInText(start, file) else { return nil }
                return Found(file, start..<end, "the line ends with spaces", fix: [TextEdit(start..<end, "")])
            }
        }
    }

    private static let tabs = LintCheck(
        "tab-indent",
        .note,
        "Lines are indented by spaces.",
        why: "Tabs look different in every editor; packs are read by many.",
        isFixable: true,
        bad: .rules("local x = {\n\t1,\n}\nreturn x\n"),
        mended: .rules("local x = {\n    1,\n}\nreturn x\n")
    ) { subject in
        files(subject).flatMap { file in
            file.lines.compactMap { line in
                let indent = file.bytes[line].prefix { $0 == 32 || $0 == 9 }
                guard indent.contains(9), !isInText(line.lowerBound + 1, file) else { return nil }
                let range = line.lowerBound..<line.lowerBound + indent.count
                let spaces = file.text(range).replacing("\t", with: "    ")
                return Found(file, range, "the line is indented by tabs", fix: [TextEdit(range, spaces)])
            }
        }
    }

    /// As many columns as fit two files side by side on a screen.
    private static let columnCountMax = 120

    private static let longLine = LintCheck(
        "long-line",
        .note,
        "No line is longer than 120 columns.",
        why: "Longer lines are cut off where people read rules: in reviews, in terminals, side by side.",
        bad: .rules("return \"\(String(repeating: "long ", count: 30))\"\n"),
        mended: .rules(
            "return \"\(String(repeating: "long ", count: 15))\"\n    .. \"\(String(repeating: "long ", count: 15))\"\n"
        )
    ) { subject in
        files(subject).flatMap { file in
            file.lines.compactMap { line in
                let count = file.text(line).unicodeScalars.count
                guard count > columnCountMax else { return nil }
                return Found(file, line, "the line has \(count) columns", hint: "break it; texts are joined by ..")
            }
        }
    }

    private static let finalNewline = LintCheck(
        "final-newline",
        .note,
        "A file ends with one line feed.",
        why: "Without it the last line is no line for many tools; more than one are empty lines that nobody wants.",
        isFixable: true,
        bad: .rules("local x = 1\nreturn x"),
        mended: .rules("local x = 1\nreturn x\n")
    ) { subject in
        files(subject).compactMap { file in
            guard !file.bytes.isEmpty else { return nil }
            var start = file.bytes.count
            while start > 0, [10, 13, 32, 9].contains(file.bytes[start - 1]) { start -= 1 }
            let ending = file.bytes[start...]
            guard ending != [10], ending != [13, 10], !isInText(start, file) else { return nil }
            let range = start..<file.bytes.count
            return Found(file, range, "the file does not end with one line feed", fix: [TextEdit(range, "\n")])
        }
    }

    private static let lineEnds = LintCheck(
        "line-ends",
        .note,
        "Lines end with a line feed alone.",
        why: "A carriage return before it changes the hash of a file that otherwise says the same.",
        isFixable: true,
        bad: .rules("local x = 1\r\nreturn x\r\n"),
        mended: .rules("local x = 1\nreturn x\n")
    ) { subject in
        files(subject).compactMap { file in
            let returns = file.bytes.indices.filter { place in
                file.bytes[place] == 13 && place + 1 < file.bytes.count && file.bytes[place + 1] == 10
            }
            guard let first = returns.first else { return nil }
            return Found(
                file,
                first..<first + 1,
                "\(returns.count) lines end with a carriage return",
                fix: returns.map { TextEdit($0..<$0 + 1, "") }
            )
        }
    }

    private static let byteOrderMark = LintCheck(
        "byte-order-mark",
        .note,
        "A file does not begin with a byte order mark.",
        why: "UTF-8 needs none, and tools that join files leave it in the middle.",
        isFixable: true,
        bad: .rules("\u{FEFF}local x = 1\nreturn x\n"),
        mended: .rules("local x = 1\nreturn x\n")
    ) { subject in
        files(subject).compactMap { file in
            guard file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
            return Found(file, 0..<3, "the file begins with a byte order mark", fix: [TextEdit(0..<3, "")])
        }
    }
}
