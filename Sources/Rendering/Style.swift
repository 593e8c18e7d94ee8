// Colour, or none: the caller knows the terminal, this room only paints.
import EventModel

/// How text is set off: by colour where the terminal shows it, else not at all.
public struct Style: Sendable, Hashable {
    /// Whether escape sequences of colour are written.
    public let isColored: Bool

    /// No colour.
    public static let plain = Style(isColored: false)
    /// The sixteen colours that every terminal has, as its user has set them.
    public static let colored = Style(isColored: true)

    /// What a piece of text is, which decides how it looks.
    public enum Role: Sendable, Hashable, CaseIterable {
        /// A heading.
        case header
        /// What one looks for first.
        case strong
        /// What one looks for last.
        case faint
        /// The words of an act within their sentence.
        case trigger
        /// Material conflict, and grave alerts.
        case danger
        /// Verbal conflict, and alerts of some weight.
        case caution
        /// Cooperation.
        case calm
        /// An alert of the highest severity.
        case alarm
    }

    /// The text in its role's look.
    public func paint(_ text: String, _ role: Role) -> String {
        guard isColored, !text.isEmpty else { return text }
        let code =
            switch role {
            case .header, .strong: "1"
            case .faint: "2"
            case .trigger: "1;4"
            case .danger: "31"
            case .caution: "33"
            case .calm: "32"
            case .alarm: "1;7;31"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension QuadClass {
    /// How the class looks.
    var role: Style.Role {
        switch self {
        case .materialConflict: .danger
        case .verbalConflict: .caution
        case .verbalCooperation, .materialCooperation: .calm
        }
    }
}

extension Severity {
    /// How the severity looks.
    var role: Style.Role {
        switch self {
        case .critical: .alarm
        case .high: .danger
        case .medium: .caution
        case .low: .strong
        case .info: .faint
        }
    }
}
