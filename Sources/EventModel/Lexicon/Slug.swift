// Ids from names: plain letters for accented ones, hyphens for the rest.

/// Makes ids from names.
enum Slug {
    /// Lower-case letters and digits of the name with one hyphen between words; apostrophes and stops vanish.
    static func of(_ name: String) -> String {
        // Bytes, for a string that grows letter by letter takes three times as long.
        var slug: [UInt8] = []
        var gap = false
        for scalar in name.unicodeScalars {
            if scalar == "'" || scalar == "’" || scalar == "." || scalar == "‘" || scalar == "`" { continue }
            let plain = LatinLetters.plain(scalar)
            guard !plain.isEmpty else {
                gap = !slug.isEmpty
                continue
            }
            if gap { slug.append(UInt8(ascii: "-")) }
            gap = false
            slug += plain.utf8
        }
        return String(decoding: slug, as: UTF8.self)
    }
}
