// Reads `window { … }`: how windows lie in time, which events count, what is measured.
import EventModel
import LuaRuntime

/// Reads windows.
struct WindowReader {
    private let reader: TableReader
    private let weights: EventWeights

    /// The keys of a window.
    static let keys = [
        "after_match", "baseline", "by", "count", "distinct", "max", "mean", "median", "min", "per", "percentile",
        "reciprocity", "session", "sliding", "sum", "suppress", "trend", "tumbling", "weights", "where",
    ]
    /// The keys of a baseline.
    static let baselineKeys = ["cusum", "of", "past", "ratio", "surprise", "zscore"]

    /// The window of a table, as a sequence with one step.
    static func sequence(_ table: Table) throws(RuleError) -> SequencePattern {
        let reader = try TableReader(table, place: "window", known: keys)
        return try WindowReader(reader: reader, weights: weights(reader)).sequence()
    }

    private func sequence() throws(RuleError) -> SequencePattern {
        var conditions = ConditionReader(place: "window, where")
        let condition: Condition
        switch reader["where"] {
        case .nil: condition = .all([])
        case .table(let table): condition = try conditions.condition(table)
        case .function(let function): condition = .function(RuleFunction(function))
        case let other:
            throw reader.error("where", "must be a table of conditions, not a \(other.typeName)", hint: Self.whereHint)
        }
        guard !condition.relates else {
            throw reader.error("where", "cannot speak of other steps: a window has none", hint: Self.whereHint)
        }
        let step = StepPattern(WindowPattern.stepName, condition, times: 1...StepPattern.runMax)
        var sequence = SequencePattern(key: try SequenceReader.key(reader["by"], reader), elements: [.step(step)])
        sequence.window = try window(under: sequence.key)
        sequence.suppress = try reader.days("suppress")
        _ = try SequenceCompiler.plan(sequence)
        return sequence
    }

    private static let whereHint = "where = { type = \"ASSAULT\" }"

    private func window(under key: MatchKey) throws(RuleError) -> WindowPattern {
        var window = WindowPattern(span: try span(), period: try days("per"), conditions: [], baseline: nil)
        if case .table(let table) = reader["baseline"] {
            let baseline = try TableReader(table, place: "baseline", known: Self.baselineKeys)
            window.baseline = try past(baseline, window)
            window.conditions += try conditions(against: baseline, window)
        } else if !reader["baseline"].isNil {
            throw reader.error(
                "baseline",
                "must be a table",
                hint: "baseline = { past = weeks(12), zscore = at_least(2) }"
            )
        }
        window.conditions += try plainConditions() + figureConditions()
        if !reader["trend"].isNil { window.conditions += try trend(window) }
        if !reader["reciprocity"].isNil { window.conditions.append(try reciprocity(window, key)) }
        guard !window.conditions.isEmpty else {
            throw RuleError(
                code: "no_measure",
                message: "window measures nothing",
                hint: "count = at_least(5), or another measure"
            )
        }
        // The sort is stable, so what costs the same is asked in the order of this reader.
        window.conditions = window.conditions.enumerated()
            .sorted { ($0.element.measure.cost, $0.offset) < ($1.element.measure.cost, $1.offset) }
            .map(\.element)
        if let after = try reader.choice("after_match", of: WindowSkip.self) {
            guard window.isOverlapping else {
                throw reader.error("after_match", "says nothing here: only sliding windows overlap")
            }
            window.after = after
        }
        return window
    }

    private func span() throws(RuleError) -> WindowPattern.Span {
        let given = ["sliding", "tumbling", "session"].filter { !reader[$0].isNil }
        guard given.count == 1 else {
            throw RuleError(
                code: "bad_window",
                message: given.isEmpty
                    ? "window has no length" : "window cannot be '\(given[0])' and '\(given[1])' at once",
                hint: "sliding = days(30), tumbling = \"week\" or session = days(7)"
            )
        }
        if given[0] == "tumbling", case .string = reader["tumbling"] {
            return .calendar(try reader.choice("tumbling", of: Period.self) ?? .week)
        }
        let days = try days(given[0]) ?? 1
        switch given[0] {
        case "sliding": return .sliding(days: days)
        case "tumbling": return .tumbling(days: days)
        default: return .session(gap: days)
        }
    }

