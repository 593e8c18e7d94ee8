// Checks of `pack.lua`: what users of a pack need to know before they trust it.
import EventModel
import Rules

extension LintCheck {
    static let manifestChecks = [
        noManifest, manifestNotData, unknownManifestKey, badPackName, noVersion, badVersion, noBrinkRange,
        badBrinkRange, noSummary, noAuthors, noLicence, unknownLicence, noReadme,
    ]

    /// The manifest's table, with a message for where it is missing.
    private static func missing(
        _ key: String,
        _ message: String,
        entry: String? = nil,
        hint: String
    ) -> @Sendable (LintSubject) -> [Found] {
        { subject in
            guard let file = subject.manifest, let table = file.returnedFields else { return [] }
            if let field = table.fields.first(where: { $0.name?.text == key }) {
                let value = file.scopes.value(field.value)
                let isEmpty = value.string?.isEmpty ?? value.fields?.isEmpty ?? false
                return isEmpty ? [Found(file, field.range, "'\(key)' is empty: \(message)", hint: hint)] : []
            }
            let fix = entry.map { file.inserting($0, into: table.fields, of: table.range, after: "name") }
            return [
                Found(file, table.range.lowerBound..<table.range.lowerBound + 1, message, hint: hint, fix: fix ?? [])
            ]
        }
    }

    private static let noManifest = LintCheck(
        "no-manifest",
        .warning,
        "A pack has a manifest.",
        why: "Without 'pack.lua' a pack has no name, no version and no licence, and cannot be built or installed. "
            + "'brink pack new' writes one.",
        bad: .pack(["rules.lua": "local x = 1\nreturn x\n"]),
        mended: .pack(["pack.lua": LintExample.plainManifest, "rules.lua": "local x = 1\nreturn x\n"])
    ) { subject in
        guard subject.folder != nil, subject.manifest == nil, let file = subject.files.first else { return [] }
        return [Found(file, nil, "the pack has no manifest", hint: "write a pack.lua")]
    }

    private static let manifestNotData = LintCheck(
        "manifest-not-data",
        .error,
        "A manifest is one table that is returned, and nothing else.",
        why:
            "A manifest is read as data before anything of the pack runs; code in it would have to be run to know what "
            + "the pack is.",
        bad: .manifest("local version = \"1.0.0\"\nreturn { name = \"example\", version = version }\n"),
        mended: .manifest("return { name = \"example\", version = \"1.0.0\" }\n")
    ) { subject in
        guard let file = subject.manifest, file.mistake == nil else { return [] }
        guard let table = file.returnedFields, file.statements.count == 1 else {
            let range = file.statements.first?.range
            return [Found(file, range, "the manifest is not one returned table", hint: "return { name = \"…\", … }")]
        }
        var found: [Found] = []
        var walk = LuaWalk()
        walk.onExpression = { expression, _ in
            switch expression.kind {
            case .call, .method, .function, .name, .index:
                found.append(Found(file, expression.range, "a manifest holds plain values, and this is to be computed"))
            default: break
            }
        }
        for field in table.fields { walk.visit(field.value) }
        return found
    }

    private static let unknownManifestKey = LintCheck(
        "unknown-manifest-key",
        .error,
        "A manifest has only keys that mean something.",
        why: "A key that nothing reads is a slip, and what it was to say is not said.",
        isFixable: true,
        bad: .manifest("return { name = \"example\", license = \"MIT\" }\n"),
        mended: .manifest("return { name = \"example\", licence = \"MIT\" }\n")
    ) { subject in
        guard let file = subject.manifest, let table = file.returnedFields else { return [] }
        return table.fields.compactMap { field in
            guard let name = field.name, !RuleVocabulary.manifestKeys.contains(name.text) else { return nil }
            return unknownKey(name, among: RuleVocabulary.manifestKeys, of: "a manifest", taken: table.fields, file)
        }
    }

