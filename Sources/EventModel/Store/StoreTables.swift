// The store while it is being built: events turned into entries, strings and repeated parts kept once.
import CColumns
import Chronology

/// The tables of a store, before they are laid out as a block.
struct StoreTables {
    private(set) var events: [EventEntry] = []
    private(set) var sides = InternTable<SideEntry>()
    private(set) var actors = InternTable<StoredActor>()
    private(set) var acts = InternTable<ActEntry>()
    private(set) var sentences = InternTable<SentenceEntry>()
    private(set) var articles = InternTable<ArticleEntry>()
    private(set) var places = InternTable([PlaceEntry(name: 0, country: 0, latitude: nan, longitude: nan)])
    private(set) var casualties = InternTable([CasualtyEntry(killed: .unknown, wounded: .unknown)])
    private(set) var extras = InternTable([
        ExtraEntry(revision: 0, speaker: 0, weapons: 0, answers: 0, mentions: 0, trace: 0)
    ])
    private(set) var lists = ListTable()
    private(set) var symbols = SymbolTable()
    /// The texts of ids that are not `e_` and sixteen digits, by their stand-in.
    private(set) var oddIDs: [UInt64: UInt32] = [:]
    private var placeByID: [UInt64: Int] = [:]
    /// Lists of the names of the codes of columns.
    private(set) var names = (types: UInt32(0), quads: UInt32(0), modalities: UInt32(0), sectors: UInt32(0))

    /// Tables that hold the names of the closed vocabularies and nothing else.
    init() {
        names.types = symbolList(EventType.allCases.map(\.rawValue))
        names.quads = symbolList(EventType.allCases.map(\.quad.rawValue))
        names.modalities = symbolList(Modality.allCases.map(\.rawValue))
        names.sectors = symbolList(Sector.allCases.map(\.rawValue))
    }

    /// The bit pattern of "unknown" among degrees and Goldstein values.
    static let nan = Double.nan.bitPattern

    /// Adds an event; one with the same id is replaced.
    mutating func put(_ event: Event) throws(StoreError) {
        let number = idNumber(event.id)
        let entry = entry(event, id: number)
        guard !symbols.isFull else { throw .full("4 GiB of text") }
        if let place = placeByID[number] {
            events[place] = entry
            return
        }
        guard events.count < Int(UInt32.max) - 1 else { throw .full("2^32 events") }
        placeByID[number] = events.count
        events.append(entry)
    }

    /// Drops an event; false where there is none of this id.
    mutating func remove(id: String) -> Bool {
        guard let place = placeByID.removeValue(forKey: EventID.standIn(id)) else { return false }
        let last = events.removeLast()
        if place < events.count {
            events[place] = last
            placeByID[last.id] = place
        }
        return true
    }

    private mutating func idNumber(_ id: String) -> UInt64 {
        if let number = EventID.number(id) { return number }
        let number = EventID.standIn(id)
        if oddIDs[number] == nil { oddIDs[number] = symbols.symbol(id) }
        return number
    }

    private mutating func entry(_ event: Event, id: UInt64) -> EventEntry {
        let side = SideEntry(source: actorList(event.source), target: actorList(event.target))
        let act = ActEntry(
            goldstein: event.goldstein?.bitPattern ?? Self.nan,
            mode: symbols.symbol(event.mode),
            cameo: symbols.symbol(event.cameo),
            context: symbolList(event.context)
        )
        let sentence = sentence(
            article: event.article,
            published: event.published,
            number: event.sentence,
            span: event.span,
            text: event.text
        )
        let wording = event.source.map(\.text) + event.target.map(\.text)
        let figures = CasualtyEntry(killed: Self.figure(event.killed), wounded: Self.figure(event.wounded))
        return EventEntry(
            id: id,
            start: event.date?.start.number ?? .unknown,
            end: event.date?.end.number ?? .unknown,
            side: sides.number(side),
            act: acts.number(act),
            sentence: sentence,
            triggerStart: Self.offset(event.trigger.lowerBound),
            triggerLength: Self.offset(event.trigger.count),
            action: symbols.symbol(event.action),
            wording: symbolList(wording),
            place: place(event.location),
            casualty: casualties.number(figures),
            extra: extra(event),
            type: event.type.column,
            modality: event.modality.column,
            hostility: UInt8(clamping: event.hostility),
            flags: (event.quoted ? UInt8(BRINK_FLAG_QUOTED) : 0) | (event.aggregate ? UInt8(BRINK_FLAG_AGGREGATE) : 0)
        )
    }

    private mutating func actorList(_ list: [Actor]) -> UInt32 {
        var numbers: [UInt32] = []
        for actor in list {
            let entry = StoredActor(
                id: symbols.symbol(actor.id),
                name: symbols.symbol(actor.name),
                family: symbols.symbol(actor.family),
                backer: symbols.symbol(actor.backer),
                country: symbols.symbol(actor.country),
                sector: actor.sector?.column ?? UInt8(BRINK_SECTOR_NONE)
            )
            numbers.append(actors.number(entry))
        }
        return lists.list(numbers)
    }

    private mutating func symbolList(_ list: [String]) -> UInt32 {
        guard !list.isEmpty else { return 0 }
        var numbers: [UInt32] = []
        for text in list { numbers.append(symbols.symbol(text)) }
        return lists.list(numbers)
    }

    private mutating func sentence(
        article: String,
        published: Day?,
        number: Int,
        span: Range<Int>,
        text: String
    ) -> UInt32 {
        let article = ArticleEntry(id: symbols.symbol(article), published: published?.number ?? .unknown)
        return sentences.number(
            SentenceEntry(
                article: articles.number(article),
                number: Int32(clamping: number),
                start: Self.offset(span.lowerBound),
                length: Self.offset(span.count),
                text: symbols.symbol(text)
            )
        )
    }

    private mutating func place(_ place: Place?) -> UInt32 {
        guard let place else { return 0 }
        return places.number(
            PlaceEntry(
                name: symbols.symbol(place.name),
                country: symbols.symbol(place.country),
                latitude: place.latitude?.bitPattern ?? Self.nan,
                longitude: place.longitude?.bitPattern ?? Self.nan
            )
        )
    }

    private mutating func extra(_ event: Event) -> UInt32 {
        var answers: [UInt32] = []
        for id in event.inResponseTo {
            let number = idNumber(id)
            answers.append(UInt32(truncatingIfNeeded: number >> 32))
            answers.append(UInt32(truncatingIfNeeded: number))
        }
        var mentions: [UInt32] = []
        for mention in event.mentions {
            mentions.append(
                sentence(
                    article: mention.article,
                    published: nil,
                    number: mention.sentence,
                    span: mention.span,
                    text: mention.text
                )
            )
        }
        return extras.number(
            ExtraEntry(
                revision: UInt32(clamping: event.revision),
                speaker: symbols.symbol(event.speaker),
                weapons: symbolList(event.weapon),
                answers: lists.list(answers),
                mentions: lists.list(mentions),
                trace: symbols.symbol(event.trace)
            )
        )
    }

    /// A figure in four bytes; what is larger is the largest, the least stands for unknown.
    private static func figure(_ figure: Int?) -> Int32 {
        guard let figure else { return .unknown }
        return max(Int32(clamping: figure), .min + 1)
    }

    private static func offset(_ offset: Int) -> UInt32 { UInt32(clamping: offset) }
}
