// Numbers of versions (semver.org 2.0.0).

/// A version: `1.2.3`, with what may follow left as text.
struct SemanticVersion: Comparable {
    let major: Int
    let minor: Int
    let patch: Int
    /// What follows a dash, such as `beta.1`; empty for a release.
    let prerelease: String

    /// The version as text.
    var text: String { "\(major).\(minor).\(patch)" + (prerelease.isEmpty ? "" : "-\(prerelease)") }

    /// The version of a text, nil where it is none.
    init?(_ text: String) {
        let core = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let parts = core.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
        guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], let patch = numbers[2] else {
            return nil
        }
        self.major = major
        self.minor = minor
        self.patch = patch
        prerelease = parts.count > 1 ? String(parts[1]) : ""
        guard parts.count == 1 || !prerelease.isEmpty else { return nil }
    }

    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), text == "0" || text.first != "0" else {
            return nil
        }
        return Int(text)
    }

    static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        let leftNumbers = (left.major, left.minor, left.patch)
        let rightNumbers = (right.major, right.minor, right.patch)
        if leftNumbers != rightNumbers { return leftNumbers < rightNumbers }
        // A version before a release comes before the release.
        guard left.prerelease.isEmpty == right.prerelease.isEmpty else { return !left.prerelease.isEmpty }
        return left.prerelease < right.prerelease
    }
}