    /// A finding about a key that is not known, mended where another is near and free.
    static func unknownKey(
        _ name: LuaName,
        among keys: [String],
        of owner: String,
        taken: [LuaField],
        _ file: LintFile
    ) -> Found {
        let nearest = Suggestion.nearest(to: name.text, among: keys)
        let isFree = nearest.map { key in !taken.contains { $0.name?.text == key } } ?? false
        return Found(
            file,
            name.range,
            "\(owner) has no key '\(name.text)'",
            hint: Suggestion.hint(for: name.text, among: keys),
            fix: isFree ? nearest.map { [TextEdit(name.range, $0)] } ?? [] : []
        )
    }

    private static let badPackName = LintCheck(
        "bad-pack-name",
        .error,
        "A pack's name is lower-case letters, digits, - and _.",
        why: "The name is the first part of every rule's id and the name of the folder that the pack is installed in.",
        bad: .manifest("return { name = \"My Pack\" }\n"),
        mended: .manifest("return { name = \"my-pack\" }\n")
    ) { subject in
        guard let file = subject.manifest, let table = file.returnedFields else { return [] }
        guard let field = subject.manifestField("name") else {
            let range = table.range.lowerBound..<table.range.lowerBound + 1
            return [Found(file, range, "the manifest has no name", hint: "name = \"my-pack\"")]
        }
        guard let name = field.value.string else { return [] }
        let letters = name.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
        }
        guard !letters || name.utf8.first.map({ (97...122).contains($0) }) != true else { return [] }
        return [Found(file, field.value.range, "'\(name)' is no name for a pack", hint: "lower-case letters first")]
    }

    private static let noVersion = LintCheck(
        "no-version",
        .warning,
        "A manifest tells the version.",
        why: "Users pin versions, and a lock file compares them.",
        isFixable: true,
        bad: .manifest("return { name = \"example\" }\n"),
        mended: .manifest("return { name = \"example\", version = \"0.1.0\" }\n"),
        find: missing(
            "version",
            "the manifest tells no version",
            entry: "version = \"0.1.0\"",
            hint: "version = \"0.1.0\""
        )
    )

    private static let badVersion = LintCheck(
        "bad-version",
        .error,
        "A version is three numbers, by semantic versioning.",
        why: "Ranges of versions can be compared only where every version is written as semver.org says.",
        isFixable: true,
        bad: .manifest("return { name = \"example\", version = \"v1.2\" }\n"),
        mended: .manifest("return { name = \"example\", version = \"1.2.0\" }\n")
    ) { subject in
        guard let file = subject.manifest, let value = subject.manifestField("version")?.value,
            let text = value.string, !text.isEmpty, SemanticVersion(text) == nil
        else { return [] }
        var numbers = text.drop { $0 == "v" || $0 == "V" }.split(separator: ".", omittingEmptySubsequences: false)
        while numbers.count < 3 { numbers.append("0") }
        let mended = numbers.joined(separator: ".")
        let fix = SemanticVersion(mended) == nil ? [] : file.replacingString(value.range, with: mended)
        return [Found(file, value.range, "'\(text)' is no semantic version", hint: "three numbers: 1.4.0", fix: fix)]
    }

    private static let noBrinkRange = LintCheck(
        "no-brink-range",
        .warning,
        "A manifest tells which versions of Brink the pack works with.",
        why: "A pack that uses a word that an older Brink does not know should be refused there, not fail.",
        isFixable: true,
        bad: .manifest("return { name = \"example\" }\n"),
        mended: .manifest("return { name = \"example\", brink = \">= 0.1\" }\n"),
        find: missing(
            "brink",
            "the manifest does not tell which versions of Brink it needs",
            entry: "brink = \">= 0.1\"",
            hint: "brink = \">= 0.1\""
        )
    )

    private static let badBrinkRange = LintCheck(
        "bad-brink-range",
        .error,
        "A range of versions is comparisons with versions.",
        why: "A range that cannot be read lets nobody install the pack.",
        bad: .manifest("return { name = \"example\", brink = \"newer than 1\" }\n"),
        mended: .manifest("return { name = \"example\", brink = \">= 1\" }\n")
    ) { subject in
        guard let file = subject.manifest, let value = subject.manifestField("brink")?.value, let text = value.string,
            !text.isEmpty, !isRange(text)
        else { return [] }
        return [Found(file, value.range, "'\(text)' is no range of versions", hint: ">= 0.1, or ^1.2, or >= 1, < 3")]
    }

    private static func isRange(_ text: String) -> Bool { (try? VersionRange(text)) != nil }

    private static let noSummary = LintCheck(
        "no-summary",
        .warning,
        "A manifest says what the pack is for.",
        why: "The summary is what lists and searches show.",
        bad: .manifest("return { name = \"example\", summary = \"\" }\n"),
        mended: .manifest("return { name = \"example\", summary = \"Seizures of ships.\" }\n"),
        find: missing("summary", "the manifest does not say what the pack is for", hint: "summary = \"A sentence.\"")
    )

    private static let noAuthors = LintCheck(
        "no-authors",
        .warning,
        "A manifest names the authors.",
        why: "Who uses a pack must know whom to ask and whose judgement the rules are.",
        bad: .manifest("return { name = \"example\" }\n"),
        mended: .manifest("return { name = \"example\", authors = { \"A. Author\" } }\n"),
        find: missing("authors", "the manifest names no authors", hint: "authors = { \"A. Author <a@example.org>\" }")
    )

    private static let noLicence = LintCheck(
        "no-licence",
        .warning,
        "A manifest tells the licence.",
        why: "Without a licence nobody may use or pass on the pack.",
        bad: .manifest("return { name = \"example\" }\n"),
        mended: .manifest("return { name = \"example\", licence = \"MIT\" }\n"),
        find: missing("licence", "the manifest tells no licence", hint: "licence = \"Apache-2.0\"")
    )

    private static let unknownLicence = LintCheck(
        "unknown-licence",
        .note,
        "A licence is told by its SPDX identifier.",
        why: "Programs that collect licences know them by the names of spdx.org/licenses.",
        isFixable: true,
        bad: .manifest("return { name = \"example\", licence = \"apache-2.0\" }\n"),
        mended: .manifest("return { name = \"example\", licence = \"Apache-2.0\" }\n")
    ) { subject in
        guard let file = subject.manifest, let value = subject.manifestField("licence")?.value, let text = value.string,
            !text.isEmpty
        else { return [] }
        // Expressions such as `MIT OR Apache-2.0` are made of identifiers.
        let names = text.split { " ()".contains($0) }.map(String.init).filter { !["AND", "OR", "WITH"].contains($0) }
        guard let unknown = names.first(where: { !licences.contains($0) && !$0.hasPrefix("LicenseRef-") }) else {
            return []
        }
        let meant = licences.first { $0.lowercased() == unknown.lowercased() }
        let nearest = meant ?? Suggestion.nearest(to: unknown, among: licences)
        return [
            Found(
                file,
                value.range,
                "'\(unknown)' is none of the usual SPDX identifiers",
                hint: nearest.map { "did you mean '\($0)'?" }
                    ?? "see spdx.org/licenses, or LicenseRef-NAME for your own",
                fix: meant.map { file.replacingString(value.range, with: text.replacing(unknown, with: $0)) } ?? []
            )
        ]
    }

    /// The SPDX identifiers of licences that people give to data and small programs.
    private static let licences = [
        "0BSD", "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0",
        "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "EUPL-1.2", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only",
        "GPL-3.0-or-later", "ISC", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT",
        "MIT-0", "MPL-2.0", "ODbL-1.0", "ODC-By-1.0", "Unlicense", "WTFPL", "Zlib",
    ]

    private static let noReadme = LintCheck(
        "no-readme",
        .note,
        "A pack has a README.md.",
        why: "The page tells people what the pack finds, on what it was tried, and where it goes wrong.",
        bad: .pack(["pack.lua": LintExample.plainManifest, "rules.lua": "local x = 1\nreturn x\n"]),
        mended: .pack([
            "pack.lua": LintExample.plainManifest, "README.md": "# Example\n", "rules.lua": "local x = 1\nreturn x\n",
        ])
    ) { subject in
        guard subject.folder != nil, let file = subject.manifest, !subject.hasReadme else { return [] }
        return [Found(file, nil, "the pack has no README.md", hint: "say what it finds, and where it goes wrong")]
    }
}
