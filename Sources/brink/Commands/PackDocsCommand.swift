// `brink pack docs`: a page for each rule of a pack.
import ArgumentParser
import Coding
import Foundation
import Packs
import Rules

/// Writes the documentation of packs.
struct PackDocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Write a page for each rule of a pack, from its metadata and examples.",
        discussion: """
            The pages need nothing else: no network, no scripts; HTML is dark or light as the reader has it.

              brink pack docs mine --output docs
              brink pack docs --format html --output site
            """
    )

    @Argument(help: "The pack: a folder, a file, or a built-in name.")
    var pack: String?

    @Option(help: ArgumentHelp("Write markdown or html.", valueName: "format"))
    var format = PageFormat.markdown

    @Option(help: ArgumentHelp("The folder for the pages; it is made where there is none.", valueName: "folder"))
    var output: String

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rooms = try Rooms()
            let isPack = FileManager.default.fileExists(atPath: "pack.lua")
            let pack = try rooms.packLoader().pack(pack ?? (isPack ? "." : PackLoader.defaultName))
            for error in pack.errors { printError("error: \(error)") }
            let pages = PackPages(pack: pack, results: try results(pack, rooms), format: format).pages
            let folder = URL(filePath: output)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, document) in pages {
                let file = folder.appending(path: "\(name).\(format.suffix)")
                try Data(format.text(document).utf8).write(to: file, options: .atomic)
            }
            printError("\(Count.of(pages.count, "page")) in \(output)")
            return pack.errors.isEmpty ? .fine : .scriptFailed
        }
        if status != .fine { throw status }
    }

    /// What the examples find now, so that pages show alerts as they come.
    private func results(_ pack: RulePack, _ rooms: Rooms) throws -> [String: [ExampleResult]] {
        Dictionary(grouping: try rooms.tester([pack]).test(pack), by: \.rule)
    }
}
