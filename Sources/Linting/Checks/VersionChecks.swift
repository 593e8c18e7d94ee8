// Checks of a version against the one before it.
import EventModel
import Rules

extension LintCheck {
    static let versionChecks = [versionNotRaised, ruleRemoved]

    private static func rules(_ type: String) -> String {
        "rule \"a\" { kind = \"k\", match = step \"s\" { type = \"\(type)\", modality = \"actual\" } }\n"
    }

    private static func manifest(_ version: String) -> String {
        LintExample.plainManifest.replacing("1.0.0", with: version)
    }

    private static let versionNotRaised = LintCheck(
        "version-not-raised",
        .error,
        "A pack whose rules have changed has a higher version.",
        why:
            "Two packs with one version that find different things cannot be told apart. By semantic versioning: a rule "
            + "that does something else raises the last number or more, a new rule the middle one, a removed rule the first.",
        bad: .pack(
            ["pack.lua": manifest("1.0.0"), "rules.lua": rules("ASSAULT")],
            before: ["pack.lua": manifest("1.0.0"), "rules.lua": rules("COERCE")]
        ),
        mended: .pack(
            ["pack.lua": manifest("1.0.1"), "rules.lua": rules("ASSAULT")],
            before: ["pack.lua": manifest("1.0.0"), "rules.lua": rules("COERCE")]
        )
    ) { subject in
        guard let before = subject.before, let file = subject.manifest, let old = before.version,
            let new = subject.record.version
        else { return [] }
        let range = subject.manifestField("version")?.value.range
        let changed = subject.record.rules.filter { name, hash in before.rules[name].map { $0 != hash } ?? false }
        let added = subject.record.rules.keys.filter { before.rules[$0] == nil }.sorted()
        let removed = before.rules.keys.filter { subject.record.rules[$0] == nil }.sorted()
        if new < old {
            return [Found(file, range, "the version \(new) is lower than the last, \(old)")]
        }
        // Below 1.0.0 the middle number is for what breaks.
        let isMajor = new.major > old.major || (old.major == 0 && new.minor > old.minor)
        let isMinor = isMajor || (new.major == old.major && new.minor > old.minor)
        if let rule = removed.first, !isMajor {
            let needed = old.major == 0 ? "0.\(old.minor + 1).0" : "\(old.major + 1).0.0"
            return [Found(file, range, "rule '\(rule)' is gone since \(old)", hint: "version = \"\(needed)\"")]
        }
        if let rule = added.first, !isMinor, old.major > 0 || !(old < new) {
            let needed = "\(old.major).\(old.minor + 1).0"
            return [Found(file, range, "rule '\(rule)' is new since \(old)", hint: "version = \"\(needed)\"")]
        }
        if let rule = changed.keys.sorted().first, !(old < new) {
            let needed = "\(old.major).\(old.minor).\(old.patch + 1)"
            return [
                Found(
                    file,
                    range,
                    "rule '\(rule)' does something else than in \(old)",
                    hint: "version = \"\(needed)\" or higher"
                )
            ]
        }
        return []
    }

    private static let ruleRemoved = LintCheck(
        "rule-removed",
        .warning,
        "A rule is deprecated before it is removed.",
        why:
            "Users who switch the rule on or off by its id get an error where it has vanished; a version in which it is "
            + "deprecated gives them time.",
        bad: .pack(
            ["pack.lua": manifest("2.0.0"), "rules.lua": "local x = 1\nreturn x\n"],
            before: ["pack.lua": manifest("1.0.0"), "rules.lua": rules("COERCE")]
        ),
        mended: .pack(
            ["pack.lua": manifest("2.0.0"), "rules.lua": "local x = 1\nreturn x\n"],
            before: [
                "pack.lua": manifest("1.0.0"),
                "rules.lua": "rule \"a\" { kind = \"k\", status = \"deprecated\", match = step \"s\" {} }\n",
            ]
        )
    ) { subject in
        guard let before = subject.before, let file = subject.manifest else { return [] }
        let gone = before.rules.keys.filter { subject.record.rules[$0] == nil && !before.deprecated.contains($0) }
        return gone.sorted().map { Found(file, nil, "rule '\($0)' is removed and was not deprecated before") }
    }
}
