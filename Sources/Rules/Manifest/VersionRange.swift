// Ranges of versions as cargo and npm write them.

/// A range of versions: `^1.2`, `~1.2.3`, `>= 1, < 2`, `1.x`, `1.2 - 1.4`, `^1 || ^2`, `*`.
///
/// A comma or a space means "and", `||` means "or". A version by itself means `^`, as in cargo. A pre-release is in a
/// range only where the range names one of the same three numbers, as in both.
public struct VersionRange: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with a range, and how many characters from its start.
    public struct Mistake: Error, Equatable {
        /// What is wrong.
        public let message: String
        /// The offset of the part that is wrong, in characters.
        public let offset: Int
    }

    // At or above `low`, below `high`; nil where open. `named` are the pre-releases that the range names.
    fileprivate struct Interval: Hashable {
        var low = SemanticVersion(0, 0, 0, prerelease: ["0"])
        var isLowIncluded = true
        var high: SemanticVersion?
        var isHighIncluded = false
        var named: [SemanticVersion] = []
    }

    /// As it was written.
    public let description: String
    // One of these, all of each.
    fileprivate let alternatives: [[Interval]]

    /// Every version that is no pre-release.
    public static let any = VersionRange(description: "*", alternatives: [[Interval(low: SemanticVersion(0, 0, 0))]])

    fileprivate init(description: String, alternatives: [[Interval]]) {
        self.description = description
        self.alternatives = alternatives
    }

    /// The range of one version alone.
    public init(exactly version: SemanticVersion) {
        var interval = Interval(low: version, isLowIncluded: true, high: version, isHighIncluded: true)
        if !version.prerelease.isEmpty { interval.named = [version] }
        self.init(description: "=\(version)", alternatives: [[interval]])
    }

    /// The range that a text tells.
    public init(_ text: String) throws(Mistake) {
        var alternatives: [[Interval]] = []
        var offset = 0
        for part in text.parts(separatedBy: "||") {
            var reader = Reader(text: Array(part), offset: offset)
            alternatives.append(try reader.intervals())
            offset += part.count + 2
        }
        self.init(description: text, alternatives: alternatives)
    }

    /// Whether a version is in the range.
    public func contains(_ version: SemanticVersion) -> Bool {
        alternatives.contains { intervals in
            guard intervals.allSatisfy({ $0.contains(version) }) else { return false }
            guard !version.prerelease.isEmpty else { return true }
            return intervals.flatMap(\.named).contains { named in
                (named.major, named.minor, named.patch) == (version.major, version.minor, version.patch)
            }
        }
    }

    // MARK: reading

    // Reads one alternative: comparators side by side.
    fileprivate struct Reader {
        let text: [Character]
        let offset: Int
        var place = 0

        mutating func intervals() throws(Mistake) -> [Interval] {
            var found: [Interval] = []
            var afterComma = false
            skipSpaces()
            while place < text.count {
                found.append(try interval())
                afterComma = false
                skipSpaces()
                if place < text.count, text[place] == "," {
                    place += 1
                    afterComma = true
                    skipSpaces()
                }
            }
            guard !found.isEmpty, !afterComma else {
                throw Mistake(message: "a version is missing", offset: offset + place)
            }
            return found
        }

        private mutating func skipSpaces() {
            while place < text.count, text[place] == " " { place += 1 }
        }

        private mutating func interval() throws(Mistake) -> Interval {
            let sign = try sign()
            skipSpaces()
            let low = try partial()
            // `1.2 - 1.4`: the hyphen stands between spaces, so that no version has it.
            if sign.isEmpty, place + 2 < text.count, text[place...].starts(with: " - ") {
                place += 3
                skipSpaces()
                let high = try partial()
                var interval = Interval(low: low.floor, named: low.named + high.named)
                interval.high = high.ceiling ?? high.floor
                interval.isHighIncluded = high.ceiling == nil
                return interval
            }
            return Self.interval(sign, low)
        }

        private mutating func sign() throws(Mistake) -> String {
            let start = place
            while place < text.count, "^~<>=!".contains(text[place]) { place += 1 }
            let sign = String(text[start..<place])
            guard ["", "^", "~", "=", ">", ">=", "<", "<="].contains(sign) else {
                throw Mistake(message: "'\(sign)' is no comparison; there are ^ ~ >= > <= < =", offset: offset + start)
            }
            return sign
        }

        private mutating func partial() throws(Mistake) -> Partial {
            let start = place
            while place < text.count, !" ,".contains(text[place]) { place += 1 }
            let word = String(text[start..<place])
            guard let partial = Partial(word) else {
                let message = word.isEmpty ? "a version is missing" : "'\(word)' is no version"
                throw Mistake(message: message, offset: offset + start)
            }
            return partial
        }

        private static func interval(_ sign: String, _ partial: Partial) -> Interval {
            var interval = Interval(named: partial.named)
            let floor = partial.floor
            switch sign {
            case "~":
                interval.low = floor
                interval.high = partial.minor == nil ? partial.next(0) : partial.next(1)
            case "=":
                interval.low = floor
                interval.high = partial.ceiling ?? floor
                interval.isHighIncluded = partial.ceiling == nil
            case ">":
                interval.low = partial.ceiling.map { SemanticVersion($0.major, $0.minor, $0.patch) } ?? floor
                interval.isLowIncluded = partial.ceiling != nil
            case ">=": interval.low = floor
            case "<": interval.high = partial.isWhole ? floor : partial.below
            case "<=":
                interval.high = partial.ceiling ?? floor
                interval.isHighIncluded = partial.ceiling == nil
            default:
                interval.low = floor
                let isWildcard = sign.isEmpty && partial.hasWildcard && partial.major != nil
                interval.high = isWildcard ? partial.ceiling : partial.caretCeiling
            }
            return interval
        }
    }

    // A version of which parts may be left out or be a wildcard.
    fileprivate struct Partial {
        var major: Int?
        var minor: Int?
        var patch: Int?
        var whole: SemanticVersion?
        var hasWildcard = false

        init?(_ text: String) {
            if let whole = SemanticVersion(text) {
                (major, minor, patch) = (whole.major, whole.minor, whole.patch)
                self.whole = whole
                return
            }
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard !text.isEmpty, parts.count <= 3 else { return nil }
            var numbers: [Int?] = []
            for part in parts {
                if ["*", "x", "X"].contains(part) {
                    numbers.append(nil)
                    hasWildcard = true
                } else {
                    // After a wildcard no number means anything.
                    guard let number = SemanticVersion.number(part), !numbers.contains(where: { $0 == nil }) else {
                        return nil
                    }
                    numbers.append(number)
                }
            }
            major = numbers[0]
            minor = numbers.count > 1 ? numbers[1] : nil
            patch = numbers.count > 2 ? numbers[2] : nil
        }

        var isWhole: Bool { whole != nil }
        var named: [SemanticVersion] { whole.map { $0.prerelease.isEmpty ? [] : [$0] } ?? [] }

        /// The lowest version that it stands for.
        var floor: SemanticVersion { whole ?? SemanticVersion(major ?? 0, minor ?? 0, patch ?? 0) }

        /// The first pre-release of the lowest version that it stands for.
        var below: SemanticVersion { SemanticVersion(major ?? 0, minor ?? 0, patch ?? 0, prerelease: ["0"]) }

        /// What lies just above all that it stands for, nil where it stands for one version.
        var ceiling: SemanticVersion? {
            if isWhole { return nil }
            guard major != nil else { return SemanticVersion(.max, 0, 0) }
            return minor == nil ? next(0) : next(1)
        }

        /// The first pre-release of the next version that differs in the major (0), minor (1) or patch (2) number.
        func next(_ place: Int) -> SemanticVersion? {
            guard let major else { return nil }
            switch place {
            case 0: return SemanticVersion(major &+ 1, 0, 0, prerelease: ["0"])
            case 1: return SemanticVersion(major, (minor ?? 0) &+ 1, 0, prerelease: ["0"])
            default: return SemanticVersion(major, minor ?? 0, (patch ?? 0) &+ 1, prerelease: ["0"])
            }
        }

        /// The first number that is not 0 must stay; where all that are given are 0, the last of them.
        var caretCeiling: SemanticVersion? {
            guard let major else { return nil }
            if major > 0 || minor == nil { return next(0) }
            if (minor ?? 0) > 0 || patch == nil { return next(1) }
            return next(2)
        }
    }
}

extension VersionRange.Interval {
    fileprivate func contains(_ version: SemanticVersion) -> Bool {
        let low = version.precedence(comparedTo: self.low)
        guard low > 0 || (low == 0 && isLowIncluded) else { return false }
        guard let high else { return true }
        let order = version.precedence(comparedTo: high)
        return order < 0 || (order == 0 && isHighIncluded)
    }
}

extension String {
    fileprivate func parts(separatedBy separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}
