// What must hold between the events of a match: relations, time bounds, absences, the rule's own functions.
import EventModel

extension SequenceMatcher {
    /// The days and place of an entry.
    func moment(_ entry: Int) -> Moment {
        Moment(start: bucket[entry].start, end: bucket[entry].end, row: Int(bucket[entry].row))
    }

    /// Whether one event comes before another.
    func precedes(_ first: Moment, _ second: Moment) -> Bool {
        Rules.precedes(first, second, answers: snapshot.answers)
    }

    /// Whether what is bound from this step on fits into the sequence's whole time.
    func isWithinWhole(_ step: Int) -> Bool {
        guard let within = way.within, let first = bound[step].last, let last = bound.last?.first, first != last else {
            return true
        }
        let days = moment(last).days(since: moment(first))
        if let days, days <= within { return true }
        let report = wholeReport(within, days)
        probe?.failed(
            miss(.relation, way.steps.last?.name ?? "", last, [report]),
            bound: way.steps.count - step,
            stage: .relation,
            daysMissed: report.daysMissed
        )
        return false
    }

    /// Whether the relations of later steps to this one hold.
    func relationsHold(of step: Int) -> Bool {
        for later in way.steps.indices.dropFirst(step + 1) {
            for relation in way.steps[later].relations where relation.step == step {
                for entry in bound[later] where !holds(relation, entry) {
                    probe?.failed(
                        missed(relation, entry, step: later),
                        bound: way.steps.count - step,
                        stage: .relation,
                        daysMissed: report(relation, entry).daysMissed
                    )
                    return false
                }
            }
        }
        return true
    }

    /// Whether a relation holds between an entry and what its step is bound to; where that is a run, its latest event.
    func holds(_ relation: CompiledRelation, _ entry: Int) -> Bool {
        guard let other = bound[relation.step].first else { return true }
        switch relation.relation {
        case .reverses: return stands(entry, reversed: true, to: other)
        case .sameDyad: return stands(entry, reversed: false, to: other)
        case .answers:
            return bound[relation.step].contains { other in
                snapshot.answers(Int(bucket[entry].row), Int(bucket[other].row))
            }
        case .within(let most, _):
            return moment(entry).days(since: moment(other)).map { $0 >= 0 && $0 <= most } ?? false
        case .minimumGap(let least, _):
            return moment(entry).days(since: moment(other)).map { $0 >= least } ?? false
        case .compares(let field, let comparison, _):
            return comparison.holds(
                snapshot.value(of: field, row: Int(bucket[entry].row)),
                snapshot.value(of: field, row: Int(bucket[other].row))
            )
        case .newParty: return isNewParty(entry, beside: other)
        }
    }

    private func stands(_ entry: Int, reversed: Bool, to other: Int) -> Bool {
        if plan.pattern.key.scope == .pair || plan.pattern.key.scope == .dyad {
            let mine = bucket[entry].directions
            let others = bucket[other].directions
            let turned = (others & 1) << 1 | others >> 1
            return mine & (reversed ? turned : others) != 0
        }
        let (row, otherRow) = (Int(bucket[entry].row), Int(bucket[other].row))
        return shareUnit(row, .source, otherRow, reversed ? .target : .source)
            && shareUnit(row, .target, otherRow, reversed ? .source : .target)
    }

    private func shareUnit(_ row: Int, _ field: EventField, _ otherRow: Int, _ otherField: EventField) -> Bool {
        let others = units.units(otherRow, otherField, in: snapshot)
        return units.units(row, field, in: snapshot).contains(where: others.contains)
    }

    /// Whether all who act at an entry were no side of the other event.
    private func isNewParty(_ entry: Int, beside other: Int) -> Bool {
        let acting = units.units(Int(bucket[entry].row), .source, in: snapshot)
        let row = Int(bucket[other].row)
        let known = units.units(row, .source, in: snapshot) + units.units(row, .target, in: snapshot)
        return !acting.isEmpty && !acting.contains(where: known.contains)
    }

    /// Whether nothing stands where the way wants nothing.
    func absencesHold() throws(RuleError) -> Bool {
        for absence in way.absences where try !holds(absence) { return false }
        return true
    }

