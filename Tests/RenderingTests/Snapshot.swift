// Printed output held to files: what a person sees changes only when someone has looked at it.
import Foundation
import Testing

/// Holds a text to `Snapshots/NAME.txt`; `BRINK_RECORD=1` writes the file instead.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
    if ProcessInfo.processInfo.environment["BRINK_RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        return
    }
    let recorded = try? String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == recorded, "BRINK_RECORD=1 swift test records it anew", sourceLocation: sourceLocation)
}
