// The same act told by several articles is one event; only where type, sides, day and place leave no doubt.
import Chronology
import EventModel

/// Merges events across articles.
struct CorpusMerger {
    /// Days by which tellings of the same act may differ; outlets in different time zones date a night differently.
    private static let slack = 1
    /// Codes under which the seizure of a ship or of goods is told.
    private static let seizures: Set<String> = ["171", "1711", "192"]

    /// The events with those of later articles folded into the earliest telling.
    func merge(_ events: [Event]) -> [Event] {
        var merged: [Event] = []
        var byKey: [Key: [Int]] = [:]
        var renamed: [String: String] = [:]
        for event in EventOrder.sorted(events) {
            let keys = self.keys(event)
            let candidates = Set(keys.flatMap { byKey[$0] ?? [] }).sorted()
            if let index = candidates.first(where: { isSame(merged[$0], event) }) {
                renamed[event.id] = merged[index].id
                fold(event, into: &merged[index])
            } else {
                for key in keys { byKey[key, default: []].append(merged.count) }
                merged.append(event)
            }
        }
        for index in merged.indices {
            let answers = merged[index].inResponseTo.map { renamed[$0] ?? $0 }.filter { $0 != merged[index].id }
            var unique: [String] = []
            for id in answers where !unique.contains(id) { unique.append(id) }
            merged[index].inResponseTo = unique
        }
        return merged
    }

    private struct Key: Hashable {
        var type: EventType
        var actor: String
        var day: Int32
    }

    /// The days near which an event is to be looked for, under each actor of its sides.
    private func keys(_ event: Event) -> [Key] {
        guard let date = event.date, date.isPoint, !event.aggregate, !event.target.isEmpty else { return [] }
        // Of those who did it a mark is kept apart from those it was done to.
        let actors = Set(event.target.map { $0.country ?? $0.id } + event.source.map { "< " + ($0.country ?? $0.id) })
        return actors.sorted().flatMap { actor in
            (-Self.slack...Self.slack).map { Key(type: event.type, actor: actor, day: date.start.number + Int32($0)) }
        }
    }

    private func isSame(_ known: Event, _ event: Event) -> Bool {
        guard known.article != event.article, known.type == event.type,
            let left = known.date, let right = event.date, abs(left.start - right.start) <= Self.slack,
            (known.modality == .planned) == (event.modality == .planned)
        else { return false }
        let isSameDay = left == right
        if !isSameDay, !mayBeDatedLate(known, event) { return false }
        guard Sides.compare(known.target, event.target) >= .related || sharesNoun(known.target, event.target) else {
            return isSameLoosely(known, event)
        }
        let isForce = known.type.quad == .materialConflict
        switch Sides.compare(known.source, event.source) {
        case .different: return false
        case .unknown, .related:
            // "Three soldiers were killed in an attack" names no attacker: the figures must tell which attack it was.
            return isForce && sharesPlace(known, event)
                && (sharesFigures(known, event) || isSameDay && sharesTown(known, event) && agrees(known, event))
        case .same:
            return isForce ? sharesPlace(known, event) || sharesVictims(known, event) : isSameDay
        }
    }

    /// Outlets name the target of one blow in many ways ("the city", "a market", "12 people"): by the same hand on the
    /// same day, in the same town, it is one; what is seldom done on one day needs no town.
    private func isSameLoosely(_ known: Event, _ event: Event) -> Bool {
        guard known.type.quad == .materialConflict, known.date == event.date,
            Sides.compare(known.source, event.source) == .same,
            isLoose(known.target) || isLoose(event.target)
        else { return false }
        if known.type != .assault {
            let isSeizure = [known, event].allSatisfy { $0.cameo.map(Self.seizures.contains) ?? false }
            return known.type != .protest && (isSeizure || known.cameo == event.cameo && known.mode == event.mode)
                && (sharesPlace(known, event) || known.location?.country == nil || event.location?.country == nil)
        }
        return sharesTown(known, event) || sharesPlace(known, event) && sharesFigures(known, event)
    }

