// Statistics of events and of series over time: the functions that windows of rules use, in the REPL.
import EventModel

extension EventSelection {
    static let statistics: [LuaFunction] = [
        statistic(
            "mean",
            "The mean of a number over the events that have it, nil where none has.",
            "2",
            Statistics.mean
        ),
        statistic("min", "The smallest number among the events, nil where none has one.", "2") { $0.min() },
        statistic("max", "The largest number among the events, nil where none has one.", "2") { $0.max() },
        statistic(
            "median",
            "The middle number among the events that have it, nil where none has.",
            "2",
            Statistics.median
        ),
        LuaFunction(
            "percentile",
            "(field: string|table, percent: number) -> number?",
            "The number below which so many percent of those of the events lie.",
            examples: [LuaExample("events:percentile('hostility', 90)", gives: "4")]
        ) { arguments in
            let numbers = try arguments.selection().query.numbers(try arguments.figure(2))
            return [.count(Statistics.percentile(numbers, try arguments.percent(3)))]
        },
        LuaFunction(
            "distinct",
            "(field: string, level: string?) -> integer",
            "How many different values a field has; actors may be rolled up to a level.",
            examples: [
                LuaExample("events:distinct('type')", gives: "2"),
                LuaExample("events:distinct('actor', 'backer')", gives: "2"),
            ]
        ) { arguments in
            [.integer(try arguments.selection().query.distinct(try arguments.groupField(2)))]
        },
    ]

    private static func statistic(
        _ name: String,
        _ summary: String,
        _ killed: String,
        _ value: @escaping @Sendable ([Double]) -> Double?
    ) -> LuaFunction {
        LuaFunction(
            name,
            "(field: string|table) -> number?",
            summary,
            examples: [LuaExample("events:\(name)('killed')", gives: killed)]
        ) { arguments in
            [.count(value(try arguments.selection().query.numbers(try arguments.figure(2))))]
        }
    }
}

extension EventSeries {
    // The sample's days are 1, 0, 0, 1, 1: an attack, its answer after three days, a threat.
    static let statistics: [LuaFunction] = [
        statistic("mean", "The mean of the values.", "0.6", Statistics.mean),
        statistic("median", "The middle value.", "1", Statistics.median),
        statistic("min", "The smallest value.", "0") { $0.min() },
        statistic("deviation", "The standard deviation of the values as a sample, nil below two.", "0.54772255750517") {
            Statistics.standardDeviation($0)
        },
        statistic("trend", "The change from one period to the next, by least squares; nil below two.", "0.1") {
            Statistics.slope($0)
        },
        LuaFunction(
            "percentile",
            "(percent: number) -> number?",
            "The value below which so many percent of the values lie.",
            examples: [LuaExample("events:per('day'):count():percentile(25)", gives: "0")]
        ) { arguments in
            let values = try arguments.object(1, as: EventSeries.self).series.values
            return [.count(Statistics.percentile(values, try arguments.percent(2)))]
        },
        LuaFunction(
            "zscore",
            "(past: integer?) -> number?",
            "How many standard deviations the last value lies above the mean of so many before it, or of all.",
            examples: [LuaExample("events:per('day'):count():zscore()", gives: "0.86602540378444")]
        ) { arguments in
            let series = try arguments.object(1, as: EventSeries.self).series
            return [.count(series.zScore(past: try arguments.optionalInteger(2)))]
        },
        LuaFunction(
            "surprise",
            "(past: integer?) -> number?",
            "How surprising the last count is after so many before it, or all: 3 is a chance of one in a thousand.",
            examples: [LuaExample("events:per('day'):count():surprise() < 1", gives: "true")]
        ) { arguments in
            let series = try arguments.object(1, as: EventSeries.self).series
            return [.count(series.surprise(past: try arguments.optionalInteger(2)))]
        },
        LuaFunction(
            "cusum",
            "(past: integer, slack: number?) -> series?",
            "The cumulative sum of what exceeds the mean of the first periods; 5 standard deviations are an alarm.",
            examples: [LuaExample("#events:per('day'):count():cusum(3)", gives: "2")]
        ) { arguments in
            let series = try arguments.object(1, as: EventSeries.self).series
            let slack = arguments.isMissing(3) ? 0.5 : try arguments.number(3)
            let sums = series.cumulativeSum(past: try arguments.integer(2), slack: slack)
            return [sums.map { .object(EventSeries(series: $0)) } ?? .nil]
        },
        reciprocity,
    ]

    private static let reciprocity = LuaFunction(
        "reciprocity",
        "(other: series, lags: integer?) -> table?",
        "How far the series follows another: { effect, significance, statistic, lags }, nil where they are too short. "
            + "A regression on the last values of both with an F test (Goldstein and Pevehouse 1997).",
        examples: [
            LuaExample(
                "(function() local s = events:per('day'):count() return s:reciprocity(s, 1) end)()",
                gives: "nil"
            )
        ]
    ) { arguments in
        let series = try arguments.object(1, as: EventSeries.self).series
        let other = try arguments.object(2, as: EventSeries.self).series
        let lags = try arguments.optionalInteger(3) ?? 1
        guard (1...Reciprocity.lagsMax).contains(lags) else {
            throw arguments.invalid(3, "1 to \(Reciprocity.lagsMax) lags")
        }
        guard series.period == other.period else {
            throw arguments.invalid(2, "a series per \(series.period.rawValue)")
        }
        guard let found = series.reciprocity(following: other, lags: lags) else { return [.nil] }
        return [
            .table([
                "effect": .number(found.effect), "significance": .number(found.significance),
                "statistic": .number(found.statistic), "lags": .integer(found.lags),
            ])
        ]
    }

    private static func statistic(
        _ name: String,
        _ summary: String,
        _ perDay: String,
        _ value: @escaping @Sendable ([Double]) -> Double?
    ) -> LuaFunction {
        LuaFunction(
            name,
            "() -> number?",
            summary,
            examples: [LuaExample("events:per('day'):count():\(name)()", gives: perDay)]
        ) { arguments in
            [.count(value(try arguments.object(1, as: EventSeries.self).series.values))]
        }
    }
}

extension Arguments {
    /// A percentage at a position.
    fileprivate func percent(_ position: Int) throws(ArgumentError) -> Double {
        let percent = try number(position)
        guard (0...100).contains(percent) else { throw invalid(position, "0 to 100 percent") }
        return percent
    }

    /// A whole number above 0 that may be left out.
    fileprivate func optionalInteger(_ position: Int) throws(ArgumentError) -> Int? {
        guard !isMissing(position) else { return nil }
        let number = try integer(position)
        guard number > 0 else { throw invalid(position, "1 or more") }
        return number
    }
}

extension Value {
    /// A whole number as an integer, any other as a float; nil stays nil.
    fileprivate static func count(_ number: Double?) -> Value { number.map(Value.count) ?? .nil }
}
