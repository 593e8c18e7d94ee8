// How a command ends: several things can go wrong in one run, and the gravest decides.

/// The exit status of a command, in rising precedence: 0, 1, 3, 4, 2, 130.
enum ExitStatus: Int32, Comparable, Error {
    /// All went well.
    case fine = 0
    /// There were findings at or above the level that the user named, or a test failed.
    case findings = 1
    /// The command line was wrong.
    case usage = 2
    /// Some input was bad; the rest was done.
    case badInput = 3
    /// A rule or a script failed or hit a limit.
    case scriptFailed = 4
    /// The user interrupted.
    case interrupted = 130

    private var precedence: Int {
        switch self {
        case .fine: 0
        case .findings: 1
        case .badInput: 2
        case .scriptFailed: 3
        case .usage: 4
        case .interrupted: 5
        }
    }

    /// The one that yields comes first.
    static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.precedence < right.precedence }

    /// Keeps the graver of the two.
    mutating func rise(to other: ExitStatus) { self = max(self, other) }
}
