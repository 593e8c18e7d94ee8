// Passwords of keys: typed without an echo, or the first line of a file or of standard input.
import Foundation

/// Asks for passwords.
enum Passwords {
    /// The password; `file` is where it stands, nil where the user is to be asked.
    static func read(_ prompt: String, file: String?) throws -> String {
        if let file { return firstLine(try FileBytes.read(file)) }
        guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
        writePrompt(prompt)
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return readLine() ?? "" }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            writePrompt("\n")
        }
        return readLine() ?? ""
    }

    private static func firstLine(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    }

    private static func writePrompt(_ text: String) { StandardError.write(Array(text.utf8)) }
}
