// What a person presses, whatever bytes the terminal sends for it.

/// A key, or a run of text.
public enum Key: Sendable, Hashable {
    /// Characters typed.
    case text(String)
    /// Characters pasted, which never submit.
    case paste(String)
    case enter
    /// Enter that never submits: Alt-Enter, or Shift-Enter where the terminal tells.
    case newline
    case tab
    case backTab
    case backspace
    case delete
    case escape
    case left, right, up, down
    case wordLeft, wordRight
    case home, end
    /// Control-Home and Control-End.
    case textStart, textEnd
    case pageUp, pageDown
    /// A letter or sign pressed with Control, in lower case.
    case control(Character)
    /// A letter or sign pressed with Alt.
    case alt(Character)
    case altBackspace
    /// A sequence that means nothing here.
    case unknown
}
