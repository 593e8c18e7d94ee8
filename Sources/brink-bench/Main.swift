// `brink-bench [NAME…]`: runs the named benchmarks, or all, and prints their medians.
import EventModel
import Foundation
import LuaRuntime

@main struct Main {
    static func main() {
        let names = Array(CommandLine.arguments.dropFirst())
        if names.contains("--help") || names.contains("-h") { return write(usage) }
        if names.count == 3, names[0] == "compare", let count = Int(names[2]) { return compare(names[1], count) }
        let known = Benchmark.all.map(\.name)
        for name in names where !known.contains(name) {
            let hint = Suggestion.hint(for: name, among: known).map { "; \($0)" } ?? ""
            write("brink-bench: there is no benchmark '\(name)'\(hint)", to: .standardError)
            exit(2)
        }
        let bench = Bench(eventCount: 1_000_000, rounds: 7)
        var failed = false
        for benchmark in Benchmark.all where names.isEmpty || names.contains(benchmark.name) {
            write("\n## \(benchmark.name): \(benchmark.summary)\n")
            do {
                write(table(try benchmark.run(bench)))
            } catch {
                write("brink-bench: \(benchmark.name): \(error)", to: .standardError)
                failed = true
            }
        }
        if failed { exit(1) }
    }

    /// `brink-bench compare FILE.csv COUNT`, for Benchmarks/compare.py.
    private static func compare(_ path: String, _ count: Int) {
        do {
            try Comparison(path: path, eventCount: count, rounds: 5).run { write($0) }
        } catch {
            write("brink-bench: compare: \(error)", to: .standardError)
            exit(1)
        }
    }

    private static var usage: String {
        let names = Benchmark.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
        return """
            usage: brink-bench [NAME…]
                   brink-bench compare FILE.csv COUNT
            Measures over 1,000,000 synthetic events; each figure is the median of 7 rounds of processor time,
            the time beside it that of the clock. Build it with `swift build -c release --product brink-bench`.
            `compare` writes COUNT events to a file and prints what Brink takes for four questions about them;
            Benchmarks/compare.py asks other tools the same.
            \(names)
            """
    }

    private static func table(_ rows: [Benchmark.Row]) -> String {
        let lines = rows.map { "| \($0.what) | \($0.figure) | \($0.clock) | \($0.goal) |" }
        return "| what | median | clock | goal |\n|---|---|---|---|\n" + lines.joined(separator: "\n")
    }

    private static func write(_ text: String, to handle: FileHandle = .standardOutput) {
        handle.write(Data((text + "\n").utf8))
    }
}
