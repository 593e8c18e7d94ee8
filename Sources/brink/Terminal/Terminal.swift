// What is known of the terminal that the program runs in.
import Foundation

/// The terminal at standard output.
enum Terminal {
    /// Its width in columns, nil where standard output is no terminal.
    static var width: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}
