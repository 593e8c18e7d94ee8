// The entries of the store's tables while it is being built: columns.h has the same, laid out by columns.

extension Int32 {
    /// What stands for an unknown day or figure in columns: BRINK_UNKNOWN of columns.h.
    static let unknown = Int32.min
}

/// What `columns.h` calls an event's row.
struct EventEntry {
    var id: UInt64
    var start: Int32
    var end: Int32
    var side: UInt32
    var act: UInt32
    var sentence: UInt32
    var triggerStart: UInt32
    var triggerLength: UInt32
    var action: UInt32
    var wording: UInt32
    var place: UInt32
    var casualty: UInt32
    var extra: UInt32
    var type: UInt8
    var modality: UInt8
    var hostility: UInt8
    var flags: UInt8
}

/// All the sources and all the targets of an event: two lists of actors.
struct SideEntry: Hashable {
    var source: UInt32
    var target: UInt32
}

/// An actor without the words of the text; symbols.
struct StoredActor: Hashable {
    var id: UInt32
    var name: UInt32
    var family: UInt32
    var backer: UInt32
    var country: UInt32
    var sector: UInt8
}

/// What an act is coded as, beside its type.
///
/// The Goldstein value is its bit pattern, since no value equals "unknown".
struct ActEntry: Hashable {
    var goldstein: UInt64
    var mode: UInt32
    var cameo: UInt32
    var context: UInt32
}

/// A sentence of an article.
struct SentenceEntry: Hashable {
    var article: UInt32
    var number: Int32
    var start: UInt32
    var length: UInt32
    var text: UInt32
}

/// An article and its day of publication.
struct ArticleEntry: Hashable {
    var id: UInt32
    var published: Int32
}

/// A place; degrees as bit patterns.
struct PlaceEntry: Hashable {
    var name: UInt32
    var country: UInt32
    var latitude: UInt64
    var longitude: UInt64
}

/// The figures of dead and wounded.
struct CasualtyEntry: Hashable {
    var killed: Int32
    var wounded: Int32
}

/// What few events have: symbols and lists.
struct ExtraEntry: Hashable {
    var revision: UInt32
    var speaker: UInt32
    var weapons: UInt32
    var answers: UInt32
    var mentions: UInt32
    var trace: UInt32
}
