// Sessions held to files: what a person types and what comes back.
import EventModel
import Foundation
import Synchronization
import Testing
import Workbench

@Suite struct TranscriptTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

    static var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }
            .sorted()
    }

    @Test("A session answers as its transcript says; BRINK_RECORD=1 records it anew", arguments: names)
    func transcript(name: String) throws {
        let file = Self.folder.appending(path: name)
        let recorded = try String(contentsOf: file, encoding: .utf8)
        let played = try Self.play(recorded)
        if ProcessInfo.processInfo.environment["BRINK_RECORD"] == "1" {
            try played.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(played == recorded)
        }
    }

    @Test("There are transcripts")
    func some() { #expect(Self.names.count >= 4) }

    /// The transcript with the answers that a session gives now.
    static func play(_ transcript: String) throws -> String {
        let printed = Mutex("")
        let session = try Session(
            newsroom: SampleNewsroom(),
            vocabulary: FieldVocabulary(),
            look: Look(width: 80),
            output: { bytes in printed.withLock { $0 += String(decoding: bytes, as: UTF8.self) } }
        )
        var lines: [String] = []
        var entry: [String] = []
        func answer() {
            guard !entry.isEmpty else { return }
            let reply = session.enter(entry.joined(separator: "\n"))
            let output = printed.withLock { text in
                defer { text = "" }
                return text
            }
            for text in [output, reply.text] where !text.isEmpty {
                let ended = text.hasSuffix("\n") ? String(text.dropLast()) : text
                lines += ended.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            }
            entry = []
        }
        for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("brink> ") {
                answer()
                entry = [String(line.dropFirst(7))]
                lines.append(String(line))
            } else if line.hasPrefix("   ..> "), !entry.isEmpty {
                entry.append(String(line.dropFirst(7)))
                lines.append(String(line))
            }
        }
        answer()
        return lines.joined(separator: "\n") + "\n"
    }
}
