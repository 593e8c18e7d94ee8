// The thin layer between the editor and whatever it runs in: a terminal, a pipe, a test.

/// What came from a terminal.
public enum TerminalInput: Sendable, Hashable {
    /// Bytes of keys.
    case bytes([UInt8])
    /// Nothing came in the time given.
    case timeout
    /// Nothing will come any more.
    case endOfInput
    /// The terminal has another size.
    case resized
    /// The process was stopped and goes on; the screen shows who knows what.
    case resumed
    /// Someone asked the process to stop what it does, as Ctrl-C does.
    case interrupted
}

/// Where keys come from and where text goes.
public protocol Terminal: AnyObject {
    /// Whether it moves cursors: not so for pipes, files and dumb terminals.
    var isRich: Bool { get }
    /// Whether a person types, so that a prompt makes sense.
    var showsPrompt: Bool { get }
    /// The size in columns and rows.
    var size: TerminalSize { get }
    /// Waits for input; without a limit where none is given, else so many milliseconds.
    func read(timeout_ms: Int?) -> TerminalInput
    /// Writes text.
    func write(_ text: String)
    /// Hands every key to the program as it is pressed.
    func enterRawMode()
    /// Goes back to how the terminal was.
    func leaveRawMode()
    /// Stops the process until the shell lets it go on.
    func suspend()
}
