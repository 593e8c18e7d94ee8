// Whether a script may make new globals.

/// How a VM treats globals.
///
/// Reading one that is not there is always an error.
public enum GlobalsPolicy: Sendable {
    /// New ones may be made: the REPL and `brink run`.
    case script
    /// A new one is an error: rule files.
    case strict
}
