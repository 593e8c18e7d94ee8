// One line of the closed list of weapons.

/// A weapon: the words that name it, and what it makes of an attack.
public struct ActionWeapon: Sendable {
    /// The name in records.
    public let name: String
    /// The finer CAMEO code that it gives to an attack, nil where it gives none.
    public let cameo: String?
    /// The PLOVER mode that it gives to an attack, nil where it gives none.
    public let mode: String?
}
