// JUnit, SARIF and pages: the formats that other programs read.
import Foundation
import Testing

@testable import Rendering

@Suite struct ReportTests {
    @Test("JUnit counts what failed and escapes what markup would read as its own")
    func junit() throws {
        let report = JUnitReport([
            JUnitReport.Suite(
                name: "a & b",
                cases: [
                    JUnitReport.Case(
                        subject: "p/r",
                        name: "fires[1]",
                        file: "r.lua",
                        line: 3,
                        seconds: 0.25,
                        outcome: .passed
                    ),
                    JUnitReport.Case(
                        subject: "p/r",
                        name: "fires[2]: \"quoted\"",
                        seconds: 1.5,
                        outcome: .failed(message: "one\ntwo", details: "a < b")
                    ),
                    JUnitReport.Case(subject: "p", name: "load", outcome: .error(message: "no", details: "")),
                ]
            )
        ])
        #expect(
            report.xml == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="3" failures="1" errors="1" time="1.750000">
                  <testsuite name="a &amp; b" tests="3" failures="1" errors="1" time="1.750000">
                    <testcase classname="p/r" name="fires[1]" file="r.lua" line="3" time="0.250000"/>
                    <testcase classname="p/r" name="fires[2]: &quot;quoted&quot;" time="1.500000">
                      <failure message="one&#10;two">a &lt; b</failure>
                    </testcase>
                    <testcase classname="p" name="load" time="0.000000">
                      <error message="no"></error>
                    </testcase>
                  </testsuite>
                </testsuites>

                """
        )
    }

    @Test("SARIF names the schema, the checks, the places in code points, and the fixes")
    func sarif() throws {
        let region = SARIFReport.Region(startLine: 2, startColumn: 5, endLine: 2, endColumn: 9)
        let report = SARIFReport(
            tool: "brink",
            version: "1.0.0",
            rules: [SARIFReport.Rule(id: "x", summary: "S.", help: "H.", level: .note)],
            results: [
                SARIFReport.Result(
                    rule: "x",
                    level: .note,
                    message: "m",
                    path: "a b/ü.lua",
                    region: region,
                    fingerprint: "f",
                    fix: [SARIFReport.Replacement(region: region, text: "days")]
                ),
                SARIFReport.Result(
                    rule: "y",
                    level: .error,
                    message: "n",
                    path: "/t/p.lua",
                    region: nil,
                    fingerprint: "g"
                ),
            ]
        )
        #expect(
            report.json == """
                {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":\
                {"name":"brink","version":"1.0.0","semanticVersion":"1.0.0","rules":[{"id":"x","shortDescription":\
                {"text":"S."},"help":{"text":"H."},"defaultConfiguration":{"level":"note"}}]}},"columnKind":\
                "unicodeCodePoints","results":[{"ruleId":"x","ruleIndex":0,"level":"note","message":{"text":"m"},\
                "locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b/%C3%BC.lua"},"region":{"startLine":2,\
                "startColumn":5,"endLine":2,"endColumn":9}}}],"partialFingerprints":{"brinkLint/v1":"f"},"fixes":\
                [{"artifactChanges":[{"artifactLocation":{"uri":"a%20b/%C3%BC.lua"},"replacements":[{"deletedRegion":\
                {"startLine":2,"startColumn":5,"endLine":2,"endColumn":9},"insertedContent":{"text":"days"}}]}]}]},\
                {"ruleId":"y","level":"error","message":{"text":"n"},"locations":[{"physicalLocation":\
                {"artifactLocation":{"uri":"file:///t/p.lua"}}}],"partialFingerprints":{"brinkLint/v1":"g"}}]}]}

                """
        )
    }

    private static let page = Page(
        title: "A <page> of *stars*",
        blocks: [
            .paragraph(["Plain, ", .strong("strong"), " and ", .code("a|b"), "."]), .heading(2, "List"),
            .list([["one"], [.link("two", target: "two.html")]]), .code("x = \"```\"", language: "lua"),
            .quote(["a\nb"]), .table(header: ["h"], rows: [[["1 | 2"]], [[.code("<|")]]]),
        ]
    )

    @Test("A page as Markdown escapes what Markdown would read as its own")
    func markdown() {
        #expect(
            Self.page.markdown == #"""
                # A \<page\> of \*stars\*

                Plain, **strong** and `a|b`.

                ## List

                * one
                * [two](two.html)

                ````lua
                x = "```"
                ````

                > a
                > b

                | h |
                |---|
                | 1 \| 2 |
                | `<\|` |

                """#
        )
    }

    @Test("A page as HTML is well-formed, asks nothing of the network, and is dark or light")
    func html() throws {
        let html = Self.page.html
        #expect(html.contains("<title>A &lt;page&gt; of *stars*</title>"))
        #expect(html.contains("<td>1 | 2</td>") && html.contains("<td><code>&lt;|</code></td>"))
        #expect(html.contains("default-src 'none'") && html.contains("prefers-color-scheme:dark"))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"))
        for tag in ["p", "ul", "li", "pre", "code", "blockquote", "table", "tr", "td", "th", "h1", "h2", "html"] {
            let opened = html.components(separatedBy: "<\(tag)>").count + html.components(separatedBy: "<\(tag) ").count
            #expect(opened == html.components(separatedBy: "</\(tag)>").count + 1, "\(tag)")
        }
    }
}
