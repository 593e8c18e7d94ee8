import Dispatch
import Foundation
import Synchronization
import Testing

@testable import LineEditor

/// The two ends of a terminal that the kernel makes for us.
private final class PseudoTerminal: Sendable {
    let near: Int32
    let far: Int32

    init?(columns: UInt16 = 40, rows: UInt16 = 10) {
        var ends: (near: Int32, far: Int32) = (-1, -1)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.near, &ends.far, nil, nil, &size) == 0 else { return nil }
        (near, far) = ends
    }

    deinit {
        close(near)
        close(far)
    }

    var modes: tcflag_t {
        var modes = termios()
        tcgetattr(far, &modes)
        return modes.c_lflag
    }

    func press(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(near, bytes, bytes.count)
    }

    /// What was written, read until one text and after it another has come.
    func output(until first: String, then second: String = "") -> String {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            let text = String(decoding: all, as: UTF8.self)
            if let found = text.firstRange(of: first), second.isEmpty || text[found.upperBound...].contains(second) {
                break
            }
            // A test that waits for what never comes fails instead of hanging.
            var source = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
            guard poll(&source, 1, 10_000) == 1 else { break }
            let count = read(near, &bytes, bytes.count)
            guard count > 0 else { break }
            all += bytes[..<count]
        }
        return String(decoding: all, as: UTF8.self)
    }
}

/// Entries read on a thread of their own, so that waiting for a key holds up no other test.
private final class Reading: Sendable {
    private let entries = Mutex<[LineEditor.Entry]>([])
    private let done = DispatchSemaphore(value: 0)

    init(_ count: Int, from pty: PseudoTerminal) {
        Thread.detachNewThread { [self] in
            let terminal = SystemTerminal(input: pty.far, output: pty.far, kind: "xterm")
            let editor = LineEditor(terminal: terminal, prompt: "brink> ")
            let read = (0..<count).map { _ in editor.readEntry() }
            entries.withLock { $0 = read }
            done.signal()
        }
    }

    /// What was read, once all of it was.
    var value: [LineEditor.Entry] {
        _ = done.wait(timeout: .now() + 10)
        return entries.withLock { $0 }
    }
}

@Suite(.serialized) struct SystemTerminalTests {
    @Test("In a real terminal keys are read raw, entries come back, and the terminal is as it was")
    func editing() throws {
        let pty = try #require(PseudoTerminal())
        let before = pty.modes
        let reading = Reading(3, from: pty)
        #expect(pty.output(until: "brink> ").contains("\u{1B}[?2004h"))
        #expect(pty.modes & tcflag_t(ICANON | ECHO | ISIG) == 0)
        pty.press("abc\u{1B}[D\u{1B}[DX\r")
        // Between entries the terminal is not raw, and Ctrl-C would be a signal: the keys wait for the next prompt.
        _ = pty.output(until: "\u{1B}[?2004l", then: "brink> ")
        pty.press("lost\u{3}")
        _ = pty.output(until: "\u{1B}[?2004l", then: "brink> ")
        pty.press("\u{4}")
        #expect(reading.value == [.text("aXbc"), .interrupted, .endOfInput])
        #expect(pty.modes == before)
    }

    @Test("A terminal that calls itself dumb is read line by line")
    func dumb() throws {
        let pty = try #require(PseudoTerminal())
        let terminal = SystemTerminal(input: pty.far, output: pty.far, kind: "dumb")
        pty.press("one\r")
        #expect(LineEditor(terminal: terminal).readEntry() == .text("one"))
        #expect(terminal.showsPrompt)
        #expect(terminal.size == TerminalSize(columns: 40, rows: 10))
    }

    @Test("A signal that comes while an entry is read is caught, and afterwards it is what it was")
    func signals() throws {
        let pty = try #require(PseudoTerminal())
        let before = Self.handler(of: SIGINT)
        let reading = Reading(1, from: pty)
        _ = pty.output(until: "brink> ")
        #expect(Self.handler(of: SIGINT) != before)
        // To the process: a thread of the test runner may have its signals blocked.
        kill(getpid(), SIGINT)
        #expect(reading.value == [.interrupted])
        #expect(Self.handler(of: SIGINT) == before)
    }

    private static func handler(of signal: Int32) -> UInt {
        var action = sigaction()
        sigaction(signal, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self)
    }
}
