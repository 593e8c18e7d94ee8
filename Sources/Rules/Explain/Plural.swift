// Numbers with the words that they count.

/// Numbers with nouns in the singular or the plural.
enum Plural {
    /// `1 event`, `2 events`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(number == 1 ? noun : noun + "s")" }

    /// `1 day`, `7 days`.
    static func days(_ number: Int) -> String { count(number, "day") }
}
