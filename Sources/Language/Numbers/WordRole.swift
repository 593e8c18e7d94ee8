// What a word can be to times, numbers, counts, quotes and names; the first column of the data files.

/// A part that a word can play; the names are those of the data files.
enum WordRole: UInt8, CaseIterable {
    // Times
    case month, weekday, weekdays, unit, units, part, season, seasons, clock, meridiem, zone, shift, deictic, set
    case stage, about, fixed, nth, years
    // Numbers
    case digit, tens, scale, scales, vague, ordinal, fraction, near, moreThan, lessThan
    // Casualties
    case harm, harmed, harming, suffer, state, toll, person, people, uncounted, breaks, helps
    // Speech
    case say, quoting, sayNoun, stance, claim, noClaim, opinion, speaker, beside
    // Names
    case title, organisation, group, place, given, link, commonName

    /// The role that a data file calls so, or nil.
    init?(name: String) {
        guard let role = Self.byName[name] else { return nil }
        self = role
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
