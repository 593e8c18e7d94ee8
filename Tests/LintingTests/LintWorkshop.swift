// What the tests of this room share: packs from texts, the ontology.
import EventModel
import Foundation
import Rules

@testable import Linting

enum LintWorkshop {
    /// The top of the checkout.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    static func ontology() throws -> Ontology {
        let data = "Sources/EventModel/Data/"
        return try Ontology(
            cameo: bytes(data + "cameo.tsv"),
            modes: bytes(data + "modes.tsv"),
            contexts: bytes(data + "contexts.tsv"),
            hostility: bytes(data + "hostility.tsv")
        )
    }

    static func linter(_ id: String? = nil) throws -> Linter {
        var linter = Linter(ontology: try ontology())
        if let id { linter.checks.removeAll { $0.id != id } }
        return linter
    }

    /// A pack of texts by name.
    static func files(_ texts: [String: String]) -> PackFiles {
        PackFiles(
            folder: "example",
            files: texts.filter { $0.key.hasSuffix(".lua") }.sorted { $0.key < $1.key }
                .map { RuleFile(path: $0.key, bytes: Array($0.value.utf8)) },
            hasReadme: texts["README.md"] != nil
        )
    }

    /// The pack that an example stands for, and the one before it.
    static func packs(_ example: LintExample) -> (now: PackFiles, before: PackFiles?) {
        (files(example.files), example.filesBefore.isEmpty ? nil : files(example.filesBefore))
    }

    /// A pack of one file of rules beside a clean manifest.
    static func files(rules: String) -> PackFiles { files(LintExample.rules(rules).files) }

    /// The folder of a built-in pack.
    static func files(folder: String) throws -> PackFiles {
        let url = root.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()
        return PackFiles(
            folder: url.lastPathComponent,
            files: try paths.compactMap { path in
                try RuleFile.Role(path: path).map { role in
                    RuleFile(path: "\(folder)/\(path)", bytes: try bytes("\(folder)/\(path)"), role: role)
                }
            },
            hasReadme: paths.contains("README.md")
        )
    }
}
