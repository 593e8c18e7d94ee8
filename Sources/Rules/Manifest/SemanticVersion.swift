// Versions of packs and of Brink, by Semantic Versioning 2.0.0 (semver.org).

/// A version: `1.4.0`, `2.0.0-rc.1+build.5`.
public struct SemanticVersion: Sendable, Hashable, CustomStringConvertible {
    /// What breaks.
    public let major: Int
    /// What is added.
    public let minor: Int
    /// What is repaired.
    public let patch: Int
    /// The identifiers of a pre-release, none for a release.
    public let prerelease: [String]
    /// The identifiers of a build; they do not count for precedence.
    public let build: [String]

    /// A version of its parts.
    public init(_ major: Int, _ minor: Int, _ patch: Int, prerelease: [String] = [], build: [String] = []) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.prerelease = prerelease
        self.build = build
    }

    /// The version that a text tells, nil where the specification does not allow the text.
    public init?(_ text: some StringProtocol) {
        let buildParts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = buildParts.first else { return nil }
        let parts = head.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let core = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { Self.number($0) }
        guard core.count == 3, let major = core[0], let minor = core[1], let patch = core[2] else { return nil }
        var prerelease: [String] = []
        if parts.count == 2 {
            guard let read = Self.identifiers(parts[1], allowsLeadingZeros: false) else { return nil }
            prerelease = read
        }
        var build: [String] = []
        if buildParts.count == 2 {
            guard let read = Self.identifiers(buildParts[1], allowsLeadingZeros: true) else { return nil }
            build = read
        }
        self.init(major, minor, patch, prerelease: prerelease, build: build)
    }

    /// As it is written.
    public var description: String {
        "\(major).\(minor).\(patch)" + (prerelease.isEmpty ? "" : "-" + prerelease.joined(separator: "."))
            + (build.isEmpty ? "" : "+" + build.joined(separator: "."))
    }

    /// A number without leading zeros, nil where it is none or too great to count with.
    static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        guard text.utf8.count == 1 || text.utf8.first != 48 else { return nil }
        return Int(text)
    }

    private static func identifiers(_ text: some StringProtocol, allowsLeadingZeros: Bool) -> [String]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        for part in parts {
            let isName = part.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
            }
            guard !part.isEmpty, isName else { return nil }
            let isNumber = part.utf8.allSatisfy { (48...57).contains($0) }
            if isNumber, !allowsLeadingZeros, part.utf8.count > 1, part.utf8.first == 48 { return nil }
        }
        return parts.map { String($0) }
    }
}

extension SemanticVersion: Comparable {
    /// The order of precedence of the specification's point 11; versions that differ by build only are in the order of
    /// its text.
    public static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        let order = left.precedence(comparedTo: right)
        if order != 0 { return order < 0 }
        return left.build.joined(separator: ".") < right.build.joined(separator: ".")
    }

    /// −1, 0 or 1 by the specification's point 11, builds left out.
    public func precedence(comparedTo other: SemanticVersion) -> Int {
        for (left, right) in [(major, other.major), (minor, other.minor), (patch, other.patch)] where left != right {
            return left < right ? -1 : 1
        }
        if prerelease.isEmpty || other.prerelease.isEmpty {
            return prerelease.isEmpty == other.prerelease.isEmpty ? 0 : (prerelease.isEmpty ? 1 : -1)
        }
        for (left, right) in zip(prerelease, other.prerelease) where left != right {
            return Self.precedes(left, right) ? -1 : 1
        }
        let counts = (prerelease.count, other.prerelease.count)
        return counts.0 == counts.1 ? 0 : (counts.0 < counts.1 ? -1 : 1)
    }

    // Numbers by size and before names, names by bytes. Numbers may be longer than any integer.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let areNumbers = [left, right].map { $0.utf8.allSatisfy { (48...57).contains($0) } }
        if areNumbers[0] != areNumbers[1] { return areNumbers[0] }
        if areNumbers[0], left.utf8.count != right.utf8.count { return left.utf8.count < right.utf8.count }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
