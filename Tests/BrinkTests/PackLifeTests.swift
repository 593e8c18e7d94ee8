// The transcript in docs/packs.md is what happens.
import Foundation
import Testing

@Suite struct PackLifeTests {
    private static let begin = "<!-- transcript: Tests/BrinkTests/pack_life.sh -->\n```\n"
    private static let end = "```\n<!-- end of transcript -->"

    @Test("the whole life of a pack goes as docs/packs.md tells; BRINK_RECORD=1 writes it anew")
    func transcript() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "brink-life-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appending(path: "transcript")
        let world = folder.appending(path: "world")
        try FileManager.default.createDirectory(at: world, withIntermediateDirectories: true)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = Tool.checkout.appending(path: "Tests/BrinkTests/pack_life.sh").path
        process.arguments = ["bash", script, Tool.executable.path, world.path]
        process.environment = ProcessInfo.processInfo.environment
            .merging(["BRINK_DATA": Tool.checkout.path, "NO_COLOR": "1"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.standardError
        try process.run()
        process.waitUntilExit()
        let text = Self.normal(try String(contentsOf: output, encoding: .utf8), world: world.path)
        let page = Tool.checkout.appending(path: "docs/packs.md")
        let docs = try String(contentsOf: page, encoding: .utf8)
        let start = try #require(docs.firstRange(of: Self.begin)?.upperBound)
        let stop = try #require(docs[start...].firstRange(of: Self.end)?.lowerBound)
        if ProcessInfo.processInfo.environment["BRINK_RECORD"] != nil {
            try (docs[..<start] + text + docs[stop...]).write(to: page, atomically: true, encoding: .utf8)
            return
        }
        let told = docs[start..<stop].split(separator: "\n", omittingEmptySubsequences: false)
        let happened = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (line, (told, happened)) in zip(told, happened).enumerated() {
            #expect(told == happened, "line \(line + 1) of the transcript")
        }
        #expect(told.count == happened.count)
    }

    /// What differs from run to run by its first appearance: keys, hashes, sizes, ports, paths.
    private static func normal(_ text: String, world: String) -> String {
        var text = text.replacing(world, with: "/tmp/world")
        func replace(_ regex: Regex<Substring>, _ name: String) {
            var seen: [String] = []
            for match in text.matches(of: regex) {
                let found = String(match.output)
                if !seen.contains(found) { seen.append(found) }
            }
            for (number, found) in seen.enumerated() { text = text.replacing(found, with: "\(name)\(number + 1)") }
        }
        replace(/RW[A-Za-z0-9+\/]{54}/, "RW…key-")
        replace(/[0-9a-f]{64}/, "sha256-")
        replace(/[0-9A-F]{16}/, "KEY-")
        replace(/127\.0\.0\.1:[0-9]+/, "127.0.0.1:")
        text = text.replacing(/[0-9]+ bytes/, with: "N bytes")
        return text.trimmingCharacters(in: .whitespacesAndNewlines) + "\n"
    }
}
