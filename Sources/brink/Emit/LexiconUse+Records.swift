// How the action lexicon was used, as rows of output.
import Coding
import EventModel
import Rendering

extension LexiconUse.Row: RecordConvertible {
    /// The row that `--emit patterns` prints.
    public var record: Record {
        [
            "file": .text(line.file), "line": .integer(line.line), "word": .text(word),
            "with": .text(company.isEmpty ? nil : company), "cameo": .text(cameo), "type": .text(type?.rawValue),
            "events": .integer(count.events), "acts": .integer(count.acts),
            "passed_over": .integer(count.passedOver),
        ]
    }
}

extension LexiconUse.Total: RecordConvertible {
    /// The row that `--emit pattern-totals` prints.
    public var record: Record {
        [
            "type": .text(type?.rawValue), "lines": .integer(lineCount), "lines_used": .integer(usedLineCount),
            "patterns": .integer(patternCount), "patterns_used": .integer(usedPatternCount),
        ]
    }
}
