// What a room that must not know Rendering is handed instead: something that lays out a table.

/// Lays out rows under headers as text for a terminal.
public protocol TableRenderer: Sendable {
    /// The table as lines of text, no wider than `width` columns where that can be done.
    func table(header: [String], rows: [[String]], width: Int) -> String
}
