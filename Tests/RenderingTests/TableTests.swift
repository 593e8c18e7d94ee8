import EventModel
import Rendering
import Testing
import TextWidth

@Suite struct TableTests {
    @Test("No line is wider than asked, as long as columns can give way", arguments: [40, 60, 80, 100, 200])
    func width(columns: Int) {
        for format in [
            RecordWriter.text(Examples.events, .table, width: columns),
            RecordWriter.text(Examples.alerts, .table, width: columns),
        ] {
            for line in format.split(separator: "\n") where columns >= 60 {
                #expect(line.displayWidth <= columns, "\(line)")
            }
        }
    }

    @Test("Columns line up under wide characters")
    func wide() {
        let rows = [["平壌", "x"], ["Seoul", "y"], ["🇰🇵", "z"]]
        let table = TextTable().table(header: ["place", "n"], rows: rows, width: 80)
        for line in table.split(separator: "\n").dropFirst(2) {
            #expect(line.dropLast().displayWidth == 7)
        }
    }

    @Test("Numbers stand to the right, and the widest column gives way first")
    func layout() throws {
        let rows = [["short", "1", "a very long text that cannot stay whole"], ["b", "12.5", "x"]]
        try expectSnapshot(TextTable().table(header: ["name", "n", "text"], rows: rows, width: 40), "table-layout")
    }

    @Test("Rows past the sample are laid out as the first ones were")
    func long() {
        let rows = (0..<(TableFormat.sampleCount + 5)).map { ["n": .integer($0), "text": "row"] as Record }
        let lines = RecordWriter.text(rows, .table, width: 40).split(separator: "\n")
        #expect(lines.count == rows.count + 2)
        #expect(lines.last == "1004  row")
        #expect(lines[2] == "  0  row")
    }

    @Test("Rows of another length than the header do no harm")
    func ragged() {
        let table = TextTable().table(header: ["a", "b"], rows: [["1"], ["1", "2", "3"], []], width: 20)
        #expect(table == "a  b\n─  ─\n1\n1  2\n\n")
    }
}
