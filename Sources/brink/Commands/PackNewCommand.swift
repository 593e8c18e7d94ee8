// `brink pack new`: a pack to begin with.
import ArgumentParser
import Foundation
import Packs
import Rules

/// Makes a folder with a pack that passes its tests.
struct PackNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a pack that passes its tests, to begin with.",
        discussion: "  brink pack new reprisals && brink test reprisals"
    )

    @Argument(help: "The pack's name, and that of its folder.")
    var name: String

    @Option(help: ArgumentHelp("Where to make the folder. Default: here.", valueName: "folder"))
    var `in`: String?

    @Option(help: "Who writes it. Default: git's user.name.")
    var author: String?

    func validate() throws {
        guard PackManifest.isName(name) else {
            throw ValidationError(
                "'\(name)' is no name for a pack: lower-case letters, digits, - and _, a letter first"
            )
        }
    }

    func run() throws {
        let status = try Failure.reported {
            let folder = `in`.map { URL(filePath: $0).appending(path: name) } ?? URL(filePath: name)
            guard !FileManager.default.fileExists(atPath: folder.path) else {
                throw Failure(code: "exists", message: "\(folder.relativePath) is there already")
            }
            let template = PackTemplate(name: name, author: author ?? GitUser.name ?? "You", brink: Version.current)
            for file in template.files {
                let url = folder.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(file.bytes).write(to: url)
            }
            print("made \(folder.relativePath): \(template.files.map(\.path).joined(separator: ", "))")
            print("next: brink test \(folder.relativePath)")
            return .fine
        }
        if status != .fine { throw status }
    }
}
