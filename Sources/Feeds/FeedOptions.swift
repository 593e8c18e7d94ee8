// What a reader of feeds is told beside its paths.
import Chronology
import EventModel

/// How input is read, with the limits of one reading.
public struct FeedOptions: Sendable {
    /// The shape of all input, nil where the content of each file decides.
    public var inputFormat: InputFormat?
    /// The day of publication of articles that carry none.
    public var date: Day?
    /// Fills in type, Goldstein value and hostility of event rows that give a CAMEO code only; nil leaves them out.
    public var ontology: Ontology?
    /// The most bytes of one article, or of one line of a table.
    public var articleByteCountMax = 512 << 20
    /// The most problems reported one by one from one file; the others are counted.
    public var problemCountMax = 100

    /// The way that input is read where nothing else is asked for.
    public init(inputFormat: InputFormat? = nil, date: Day? = nil, ontology: Ontology? = nil) {
        self.inputFormat = inputFormat
        self.date = date
        self.ontology = ontology
    }
}
