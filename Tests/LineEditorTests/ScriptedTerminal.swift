// A terminal that types what a test tells it and shows it on a virtual screen.
import LineEditor

final class ScriptedTerminal: Terminal {
    enum Step {
        case keys(String)
        case bytes([UInt8])
        case pause
        case resize(Int)
        case event(TerminalInput)
        /// Looks at the screen.
        case look((VirtualScreen) -> Void)
    }

    var screen: VirtualScreen
    private(set) var isRaw = false
    private(set) var suspendCount = 0
    private var steps: [Step]
    let isRich: Bool
    let showsPrompt: Bool

    init(columns: Int = 40, rows: Int = 10, isRich: Bool = true, showsPrompt: Bool = true, _ steps: [Step]) {
        screen = VirtualScreen(columns: columns, rows: rows)
        self.isRich = isRich
        self.showsPrompt = showsPrompt
        self.steps = steps
    }

    var size: TerminalSize { TerminalSize(columns: screen.columns, rows: screen.cells.count) }

    func read(timeout_ms: Int?) -> TerminalInput {
        while !steps.isEmpty {
            switch steps.removeFirst() {
            case .keys(let keys): return .bytes(Array(keys.utf8))
            case .bytes(let bytes): return .bytes(bytes)
            case .pause: return .timeout
            case .resize(let columns):
                screen.resize(columns: columns)
                return .resized
            case .event(let input): return input
            case .look(let body): body(screen)
            }
        }
        return .endOfInput
    }

    func write(_ text: String) { screen.write(text) }
    func enterRawMode() { isRaw = true }
    func leaveRawMode() { isRaw = false }
    func suspend() { suspendCount += 1 }
}

enum Press {
    static let enter = "\r", tab = "\t", backspace = "\u{7F}", escape = "\u{1B}"
    static let up = "\u{1B}[A", down = "\u{1B}[B", right = "\u{1B}[C", left = "\u{1B}[D"
    static let home = "\u{1B}[H", end = "\u{1B}[F", delete = "\u{1B}[3~", wordLeft = "\u{1B}[1;5D",
        wordRight = "\u{1B}[1;5C"
    static let altEnter = "\u{1B}\r"
    static func control(_ letter: Character) -> String {
        String(Character(Unicode.Scalar((letter.asciiValue ?? 0x60) & 0x1F)))
    }
    static func alt(_ letter: Character) -> String { "\u{1B}\(letter)" }
    static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}

/// What an editor makes of keys; the entries of the history come first.
func entry(
    _ keys: String,
    history: [String] = [],
    isComplete: @escaping (String) -> Bool = { _ in true },
    complete: @escaping (String, Int) -> Completion = { _, _ in .none }
) -> LineEditor.Entry {
    var past = History()
    for entry in history { past.add(entry) }
    let terminal = ScriptedTerminal([.keys(keys)])
    return LineEditor(terminal: terminal, history: past, isComplete: isComplete, complete: complete).readEntry()
}
