// What the events of one match have in common.

/// The key of a sequence: events are matched with those that stand under the same key.
public struct MatchKey: Sendable, Hashable {
    /// What makes up the key.
    public enum Scope: String, Sendable, CaseIterable {
        /// Every event under one key.
        case all
        /// The two sides, whoever acts.
        case pair
        /// The side that acts and the side that it acts upon.
        case dyad
        /// A side, whether it acts or is acted upon.
        case actor
        /// A side that acts.
        case source
        /// A side that is acted upon.
        case target
        /// The country in which it happened.
        case place
        /// The article that tells of it.
        case article
    }

    /// What makes up the key.
    public var scope: Scope
    /// The level of the roll-up at which sides are told apart.
    public var level: ActorLevel

    /// A key at a level.
    public init(_ scope: Scope, level: ActorLevel = .side) {
        self.scope = scope
        self.level = level
    }
}

extension MatchKey: CustomStringConvertible {
    /// The key as a rule writes it.
    public var description: String { level == .side ? scope.rawValue : "\(scope.rawValue) at \(level.rawValue)" }
}
