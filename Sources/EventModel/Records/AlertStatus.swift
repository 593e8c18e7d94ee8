// Whether an alert is new, has changed, or no longer holds.

/// The state of an alert; a later article can change an event and so an alert.
public enum AlertStatus: String, Sendable, CaseIterable {
    case new
    case updated
    case withdrawn
}
