// Time expressions: which words, which value, which days.

import Chronology
import Testing

@testable import Language

@Suite("Time expressions")
struct TimeTaggerTests {
    /// The first expression of a text in an article of Wednesday 2024-01-24.
    private func first(_ text: String, date: String = "2024-01-24") throws -> TimeExpression? {
        try Reading.annotations(text, date: date).times.first
    }

    @Test(
        "dates that stand in full need no article date",
        arguments: [
            ("The treaty of 2024-01-23 holds.", "2024-01-23"),
            ("It was signed on 3/14/1998 in Rome.", "1998-03-14"),
            ("It was signed on 14.03.1998 in Rome.", "1998-03-14"),
            ("They met on March 14, 1998, in Rome.", "1998-03-14"),
            ("They met on 14 March 1998 in Rome.", "1998-03-14"),
            ("They met on the 7th of October 2023 in Rome.", "2023-10-07"),
            ("Talks began in October 2023.", "2023-10"),
            ("Talks have gone on since 2003.", "2003"),
            ("Prices rose in the 1990s.", "199"),
            ("Prices rose in the '80s.", "198"),
            ("Output fell in the third quarter of 1984.", "1984-Q3"),
            ("Output fell in Q3 2023 again.", "2023-Q3"),
            ("Output fell in the first half of 1989.", "1989-H1"),
            ("It was built in the 20th century.", "19"),
            ("He came in nineteen ninety-six to Rome.", "1996"),
        ]
    )
    func absolute(text: String, value: String) throws {
        #expect(try first(text)?.value == value)
    }

    @Test(
        "weekdays are the last on or before the article's date, or the next where the verb looks ahead",
        arguments: [
            ("The army struck on Tuesday.", "2024-01-23"),
            ("The army struck Tuesday night.", "2024-01-23TNI"),
            ("The army struck on Saturday night.", "2024-01-20TNI"),
            ("The army struck on Wednesday.", "2024-01-24"),
            ("The army struck on Thursday.", "2024-01-18"),
            ("The council will meet on Friday.", "2024-01-26"),
            ("The council met last Friday.", "2024-01-19"),
            ("The council met last Wednesday.", "2024-01-17"),
            ("The council will meet next Monday.", "2024-01-29"),
            ("The council met on Monday of last week.", "2024-01-15"),
            ("The council met on Friday, Jan. 12.", "2024-01-12"),
        ]
    )
    func weekdays(text: String, value: String) throws {
        #expect(try first(text)?.value == value)
    }

    @Test(
        "words such as yesterday and last month are counted from the article's date",
        arguments: [
            ("He spoke today.", "2024-01-24"),
            ("He spoke yesterday morning.", "2024-01-23TMO"),
            ("He left last night.", "2024-01-23TNI"),
            ("He leaves tonight.", "2024-01-24TNI"),
            ("He left last week.", "2024-W03"),
            ("He left earlier this month.", "2024-01"),
            ("He left last month.", "2023-12"),
            ("He leaves next year.", "2025"),
            ("They met over the weekend.", "2024-W03-WE"),
            ("They met on Oct. 7.", "2023-10-07"),
            ("They will meet on Feb. 3.", "2024-02-03"),
            ("They met in October.", "2023-10"),
            ("They met last October.", "2023-10"),
            ("They met two weeks ago.", "2024-01-10"),
            ("They met three months ago.", "2023-10"),
            ("They met five years ago.", "2019"),
            ("They met a year ago.", "2023"),
            ("They met last summer.", "2023-SU"),
            ("They met at 10:30 p.m. on Tuesday.", "2024-01-23T22:30"),
            ("They met at 7am Monday.", "2024-01-22T07:00"),
            ("They met at noon Monday.", "2024-01-22T12:00"),
            ("They met on Christmas Day.", "2023-12-25"),
            ("They met last Thanksgiving.", "2023-11-23"),
            ("They met on New Year's Eve.", "2023-12-31"),
        ]
    )
    func relative(text: String, value: String) throws {
        #expect(try first(text)?.value == value)
    }