    /// "a tanker", "Greek tankers", "an oil tanker": firms' things of one sort, by the noun at the end of their names.
    private func sharesNoun(_ left: [Actor], _ right: [Actor]) -> Bool {
        func nouns(_ side: [Actor]) -> Set<String> {
            Set(side.filter { $0.sector == .business }.compactMap { Self.noun($0.name) })
        }
        return !nouns(left).isDisjoint(with: nouns(right))
    }

    private static func noun(_ name: String) -> String? {
        guard let last = name.lowercased().split(separator: " ").last else { return nil }
        return String(last.hasSuffix("s") ? last.dropLast() : last)
    }

    /// Whether a side names no state and no armed or political actor.
    private func isLoose(_ side: [Actor]) -> Bool {
        side.allSatisfy { $0.country == nil && Plausibility.standing($0) < .political || $0.sector == .civilians }
    }

    /// Whether the days of two tellings may differ though the act is one: where the figures are the same, or one of
    /// them has the day of its article, which is that of a text that tells none, and the figures say nothing else.
    private func mayBeDatedLate(_ left: Event, _ right: Event) -> Bool {
        guard agrees(left, right) else { return false }
        let isOfArticle = [left, right].contains { event in event.published.map { DaySpan($0) == event.date } ?? false }
        return isOfArticle || sharesVictims(left, right)
    }

    /// Whether no figure of the one is another in the other.
    private func agrees(_ left: Event, _ right: Event) -> Bool {
        func agrees(_ one: Int?, _ other: Int?) -> Bool { one == nil || other == nil || one == other }
        return agrees(left.killed, right.killed) && agrees(left.wounded, right.wounded)
    }

    private func sharesPlace(_ left: Event, _ right: Event) -> Bool {
        guard let one = left.location, let other = right.location else {
            return left.location == nil || right.location == nil
        }
        if isTown(one), isTown(other) { return one.name == other.name }
        return one.name == other.name || (one.country != nil && one.country == other.country)
    }

    private func sharesTown(_ left: Event, _ right: Event) -> Bool {
        guard let one = left.location, let other = right.location else { return false }
        return isTown(one) && one == other
    }

    /// Whether a place is a town or a site: the gazetteer gives only those in hundredths of a degree.
    private func isTown(_ place: Place) -> Bool {
        guard let latitude = place.latitude, let longitude = place.longitude else { return false }
        func isFine(_ degrees: Double) -> Bool { abs(degrees * 10 - (degrees * 10).rounded()) > 0.05 }
        return isFine(latitude) || isFine(longitude)
    }

    private func sharesVictims(_ left: Event, _ right: Event) -> Bool {
        (left.killed != nil && left.killed == right.killed) || (left.wounded != nil && left.wounded == right.wounded)
    }

    /// Whether both give the same figure of more than one, for of attacks that killed or wounded one there are many.
    private func sharesFigures(_ left: Event, _ right: Event) -> Bool {
        func isTelling(_ one: Int?, _ other: Int?) -> Bool { one == other && one ?? 0 > 1 }
        return isTelling(left.killed, right.killed) || isTelling(left.wounded, right.wounded)
    }

    private func fold(_ event: Event, into known: inout Event) {
        known.revision += 1
        known.mentions.append(
            Mention(article: event.article, sentence: event.sentence, span: event.span, text: event.text)
        )
        known.mentions += event.mentions
        if known.source.isEmpty { known.source = event.source }
        if known.location == nil { known.location = event.location }
        // "people" or "the city" gives way to whom another telling names.
        if isLoose(known.target), !isLoose(event.target) { known.target = event.target }
        // Tolls rise with the days.
        known.killed = [known.killed, event.killed].compactMap(\.self).max()
        known.wounded = [known.wounded, event.wounded].compactMap(\.self).max()
        for weapon in event.weapon where !known.weapon.contains(weapon) { known.weapon.append(weapon) }
        for id in event.inResponseTo where !known.inResponseTo.contains(id) { known.inResponseTo.append(id) }
        if known.modality == .claimed, event.modality == .actual { known.modality = .actual }
    }
}