    private func holds(_ absence: CompiledSequence.Absence) throws(RuleError) -> Bool {
        let after = absence.before > 0 ? bound[absence.before - 1].first : nil
        let before = absence.before < bound.count ? bound[absence.before].last : nil
        let bit = UInt32(1) << UInt32(absence.own)
        var entry = after.map(firstOfSameStart) ?? 0
        while entry < bucket.count {
            defer { entry += 1 }
            if entry & 0xFFFF == 0 { try stop.check() }
            if let before, entry < bucket.datedCount, bucket[entry].start > bucket[before].start {
                // What starts later cannot come before; events without a date still may, as answers.
                entry = max(entry, bucket.datedCount - 1)
                continue
            }
            guard bucket[entry].mask & bit != 0, !bound.contains(where: { $0.contains(entry) }),
                isBetween(entry, after, before, within: absence.within),
                absence.relations.allSatisfy({ holds($0, entry) })
            else { continue }
            guard try lateConditionsHold(absence.late, entry) else { continue }
            probe?.failed(
                miss(.absence, absence.place(in: way), entry, ownReports(absence.own, entry)),
                bound: way.steps.count,
                stage: .absence,
                daysMissed: nil
            )
            return false
        }
        return true
    }

    private func firstOfSameStart(_ entry: Int) -> Int {
        var first = entry
        while first > 0, bucket[first - 1].start == bucket[entry].start { first -= 1 }
        return first
    }

    private func isBetween(_ entry: Int, _ after: Int?, _ before: Int?, within: Int?) -> Bool {
        let moment = moment(entry)
        if let after, !precedes(self.moment(after), moment) { return false }
        if let before, !precedes(moment, self.moment(before)) { return false }
        guard let within else { return true }
        if let after { return moment.days(since: self.moment(after)).map { $0 <= within } ?? false }
        if let before { return self.moment(before).days(since: moment).map { $0 <= within } ?? false }
        return true
    }

    /// Whether what is asked last, functions above all, holds for every event bound.
    func lateConditionsHold() throws(RuleError) -> Bool {
        for (number, step) in way.steps.enumerated() where !step.late.isEmpty {
            for entry in bound[number] where try !lateConditionsHold(step.late, entry) {
                probe?.failed(
                    miss(.function, step.name, entry, []),
                    bound: way.steps.count,
                    stage: .function,
                    daysMissed: nil
                )
                return false
            }
        }
        return true
    }

    func lateConditionsHold(_ conditions: [Condition], _ entry: Int) throws(RuleError) -> Bool {
        for condition in conditions where try !holds(condition, entry) { return false }
        return true
    }

    private func holds(_ condition: Condition, _ entry: Int) throws(RuleError) -> Bool {
        let row = Int(bucket[entry].row)
        switch condition {
        case .field(let field, let test): return test.passes(snapshot.value(of: field, row: row))
        case .age(let days): return snapshot.isAged(row, atMost: days)
        case .alert(let test): return alerts.holds(test, row: row)
        case .function(let function): return try caller.holds(function, row: row, match: currentMatch)
        case .relation(let relation):
            let names = way.steps.map(\.name)
            guard let step = relation.step.map(names.firstIndex(of:)) ?? 0 else { return true }
            return holds(CompiledRelation(relation: relation, step: step), entry)
        case .all(let parts):
            for part in parts where try !holds(part, entry) { return false }
            return true
        case .any(let parts):
            for part in parts where try holds(part, entry) { return true }
            return false
        case .none(let parts):
            for part in parts where try holds(part, entry) { return false }
            return true
        }
    }

    /// What is bound so far.
    var currentMatch: Match {
        let steps = bound.enumerated().map { number, entries in
            let step = way.steps[number]
            let rows = entries.reversed().map { Int(bucket[$0].row) }
            return Match.BoundStep(name: step.name, rows: rows, isRun: step.times.upperBound > 1)
        }
        return Match(steps: steps, way: wayNumber)
    }
}

extension Relation.Comparison {
    /// Whether the first value stands so to the second; unknown values stand in no relation.
    func holds(_ value: FieldValue, _ other: FieldValue) -> Bool {
        switch (self, value, other) {
        case (.above, .number(let value), .number(let other)): value > other
        case (.below, .number(let value), .number(let other)): value < other
        case (.same, _, _): value.isKnown && other.isKnown && value.description == other.description
        case (.different, _, _): value.isKnown && other.isKnown && value.description != other.description
        default: false
        }
    }
}