    private func days(_ key: String) throws(RuleError) -> Int? {
        guard let days = try reader.days(key) else { return nil }
        guard (1...Self.daysMax).contains(days) else {
            throw reader.error(key, "must be 1 to \(Self.daysMax) days")
        }
        return days
    }

    /// A hundred years.
    private static let daysMax = 36_525

    private static func weights(_ reader: TableReader) throws(RuleError) -> EventWeights {
        switch reader["weights"] {
        case .nil, .string("goldstein"): return .goldstein
        case .table(let table):
            var weights: [String: Double] = [:]
            for entry in table.entries {
                guard case .string(let name) = entry.key, let weight = entry.value.anyNumber else {
                    throw reader.error("weights", "must be types with numbers", hint: "weights = { ASSAULT = -10 }")
                }
                weights[name] = weight
            }
            do throws(QueryError) { return try EventWeights(weights) } catch {
                throw RuleError(code: error.code, message: "window, weights: \(error.message)", hint: error.hint)
            }
        case let other:
            throw reader.error(
                "weights",
                "cannot be a \(other.typeName)",
                hint: "weights = \"goldstein\", or { ASSAULT = -10, THREATEN = -4 }"
            )
        }
    }
}

// MARK: - Measures

extension WindowReader {
    private func plainConditions() throws(RuleError) -> [MeasureCondition] {
        var conditions: [MeasureCondition] = []
        if !reader["count"].isNil {
            conditions.append(MeasureCondition(measure: .count, test: try reader.numberTest("count")))
        }
        guard !reader["distinct"].isNil else { return conditions }
        let fields = try parts("distinct", known: DistinctField.names, hint: "distinct = { target = at_least(3) }")
        for (name, _) in fields.fields {
            guard let field = DistinctField(name) else { continue }
            conditions.append(MeasureCondition(measure: .distinct(field), test: try fields.numberTest(name)))
        }
        return conditions
    }

    private func figureConditions() throws(RuleError) -> [MeasureCondition] {
        let measures: [(String, (Figure) -> Measure)] = [
            ("sum", Measure.sum), ("mean", Measure.mean), ("min", Measure.min), ("max", Measure.max),
            ("median", Measure.median),
        ]
        var conditions: [MeasureCondition] = []
        for (key, measure) in measures where !reader[key].isNil {
            let figures = try parts(key, known: Figure.names, hint: "\(key) = { killed = at_least(10) }")
            for (name, _) in figures.fields {
                let test = try figures.numberTest(name)
                conditions.append(MeasureCondition(measure: measure(try figure(name, figures)), test: test))
            }
        }
        guard !reader["percentile"].isNil else { return conditions }
        let figures = try parts(
            "percentile",
            known: Figure.names + ["at"],
            hint: "percentile = { at = 90, killed = at_least(10) }"
        )
        guard let percent = figures["at"].anyNumber, (0...100).contains(percent) else {
            throw figures.error("at", "must say which percentile, 0 to 100", hint: "at = 90")
        }
        for (name, _) in figures.fields where name != "at" {
            let measure = Measure.percentile(try figure(name, figures), percent)
            conditions.append(MeasureCondition(measure: measure, test: try figures.numberTest(name)))
        }
        return conditions
    }

    private func trend(_ window: WindowPattern) throws(RuleError) -> [MeasureCondition] {
        try checkPeriods("trend", window, least: WindowMeter.trendPeriodsMin)
        guard case .table(let table) = reader["trend"], !Self.isBounds(table) else {
            return [MeasureCondition(measure: .trend(.count), test: try reader.numberTest("trend"))]
        }
        let totals = try parts("trend", known: ["count"] + Figure.names, hint: "trend = { killed = at_least(1) }")
        var conditions: [MeasureCondition] = []
        for (name, _) in totals.fields {
            let test = try totals.numberTest(name)
            conditions.append(MeasureCondition(measure: .trend(try total(name, totals)), test: test))
        }
        return conditions
    }

    private func past(_ baseline: TableReader, _ window: WindowPattern) throws(RuleError) -> WindowPattern.Baseline {
        guard let past = try baseline.days("past"), past > 0 else {
            throw baseline.error("past", "is missing", hint: "past = weeks(12)")
        }
        let least = WindowPattern.Baseline.periodCountMin
        for (key, length) in [("zscore", window.days), ("cusum", window.period)] {
            guard !baseline[key].isNil, let length, past / length < least else { continue }
            throw baseline.error(
                "past",
                "of \(past) days holds only \(Plural.count(past / length, "time")) \(length) days, too few for '\(key)'",
                hint: "past = days(\(length * least)) or more"
            )
        }
        if let length = window.days, past < length {
            throw baseline.error("past", "of \(past) days is shorter than the window of \(length) days")
        }
        return WindowPattern.Baseline(past: past)
    }

