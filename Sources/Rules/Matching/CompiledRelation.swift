// A relation as the matcher checks it.
import EventModel

/// A relation whose step is a number.
struct CompiledRelation: Sendable, Hashable {
    let relation: Relation
    let step: Int
}
