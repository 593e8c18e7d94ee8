// What part of society an actor belongs to.

/// A sector of PLOVER; raw values are the codes that records use.
public enum Sector: String, Sendable, CaseIterable {
    /// Government: the executive, heads of state, ministries, the state as such.
    case government = "GOV"
    /// Armed forces of a state.
    case military = "MIL"
    /// Police.
    case police = "COP"
    /// Intelligence services.
    case intelligence = "SPY"
    /// Courts, judges, prosecutors.
    case judiciary = "JUD"
    /// Legislatures and their members.
    case legislature = "LEG"
    /// Political parties.
    case party = "PTY"
    /// The opposition.
    case opposition = "OPP"
    /// Rebels and armed groups with a name.
    case rebels = "REB"
    /// Unidentified armed forces.
    case unidentifiedArmed = "UAF"
    /// Criminals and their organisations.
    case criminals = "CRM"
    /// Civilians.
    case civilians = "CVL"
    /// Business.
    case business = "BUS"
    /// Medicine and its staff.
    case medical = "MED"
    /// Non-governmental organisations.
    case nonGovernmental = "NGO"
    /// Religious bodies and leaders.
    case religious = "REL"
}
