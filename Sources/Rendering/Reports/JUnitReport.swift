// Results of tests as JUnit XML, which continuous integration reads.

/// Suites of tests with how each came out.
public struct JUnitReport: Sendable {
    /// The suites, in order.
    public var suites: [Suite]

    /// Tests that belong together.
    public struct Suite: Sendable {
        /// The name.
        public var name: String
        /// The tests, in order.
        public var cases: [Case]

        /// A suite.
        public init(name: String, cases: [Case]) {
            self.name = name
            self.cases = cases
        }
    }

    /// One test.
    public struct Case: Sendable {
        /// What it is a test of.
        public var subject: String
        /// The name.
        public var name: String
        /// The file that holds it, nil where there is none.
        public var file: String?
        /// The line in it, from 1.
        public var line: Int?
        /// How long it took.
        public var seconds: Double
        /// How it came out.
        public var outcome: Outcome

        /// A test.
        public init(
            subject: String,
            name: String,
            file: String? = nil,
            line: Int? = nil,
            seconds: Double = 0,
            outcome: Outcome
        ) {
            self.subject = subject
            self.name = name
            self.file = file
            self.line = line
            self.seconds = seconds
            self.outcome = outcome
        }
    }

    /// How a test came out.
    public enum Outcome: Sendable {
        case passed
        /// It came out otherwise than it should.
        case failed(message: String, details: String)
        /// It could not be run.
        case error(message: String, details: String)
    }

    /// A report of suites.
    public init(_ suites: [Suite]) { self.suites = suites }

    /// The XML, as Jenkins, GitLab and GitHub's reporters read it.
    public var xml: String {
        let all = suites.flatMap(\.cases)
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites \(Self.counts(all))>"]
        for suite in suites {
            lines.append("  <testsuite name=\"\(Markup.escaped(suite.name))\" \(Self.counts(suite.cases))>")
            for test in suite.cases { lines += Self.lines(test) }
            lines.append("  </testsuite>")
        }
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ test: Case) -> [String] {
        var attributes = "classname=\"\(Markup.escaped(test.subject))\" name=\"\(Markup.escaped(test.name))\""
        if let file = test.file { attributes += " file=\"\(Markup.escaped(file))\"" }
        if let line = test.line { attributes += " line=\"\(line)\"" }
        attributes += " time=\"\(seconds(test.seconds))\""
        switch test.outcome {
        case .passed: return ["    <testcase \(attributes)/>"]
        case .failed(let message, let details): return lines("failure", attributes, message, details)
        case .error(let message, let details): return lines("error", attributes, message, details)
        }
    }

    private static func lines(_ tag: String, _ attributes: String, _ message: String, _ details: String) -> [String] {
        [
            "    <testcase \(attributes)>",
            "      <\(tag) message=\"\(attribute(message))\">\(Markup.escaped(details))</\(tag)>",
            "    </testcase>",
        ]
    }

    // Line feeds in attributes would be read as spaces.
    private static func attribute(_ text: String) -> String {
        Markup.escaped(text).replacing("\n", with: "&#10;")
    }

    private static func counts(_ cases: [Case]) -> String {
        let failures = cases.count { if case .failed = $0.outcome { true } else { false } }
        let errors = cases.count { if case .error = $0.outcome { true } else { false } }
        let time = seconds(cases.reduce(0) { $0 + $1.seconds })
        return "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"\(time)\""
    }

    private static func seconds(_ seconds: Double) -> String {
        let micros = Int((seconds * 1e6).rounded())
        let rest = String(micros % 1_000_000)
        return "\(micros / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
    }
}