    private func conditions(
        against baseline: TableReader,
        _ window: WindowPattern
    ) throws(RuleError) -> [MeasureCondition] {
        let total = try self.total(try baseline.text("of") ?? "count", baseline, key: "of")
        var conditions: [MeasureCondition] = []
        for key in ["surprise", "ratio", "zscore", "cusum"] where !baseline[key].isNil {
            let measure: Measure
            switch key {
            case "surprise":
                guard total == .count else {
                    throw baseline.error("surprise", "is of counts, not of \(total.name)", hint: "use zscore")
                }
                measure = .surprise
            case "ratio": measure = .ratio(total)
            case "zscore": measure = .zScore(total)
            default:
                try checkPeriods("cusum", window, least: 1)
                measure = .cusum(total)
            }
            conditions.append(MeasureCondition(measure: measure, test: try baseline.numberTest(key)))
        }
        guard !conditions.isEmpty else {
            throw RuleError(
                code: "no_measure",
                message: "baseline compares nothing with the past",
                hint: "zscore = at_least(2), surprise = at_least(3), ratio = at_least(3) or cusum = at_least(5)"
            )
        }
        return conditions
    }

    private func reciprocity(_ window: WindowPattern, _ key: MatchKey) throws(RuleError) -> MeasureCondition {
        let hint = "reciprocity = { significance = at_most(0.05), lags = 2 }"
        let parts = try parts("reciprocity", known: ["lags", "of", "significance"], hint: hint)
        guard key.scope == .pair else {
            throw reader.error("reciprocity", "needs two sides that act upon each other", hint: "by = \"pair\"")
        }
        let lags = try parts.integer("lags") ?? 1
        guard (1...Reciprocity.lagsMax).contains(lags) else {
            throw parts.error("lags", "must be 1 to \(Reciprocity.lagsMax)")
        }
        try checkPeriods("reciprocity", window, least: 3 * lags + 2)
        let total = try self.total(try parts.text("of") ?? "weight", parts, key: "of")
        let test = parts["significance"].isNil ? .range(nil, 0.05) : try parts.numberTest("significance")
        return MeasureCondition(measure: .reciprocity(total, lags: lags), test: test)
    }

    private func checkPeriods(_ key: String, _ window: WindowPattern, least: Int) throws(RuleError) {
        guard let period = window.period else {
            throw reader.error(key, "needs the length of a period", hint: "per = weeks(1)")
        }
        guard let days = window.days, days / period < least else { return }
        throw reader.error(
            key,
            "needs \(Plural.count(least, "period")) of \(period) days, more than fit into \(days) days",
            hint: "a longer window, or a shorter per"
        )
    }

    private func parts(_ key: String, known: [String], hint: String) throws(RuleError) -> TableReader {
        guard case .table(let table) = reader[key] else {
            throw reader.error(key, "must be a table, not a \(reader[key].typeName)", hint: hint)
        }
        return try TableReader(table, place: "window, \(key)", known: known)
    }

    private func figure(_ name: String, _ reader: TableReader) throws(RuleError) -> Figure {
        do throws(QueryError) { return try Figure(name, weights: weights) } catch {
            throw reader.error(name, "is no number", hint: error.hint)
        }
    }

    private func total(_ name: String, _ reader: TableReader, key: String? = nil) throws(RuleError) -> Measure.Total {
        guard name != "count" else { return .count }
        guard Figure.names.contains(name) else {
            let hint = Suggestion.hint(for: name, among: ["count"] + Figure.names)
            throw reader.error(key ?? name, "cannot be '\(name)'", hint: hint)
        }
        return .sum(try figure(name, reader))
    }

    private static func isBounds(_ table: Table) -> Bool {
        table.fields.allSatisfy { [.string("min"), .string("max")].contains($0.key) }
    }
}

extension Condition {
    /// Whether a part of it speaks of another step.
    fileprivate var relates: Bool {
        switch self {
        case .relation: true
        case .field, .age, .alert, .function: false
        case .all(let parts), .any(let parts), .none(let parts): parts.contains(where: \.relates)
        }
    }
}
