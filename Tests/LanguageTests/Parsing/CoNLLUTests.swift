// Reading and writing CoNLL-U.
import Testing

@testable import Language

@Suite struct CoNLLUTests {
    private let text = """
        # sent_id = 1
        # text = Rebels don't flee.
        1\tRebels\t_\t_\t_\t_\t_\t_\t_\t_
        2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
        2\tdo\t_\t_\t_\t_\t_\t_\t_\t_
        3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
        4\tflee\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        5\t.\t_\t_\t_\t_\t_\t_\t_\t_


        """

    @Test("what is read is written again, range rows and comments too")
    func roundTrip() {
        #expect(CoNLLU(text).text == text)
    }

    @Test("filling writes lemma, tags, head and relation of words and leaves other rows alone")
    func fill() throws {
        var content = CoNLLU(text)
        var document = content.document
        try LanguageData.pipeline().annotate(&document)
        content.fill(from: document)
        let rows = content.sentences[0].rows.map(\.columns)
        #expect(rows.count == 6 && rows[1][0] == "2-3" && rows[1][3] == "_")
        #expect(rows[0][2] == "rebel" && rows[0][3] == "NOUN" && rows[0][4] == "NNS")
        #expect(rows[0][6] == "4" && rows[0][7] == "nsubj" && rows[4][6] == "0" && rows[4][9] == "SpaceAfter=No")
    }

    @Test("rows without columns, carriage returns and a missing last line are read")
    func sloppy() {
        let content = CoNLLU("1\tRebels\r\n2\tfled")
        #expect(content.sentences.count == 1 && content.sentences[0].words.map(\.form) == ["Rebels", "fled"])
        #expect(CoNLLU("").sentences.isEmpty)
    }

    @Test("a document is written with its text and its spacing")
    func writing() throws {
        let content = CoNLLU(try LanguageData.segmenter().segment("Rebels fled."))
        #expect(content.sentences[0].comments == ["# text = Rebels fled."])
        #expect(content.sentences[0].rows.map { $0.columns[9] } == ["_", "SpaceAfter=No", "_"])
    }
}
