// Standard output and standard error as plain file descriptors, buffered by hand.
import Foundation

/// Collects what a command prints and writes it in large pieces; the end of a reader ends the program quietly.
struct StandardOutput {
    private var buffer: [UInt8] = []
    private static let flushSize = 1 << 16

    /// Adds text, as it is.
    mutating func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.flushSize { flush() }
    }

    /// Writes out what has been collected.
    mutating func flush() {
        Self.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes bytes at once.
    static func write(_ bytes: [UInt8]) { writeAll(STDOUT_FILENO, bytes) }
}

/// Standard error, unbuffered.
enum StandardError {
    /// Writes bytes at once.
    static func write(_ bytes: [UInt8]) { writeAll(STDERR_FILENO, bytes) }
}

/// Writes a message for the person at the terminal, with a line feed.
func printError(_ message: String) {
    writeAll(STDERR_FILENO, Array((message + "\n").utf8))
}

/// Writes all bytes, through interruptions and short writes.
private func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { pointer in
        var offset = 0
        while offset < pointer.count {
            let written = write(descriptor, pointer.baseAddress?.advanced(by: offset), pointer.count - offset)
            if written > 0 {
                offset += written
            } else if errno == EPIPE {
                // `brink … | head` is no error: nobody reads any more, so there is nothing left to do.
                exit(0)
            } else if errno != EINTR, errno != EAGAIN {
                exit(ExitStatus.badInput.rawValue)
            }
        }
    }
}
