// Earlier states of the buffer; a run of typing is one step.

/// The states that undo goes back to.
struct UndoStack {
    /// What a change was, so that like changes in a row are one step.
    enum Change: Equatable {
        case typing
        case erasing
        case other
    }

    private var states: [EditBuffer] = []
    private var lastChange = Change.other
    private static let countMax = 500

    /// Notes the state before a change; `joins` says that it goes on with the change before.
    mutating func note(_ state: EditBuffer, _ change: Change, joins: Bool = true) {
        defer { lastChange = change }
        if joins, change != .other, change == lastChange, !states.isEmpty { return }
        states.append(state)
        if states.count > Self.countMax { states.removeFirst() }
    }

    /// Ends the run of like changes, as a movement does.
    mutating func seal() { lastChange = .other }

    /// The state to go back to, nil where there is none.
    mutating func back() -> EditBuffer? {
        lastChange = .other
        return states.popLast()
    }
}
