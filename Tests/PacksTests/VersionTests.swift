// Versions by the specification's own examples, ranges by the tables of cargo's and npm's documentation.
import Rules
import Testing

@Suite struct VersionTests {
    @Test(
        "versions that the specification allows are read and written back",
        arguments: [
            "0.0.4", "1.2.3", "10.20.30", "1.1.2-prerelease+meta", "1.1.2+meta", "1.1.2+meta-valid", "1.0.0-alpha",
            "1.0.0-beta", "1.0.0-alpha.beta", "1.0.0-alpha.beta.1", "1.0.0-alpha.1", "1.0.0-alpha0.valid",
            "1.0.0-alpha.0valid", "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay", "1.0.0-rc.1+build.1",
            "2.0.0-rc.1+build.123", "1.2.3-beta", "10.2.3-DEV-SNAPSHOT", "1.2.3-SNAPSHOT-123", "2.0.0+build.1848",
            "2.0.1-alpha.1227", "1.0.0-alpha+beta", "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
            "1.2.3----R-S.12.9.1--.12+meta",
            "1.2.3----RC-SNAPSHOT.12.9.1--.12", "1.0.0+0.build.1-rc.10000aaa-kk-0.1", "1.0.0-0A.is.legal",
            "1.0.0-x.7.z.92", "1.0.0-x-y-z.--",
        ]
    )
    func valid(text: String) { #expect(SemanticVersion(text)?.description == text) }

    @Test(
        "what the specification does not allow is no version",
        arguments: [
            "", "1", "1.2", "1.2.3-0123", "1.2.3-0123.0123", "1.1.2+.123", "+invalid", "-invalid", "-invalid+invalid",
            "alpha", "alpha.beta", "alpha.1", "alpha+beta", "1.0.0-alpha_beta", "1.0.0-alpha..", "1.0.0-alpha..1",
            "01.1.1", "1.01.1", "1.1.01", "1.2.3.DEV", "1.2-SNAPSHOT", "1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788",
            "1.2-RC-SNAPSHOT", "-1.0.3-gamma+b7718", "+justmeta", "9.8.7+meta+meta", "9.8.7-whatever+meta+meta",
            "1.0.0-é", " 1.0.0", "1.0.0 ", "v1.0.0", "99999999999999999999999.0.0",
        ]
    )
    func invalid(text: String) { #expect(SemanticVersion(text) == nil) }

    @Test("precedence is the order of the specification's point 11")
    func precedence() throws {
        let rising = [
            "1.0.0-0", "1.0.0-9", "1.0.0-10", "1.0.0-99999999999999999999999", "1.0.0-A", "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0",
            "1.10.0", "2.0.0", "2.1.0", "2.1.1",
        ]
        let versions = try rising.map { try #require(SemanticVersion($0)) }
        for (left, leftVersion) in versions.enumerated() {
            for (right, rightVersion) in versions.enumerated() {
                let expected = left == right ? 0 : left < right ? -1 : 1
                #expect(leftVersion.precedence(comparedTo: rightVersion) == expected, "\(leftVersion) \(rightVersion)")
            }
        }
        let builds = try ["1.0.0+a", "1.0.0+b"].map { try #require(SemanticVersion($0)) }
        #expect(builds[0].precedence(comparedTo: builds[1]) == 0)
    }

    @Test(
        "ranges hold the versions that cargo's and npm's do",
        arguments: [
            ("^1.2.3", "1.2.3 1.9.9", "1.2.2 2.0.0 2.0.0-alpha 1.2.3-beta 1.3.0-beta"),
            ("1.2.3", "1.2.3 1.9.9", "1.2.2 2.0.0"), ("^1.2", "1.2.0 1.9.0", "1.1.9 2.0.0"),
            ("^1", "1.0.0 1.9.0", "0.9.9 2.0.0"), ("^0.2.3", "0.2.3 0.2.9", "0.2.2 0.3.0"),
            ("^0.2", "0.2.0 0.2.9", "0.1.9 0.3.0"), ("^0.0.3", "0.0.3", "0.0.2 0.0.4"),
            ("^0.0", "0.0.0 0.0.9", "0.1.0"), ("^0", "0.0.0 0.9.9", "1.0.0"),
            ("^1.2.3-beta.2", "1.2.3-beta.2 1.2.3-rc.1 1.2.3 1.4.0", "1.2.3-beta.1 1.2.4-beta.2 2.0.0"),
            ("~1.2.3", "1.2.3 1.2.9", "1.2.2 1.3.0"), ("~1.2", "1.2.0 1.2.9", "1.3.0"), ("~1", "1.0.0 1.9.9", "2.0.0"),
            ("~0.2.3", "0.2.3 0.2.9", "0.3.0"), ("~1.2.3-beta.2", "1.2.3-beta.4 1.2.3 1.2.4", "1.2.4-beta.2 1.3.0"),
            ("*", "0.0.0 7.1.2", "1.0.0-alpha"), ("1.*", "1.0.0 1.9.0", "2.0.0 0.9.0"),
            ("1.2.*", "1.2.0 1.2.9", "1.3.0"), ("1.x", "1.5.0", "2.0.0"), ("1.2.X", "1.2.4", "1.3.0"),
            (">= 1.2.0", "1.2.0 9.0.0", "1.1.9 1.3.0-rc"), ("> 1", "2.0.0", "1.0.0 1.9.9"),
            ("> 1.2", "1.3.0", "1.2.9"), ("> 1.2.3", "1.2.4", "1.2.3"), ("< 2", "0.0.0 1.9.9", "2.0.0 2.0.0-alpha"),
            ("<= 1.2", "1.2.9", "1.3.0"), ("<= 1.2.3", "1.2.3", "1.2.4"), ("= 1.2.3", "1.2.3 1.2.3+b", "1.2.4"),
            ("=1.2", "1.2.0 1.2.7", "1.3.0"), (">= 1.2, < 1.5", "1.2.0 1.4.9", "1.1.0 1.5.0"),
            (">=1.2 <1.5", "1.2.0 1.4.9", "1.1.0 1.5.0"), ("1.2.3 - 2.3.4", "1.2.3 2.3.4", "1.2.2 2.3.5"),
            ("1.2 - 2.3", "1.2.0 2.3.9", "2.4.0"), ("^1 || ^3", "1.2.0 3.4.5", "2.0.0 4.0.0"),
            ("<2.0.0-beta", "1.0.0 2.0.0-alpha", "2.0.0-beta 1.0.0-alpha"), (">=0.1", "0.1.0 3.0.0", "0.0.9"),
        ]
    )
    func ranges(text: String, inside: String, outside: String) throws {
        let range = try VersionRange(text)
        for (versions, isInside) in [(inside, true), (outside, false)] {
            for version in versions.split(separator: " ") {
                #expect(range.contains(try #require(SemanticVersion(version))) == isInside, "\(version) in \(text)")
            }
        }
    }

    @Test(
        "what is no range says where it stops being one",
        arguments: [
            ("", 0), ("1.2.3,", 6), (">=", 2), ("^^1", 0), ("=> 1", 0), ("1.2.3.4", 0), ("^1, <x.2", 5), ("^1 || ", 6),
            ("1.*.3", 0), ("> 1, latest", 5), ("!=1", 0),
        ]
    )
    func noRange(text: String, offset: Int) {
        #expect(throws: VersionRange.Mistake.self) { try VersionRange(text) }
        do throws(VersionRange.Mistake) { _ = try VersionRange(text) } catch { #expect(error.offset == offset) }
    }
}
