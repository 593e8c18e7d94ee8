// Joins the rooms: each gets its data as bytes, and only when a command needs it.
import Coding
import EventModel
import Foundation
import Language
import LuaRuntime
import Packs
import Rules

/// Makes the parts that commands work with.
struct Rooms {
    /// Where the data are.
    let data: DataFolder
    private let madeOntology: MadeOnce<Ontology>
    private let madeActors: MadeOnce<ActorLexicon>
    /// The parser's model for the usual beam.
    private let begunModel: MadeOnce<InBackground<LanguageModel>>

    /// The rooms with the data that this program finds.
    init() throws {
        let data = try DataFolder()
        self.data = data
        madeOntology = MadeOnce {
            try Ontology(
                cameo: data.bytes("EventModel", "cameo.tsv"),
                modes: data.bytes("EventModel", "modes.tsv"),
                contexts: data.bytes("EventModel", "contexts.tsv"),
                hostility: data.bytes("EventModel", "hostility.tsv")
            )
        }
        madeActors = MadeOnce { try ActorLexicon(files: try Self.codingFiles(Self.actorFiles, data)) }
        begunModel = MadeOnce { Self.model(beam: Coder.Options().beam, data) }
    }

    /// Begins to read the parser's model, for a command that has other things to do before it codes articles.
    func beginReadingModel() { _ = try? begunModel.value() }

    private static func model(beam: Int, _ data: DataFolder) -> InBackground<LanguageModel> {
        InBackground { try LanguageModel(bytes: data.bytes("Language", "language.model"), beam: beam) }
    }

    /// The ontology.
    func ontology() throws -> Ontology { try madeOntology.value() }

    /// The splitter of sentences and tokens.
    func segmenter() throws -> Segmenter {
        try Segmenter(wordList: data.bytes("Language", "segmentation.txt"))
    }

    /// From text to trees.
    func pipeline(beam: Int) throws -> Pipeline {
        Pipeline(
            segmenter: try segmenter(),
            model: try LanguageModel(bytes: data.bytes("Language", "language.model"), beam: beam),
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

    /// The actors that texts name, those of packs last.
    func actorLexicon(_ lexicon: PackLexicon = PackLexicon()) throws -> ActorLexicon {
        guard !lexicon.actors.isEmpty else { return try madeActors.value() }
        return try ActorLexicon(files: try Self.codingFiles(Self.actorFiles, data) + lexicon.actors)
    }

    /// From articles to events; `lexicon` is what packs add to actors, actions and places.
    func coder(
        merge: MergeScope,
        traces: Bool,
        beam: Int = 4,
        lexicon: PackLexicon = PackLexicon()
    ) throws -> Coder {
        let ontology = try ontology()
        var options = Coder.Options(merge: merge.coderMerge, traces: traces)
        options.beam = beam
        // The parser's weights and the dictionaries take about as long to read; each goes its own way.
        let model = beam == Coder.Options().beam ? try begunModel.value() : Self.model(beam: beam, data)
        let gazetteer = InBackground {
            try EventModel.Gazetteer(files: try Self.codingFiles(["places.tsv"], data) + lexicon.places)
        }
        let vocabulary = InBackground { try self.vocabulary() }
        let actions = InBackground {
            var files = try ActionLexicon.Files { name throws(DataError) in try data.bytes("Coding", name) }
            lexicon.add(to: &files)
            return try ActionLexicon(files, ontology: ontology)
        }
        let actors = try actorLexicon(lexicon)
        return Coder(
            model: try model.value(),
            segmenter: try segmenter(),
            vocabulary: try vocabulary.value(),
            actors: actors,
            gazetteer: try gazetteer.value(),
            actions: try actions.value(),
            ontology: ontology,
            options: options
        )
    }

    /// What runs the examples of packs, with what they add to the lexicon; it keeps what rules find.
    func tester(_ packs: [RulePack]) throws -> RuleTester {
        let lexicon = try PackLexicon(packs)
        let actors = ActorBook(try actorLexicon(lexicon))
        // The parser's model takes longer to load than most packs to test, and event tables need none.
        let coders = CoderSource { try coder(merge: .corpus, traces: false, lexicon: lexicon) }
        var tester = RuleTester(
            ontology: try ontology(),
            lazyCoder: { try coders.coder() },
            resolve: actors.actor(named:)
        )
        tester.keepsFound = true
        return tester
    }

    /// The loader of rule packs as they are.
    func packLoader() -> PackLoader { PackLoader(builtIn: data.rules, registry: .standard) }

    /// The loader of rule packs with the user's changes: those of the user's own file, then those of files named.
    func packLoader(overrides paths: [String], allowsUnsigned: Bool = false) throws -> PackLoader {
        var loader = packLoader()
        loader.allowsUnsigned = allowsUnsigned
        if let url = UserFolders.overrides, let data = try? Data(contentsOf: url) {
            loader.overrides.add(try RuleOverrides(RuleFile(path: url.path, bytes: [UInt8](data))))
        }
        for path in paths {
            loader.overrides.add(try RuleOverrides(RuleFile(path: path, bytes: try FileBytes.read(path))))
        }
        return loader
    }

    private static let actorFiles = [
        "agents.tsv", "grammar.tsv", "groups.tsv", "leaders.tsv", "organizations.tsv", "peoples.tsv", "states.tsv",
    ]

    private static func codingFiles(
        _ names: [String],
        _ data: DataFolder
    ) throws -> [(name: String, bytes: [UInt8])] {
        try names.map { (name: $0, bytes: try data.bytes("Coding", $0)) }
    }
}
