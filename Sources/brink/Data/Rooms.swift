// Joins the rooms: each gets its data as bytes, and only when a command needs it.
import EventModel
import Language

/// Makes the parts that commands work with.
struct Rooms {
    /// Where the data are.
    let data: DataFolder

    /// The rooms with the data that this program finds.
    init() throws { data = try DataFolder() }

    /// The ontology.
    func ontology() throws -> Ontology {
        try Ontology(
            cameo: data.bytes("EventModel", "cameo.tsv"),
            modes: data.bytes("EventModel", "modes.tsv"),
            contexts: data.bytes("EventModel", "contexts.tsv"),
            hostility: data.bytes("EventModel", "hostility.tsv")
        )
    }

    /// The splitter of sentences and tokens.
    func segmenter() throws -> Segmenter {
        try Segmenter(wordList: data.bytes("Language", "segmentation.txt"))
    }

    /// From text to trees.
    func pipeline(beam: Int) throws -> Pipeline {
        Pipeline(
            segmenter: try segmenter(),
            model: try LanguageModel(bytes: data.bytes("Language", "language.model")),
            beam: beam
        )
    }

    /// The words that times, numbers, counts, names and quotes hinge on.
    func vocabulary() throws -> Vocabulary {
        try Vocabulary(
            files: ["calendar.txt", "casualties.txt", "names.txt", "numbers.txt", "speech.txt"].map {
                try data.bytes("Language", $0)
            }
        )
    }
}
