// Standard input and output, raw while an entry is read and as they were at all other times.
import Glibc

/// The terminal or the pipe that the process was started with.
public final class SystemTerminal: Terminal {
    private var original: termios?
    private var watch: SignalWatch?
    private let input: Int32
    private let output: Int32
    private let isInputTerminal: Bool
    private let isOutputTerminal: Bool
    private let kind: String

    /// Standard input and output.
    public convenience init() {
        let kind = getenv("TERM").map { String(cString: $0) } ?? ""
        self.init(input: STDIN_FILENO, output: STDOUT_FILENO, kind: kind)
    }

    /// A terminal behind other file descriptors, of a kind that `TERM` would name; they stay open.
    init(input: Int32, output: Int32, kind: String) {
        self.input = input
        self.output = output
        self.kind = kind
        isInputTerminal = isatty(input) == 1
        isOutputTerminal = isatty(output) == 1
    }

    deinit { leaveRawMode() }

    /// Whether both ends are a terminal that moves its cursor.
    public var isRich: Bool {
        isInputTerminal && isOutputTerminal && !["", "dumb", "cons25", "emacs"].contains(kind)
    }

    /// Whether a person types and sees what is written.
    public var showsPrompt: Bool { isInputTerminal && isOutputTerminal }

    /// The size, as the terminal tells it, or 80 by 24.
    public var size: TerminalSize {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return TerminalSize(columns: 80, rows: 24)
        }
        // A window of a few columns has no room to edit in; what is laid out for eight is at least not wrong.
        return TerminalSize(columns: max(8, Int(window.ws_col)), rows: max(2, Int(window.ws_row)))
    }

    /// Waits for bytes of standard input, or for a signal while in raw mode.
    public func read(timeout_ms: Int?) -> TerminalInput {
        while true {
            var sources = [pollfd(fd: input, events: Int16(POLLIN), revents: 0)]
            if watch != nil { sources.append(pollfd(fd: SignalWatch.pipe.read, events: Int16(POLLIN), revents: 0)) }
            let ready = poll(&sources, nfds_t(sources.count), Int32(timeout_ms ?? -1))
            if ready == 0 { return .timeout }
            if ready < 0 {
                if errno == EINTR { continue }
                return .endOfInput
            }
            if sources.count > 1, sources[1].revents != 0 {
                guard let input = signalInput() else { continue }
                return input
            }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = Glibc.read(input, &bytes, bytes.count)
            if count > 0 { return .bytes(Array(bytes[..<count])) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            return .endOfInput
        }
    }

    private func signalInput() -> TerminalInput? {
        switch SignalWatch.next() {
        case SIGWINCH: return .resized
        case SIGINT: return .interrupted
        case SIGCONT:
            // Whoever stopped us may have set the terminal to rights for the shell.
            if original != nil { setRaw() }
            return .resumed
        case SIGTSTP:
            suspend()
            return .resumed
        case let signal?:
            // The process was asked to end: the terminal first, then the signal as if nobody had caught it.
            leaveRawMode()
            kill(getpid(), signal)
            return .endOfInput
        case nil: return nil
        }
    }

    /// Writes to standard output, all of it.
    public func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR, errno != EAGAIN { return }
            bytes = bytes.dropFirst(max(0, count))
        }
    }

    /// Turns off echo, line editing and the keys that send signals; signals sent by others are turned into input.
    public func enterRawMode() {
        guard original == nil else { return }
        if input == STDIN_FILENO { TerminalRescue.prepare() }
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { return }
        original = modes
        watch = SignalWatch([SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT])
        setRaw()
    }

    private func setRaw() {
        guard var modes = original else { return }
        modes.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
        modes.c_cflag |= tcflag_t(CS8)
        modes.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
        tcsetattr(input, TCSADRAIN, &modes)
        write("\u{1B}[?2004h")
    }

    /// Sets the terminal and the signals back to what they were.
    public func leaveRawMode() {
        guard var modes = original else { return }
        write("\u{1B}[?2004l")
        tcsetattr(input, TCSADRAIN, &modes)
        original = nil
        watch?.end()
        watch = nil
    }

    /// Gives the terminal back and stops, as Ctrl-Z does, until the shell lets the process go on.
    public func suspend() {
        let wasRaw = original != nil
        leaveRawMode()
        kill(0, SIGTSTP)
        if wasRaw { enterRawMode() }
    }
}