    @Test(
        "durations, sets and vague times have values of their own",
        arguments: [
            ("The siege lasted two weeks.", "P2W", "DURATION"),
            ("It was a five-year plan.", "P5Y", "DURATION"),
            ("It took 2 1/2 years.", "P2Y6M", "DURATION"),
            ("It took an hour and a half.", "PT1H30M", "DURATION"),
            ("It took several months.", "PXM", "DURATION"),
            ("It took twenty-four hours.", "PT24H", "DURATION"),
            ("It fell in the past 24 hours.", "PT24H", "DURATION"),
            ("Attacks rose in recent months.", "PXM", "DURATION"),
            ("They pray every Friday.", "XXXX-WXX-5", "SET"),
            ("They meet each year.", "P1Y", "SET"),
            ("They meet daily.", "P1D", "SET"),
            ("Patrols go out on Tuesday nights.", "XXXX-WXX-2TNI", "SET"),
            ("He recently resigned.", "PAST_REF", "DATE"),
            ("He is now in Rome.", "PRESENT_REF", "DATE"),
            ("He may return in the near future.", "FUTURE_REF", "DATE"),
        ]
    )
    func others(text: String, value: String, kind: String) throws {
        let found = try first(text)
        #expect(found?.value == value)
        #expect(found?.kind.rawValue == kind)
    }

    @Test(
        "numbers and names that only look like times are left alone",
        arguments: [
            "He may resign.", "They march on Rome.", "A 15-year-old boy came.", "It cost $2000 then.",
            "A second man spoke.", "Three-quarters of them came.", "USA Today wrote it.", "Some 2000 rebels came.",
        ]
    )
    func none(text: String) throws {
        #expect(try Reading.annotations(text).times.map(\.text) == [])
    }

    @Test(
        "the tree tells past from future where words alone would not",
        arguments: [
            ("The two sides, which fought for months, agreed to meet on Friday.", "2024-01-26"),
            ("Officials are to visit the town on Monday.", "2024-01-29"),
            ("The envoy who will chair the talks arrived on Monday.", "2024-01-22"),
        ]
    )
    func tense(text: String, value: String) throws {
        let tagger = TimeTagger(vocabulary: try Reading.vocabulary(), publication: Day(iso: "2024-01-24"))
        #expect(tagger.expressions(in: try Reading.parsed(text)).last?.value == value)
    }

    @Test("days are those that the words stand for")
    func days() throws {
        #expect(try first("He left last week.")?.days == DaySpan(iso: "2024-01-15/2024-01-21"))
        #expect(try first("They met over the weekend.")?.days == DaySpan(iso: "2024-01-20/2024-01-21"))
        #expect(try first("It fell in the past 24 hours.")?.days == DaySpan(iso: "2024-01-23/2024-01-24"))
        #expect(try first("He left in 2019.")?.days == DaySpan(iso: "2019-01-01/2019-12-31"))
        #expect(try first("The siege lasted two weeks.")?.days == nil)
        let since = try #require(try first("The siege has gone on since Saturday."))
        #expect(since.link == .since)
        #expect(since.days(publication: Day(iso: "2024-01-24")) == DaySpan(iso: "2024-01-20/2024-01-24"))
    }

    @Test("days that an article without a date cannot tell are not made up")
    func undated() throws {
        #expect(try first("He left last week.", date: "")?.days == nil)
        #expect(try first("He left on 14 March 1998.", date: "")?.days == DaySpan(iso: "1998-03-14"))
    }

    @Test("later expressions are counted from the day last named")
    func anaphora() throws {
        let text = "The attack came on Oct. 7, 2023. The next day, troops moved in. Three days after Oct. 7 they left."
        #expect(
            try Reading.annotations(text).times.map(\.value).prefix(3) == ["2023-10-07", "2023-10-08", "2023-10-10"]
        )
    }

    @Test("spans are offsets of scalars and tokens cover them")
    func spans() throws {
        let text = "Zoë’s troops struck on Tuesday night."
        let annotations = try Reading.annotations(text)
        let found = try #require(annotations.times.first)
        let scalars = Array(text.unicodeScalars)[found.span]
        #expect(String(String.UnicodeScalarView(scalars)) == "Tuesday night")
        #expect(try Reading.document(text).span(found.tokens) == found.span)
    }
}
