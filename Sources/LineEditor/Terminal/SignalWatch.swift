// Signals as bytes in a pipe, so that they are handled where input is, and not in a signal handler.
import Glibc

/// Catches signals until it ends, and then sets them back to what they were.
struct SignalWatch {
    /// The pipe that the handler writes to; a handler is handed nothing, so it must find this by itself.
    static let pipe: (read: Int32, write: Int32) = {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }()

    private var previous: [(signal: Int32, action: sigaction)] = []

    /// Catches these signals.
    init(_ signals: [Int32]) {
        // The handler must not be the first to ask for the pipe: making it is not safe there.
        guard Self.pipe.write >= 0 else { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            let number = errno
            var byte = UInt8(truncatingIfNeeded: signal)
            _ = write(SignalWatch.pipe.write, &byte, 1)
            errno = number
        }
        action.sa_flags = SA_RESTART
        for signal in signals {
            var old = sigaction()
            sigaction(signal, &action, &old)
            previous.append((signal, old))
        }
    }

    /// The next signal caught, nil where there is none.
    static func next() -> Int32? {
        var byte: UInt8 = 0
        return read(pipe.read, &byte, 1) == 1 ? Int32(byte) : nil
    }

    /// Sets the signals back.
    func end() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
    }
}
