// What every command that codes without rules is told of words to know.
import ArgumentParser
import Packs

/// The packs whose lexicons are read beside the built-in one.
struct LexiconArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("Know the actors, actions and places of this pack too; may be repeated.", valueName: "pack")
    )
    var lexicon: [String] = []

    /// What the packs add.
    func read(_ rooms: Rooms) throws -> PackLexicon {
        guard !lexicon.isEmpty else { return PackLexicon() }
        return try PackLexicon(try rooms.packLoader(overrides: []).packs(lexicon))
    }
}
