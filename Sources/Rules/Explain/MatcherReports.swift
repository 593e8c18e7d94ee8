// What the matcher's checks ask, in words and with values.
import EventModel

extension SequenceMatcher {
    /// A failure at an entry, with what is bound so far.
    func miss(_ stage: NearMiss.Stage, _ step: String, _ entry: Int, _ reports: [ConditionReport]) -> NearMiss {
        let bound = currentMatch.steps.compactMap { step in
            step.rows.last.map { NearMiss.Bound(step: step.name, event: snapshot.id($0)) }
        }
        return NearMiss(
            stage: stage,
            bound: bound,
            step: step,
            event: snapshot.id(Int(bucket[entry].row)),
            reports: reports
        )
    }

    /// The failure of a step that must repeat: how many events there are.
    func tooFew(_ step: Int, _ run: [Int]) -> NearMiss {
        let least = way.steps[step].times.lowerBound
        let within = way.within.map { " within \($0) days" } ?? ""
        let report = ConditionReport(asked: "at least \(least) events\(within)", value: "\(run.count)", holds: false)
        return miss(.count, way.steps[step].name, run[0], [report])
    }

    /// The failure of a relation of a step.
    func missed(_ relation: CompiledRelation, _ entry: Int, step: Int) -> NearMiss {
        let reports = way.steps[step].relations
            .filter { !bound[$0.step].isEmpty }
            .map { report($0, entry) }
        return miss(.relation, way.steps[step].name, entry, reports)
    }

    /// A relation with its values.
    func report(_ relation: CompiledRelation, _ entry: Int) -> ConditionReport {
        let name = way.steps[relation.step].name
        let other = bound[relation.step].first
        let days = other.flatMap { moment(entry).days(since: moment($0)) }
        let (asked, value, missed) = words(relation.relation, entry, other, name: name, days: days)
        return ConditionReport(asked: asked, value: value, holds: holds(relation, entry), daysMissed: missed)
    }

    private func words(
        _ relation: Relation,
        _ entry: Int,
        _ other: Int?,
        name: String,
        days: Int?
    ) -> (asked: String, value: String, daysMissed: Int?) {
        let dayWords = days.map(Plural.days) ?? "a date is unknown"
        switch relation {
        case .reverses: return ("reverses \(name)", sides(entry), nil)
        case .sameDyad: return ("same dyad as \(name)", sides(entry), nil)
        case .newParty: return ("a party new since \(name)", sides(entry), nil)
        case .answers:
            let count = snapshot.answeredRows(Int(bucket[entry].row)).count
            return ("answers \(name)", count == 0 ? "answers nothing" : "answers \(Plural.count(count, "event"))", nil)
        case .within(let most, _):
            return ("within \(Plural.days(most)) of \(name)", dayWords, days.flatMap { $0 > most ? $0 - most : nil })
        case .minimumGap(let least, _):
            return (
                "at least \(Plural.days(least)) after \(name)", dayWords, days.flatMap { $0 < least ? least - $0 : nil }
            )
        case .compares(let field, let comparison, _):
            let value = snapshot.value(of: field, row: Int(bucket[entry].row))
            let against = other.map { snapshot.value(of: field, row: Int(bucket[$0].row)).description } ?? "unknown"
            return ("\(field.rawValue) \(comparison.rawValue) \(name)", "\(value) and \(against)", nil)
        }
    }

    private func sides(_ entry: Int) -> String {
        let row = Int(bucket[entry].row)
        return "\(snapshot.value(of: .source, row: row)) → \(snapshot.value(of: .target, row: row))"
    }

    /// The time of the whole sequence with its value.
    func wholeReport(_ within: Int, _ days: Int?) -> ConditionReport {
        ConditionReport(
            asked: "all within \(Plural.days(within))",
            value: days.map(Plural.days) ?? "a date is unknown",
            holds: days.map { $0 <= within } ?? false,
            daysMissed: days.flatMap { $0 > within ? $0 - within : nil }
        )
    }

    /// What an own condition asks of an entry.
    func ownReports(_ own: Int, _ entry: Int) -> [ConditionReport] {
        plan.ownConditions[own].reports(Int(bucket[entry].row), in: snapshot, alerts)
    }

    /// Everything that was asked of the events of a match of this plan, by step; empty where the key is another.
    mutating func reports(
        _ match: Match,
        under group: KeyIndex.Group,
        of index: KeyIndex,
        masks: [UInt32]
    ) -> [[ConditionReport]] {
        if !match.measures.isEmpty { return [match.measures.map(\.report)] }
        masks.withUnsafeBufferPointer { bucket.fill(group, of: index, masks: $0, in: snapshot.columns) }
        way = plan.ways[match.way]
        wayNumber = match.way
        bound = match.steps.map { step in BoundRun(step.rows.reversed().compactMap { bucket.entry(ofRow: $0) }) }
        guard zip(bound, match.steps).allSatisfy({ $0.count == $1.rows.count }) else { return [] }
        return way.steps.indices.map { number in
            guard let entry = bound[number].first else { return [] }
            let relations = way.steps[number].relations.map { report($0, entry) }
            return ownReports(way.steps[number].own, entry) + relations
        }
    }
}

extension CompiledSequence.Absence {
    /// Where it stands, for people: `after reply`.
    func place(in way: CompiledSequence) -> String {
        switch before {
        case 0: "before '\(way.steps[0].name)'"
        case way.steps.count: "after '\(way.steps[before - 1].name)'"
        default: "between '\(way.steps[before - 1].name)' and '\(way.steps[before].name)'"
        }
    }
}
