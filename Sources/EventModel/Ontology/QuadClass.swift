// The four classes that every event falls into: verbal or material, cooperation or conflict.

/// A quad class; raw values are the names that records use.
public enum QuadClass: String, Sendable, CaseIterable {
    case verbalCooperation = "verbal_cooperation"
    case materialCooperation = "material_cooperation"
    case verbalConflict = "verbal_conflict"
    case materialConflict = "material_conflict"
}
