// What every command that reads news is told of its input.
import ArgumentParser
import Chronology
import Feeds
import Foundation

/// The paths and how to read them.
struct InputArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files (gzip accepted), folders, or '-' for standard input.",
            discussion:
                "The content tells the format: ' date YYYY-MM-DD text…', plain text, JSONL of articles or of events."
        )
    )
    var paths: [String] = []

    @Option(help: ArgumentHelp("The day of publication of articles that carry none.", valueName: "YYYY-MM-DD"))
    var date: Day?

    @Option(
        help: ArgumentHelp(
            "Read every input as \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "format"
        )
    )
    var inputFormat: InputFormat?

    /// Whether a path is a folder or named as a text, so that there will be something to parse.
    var namesTexts: Bool {
        paths.contains { $0.hasSuffix(".txt") || URL(filePath: $0, directoryHint: .checkFileSystem).hasDirectoryPath }
    }
}

extension InputFormat: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    /// The day written `YYYY-MM-DD`.
    public init?(argument: String) { self.init(iso: argument) }
}
