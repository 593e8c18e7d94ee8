// What sort of place a name stands for.

/// A sort of place; raw values are the words of the gazetteer.
public enum PlaceKind: String, Sendable, CaseIterable {
    case country
    /// A province, state or district, or a part of a country that news names.
    case region
    case capital
    /// A city of about a million people or more.
    case metropolis
    case city
    /// A town, a village or a quarter.
    case town
    /// A military base, airfield or outpost.
    case base
    case strait
    case sea
    /// A border crossing or checkpoint.
    case crossing
    case island
    /// A plant, port, dam, prison, refinery, camp or building.
    case facility
    /// A valley, desert, front line, border or other stretch of land.
    case area
    case river
    case mountain
    /// A part of the world.
    case continent
}
