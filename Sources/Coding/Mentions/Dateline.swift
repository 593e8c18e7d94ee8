// The dateline of a report: where and by whom it was sent, before its first sentence.
import Language

/// "BEIRUT, Lebanon (AP) -", "Tehran, March 15, IRNA -", "(Reuters)", "United Nations, April 13 (IANS)".
enum Dateline {
    /// No dateline is longer.
    private static let tokenCountMax = 14
    private static let dashes: Set<String> = ["-", "--", "–", "—", ":"]

    /// The tokens of the dateline that opens a sentence, its dash included; nil where it has none.
    static func range(_ sentence: Sentence, _ document: Document) -> Range<Int>? {
        let tokens = sentence.tokens
        guard let start = tokens.first else { return nil }
        let first = document.form(start)
        let isCapital = first == "(" || first.count > 1 && first == first.uppercased()
        // Names in small letters need a day or an agency beside them.
        var isDated = false
        var hasAgency = false
        for token in tokens.prefix(tokenCountMax) {
            let form = document.form(token)
            if dashes.contains(form), token > start, token + 1 < tokens.upperBound {
                let after = document.tokens[token].bytes.upperBound
                guard document.tokens[token + 1].bytes.lowerBound > after else { return nil }
                let isSigned = form != ":" && (hasAgency || isDated && isAcronym(token - 1, document))
                return isCapital || isSigned ? start..<(token + 1) : nil
            }
            switch document.tokens[token].upos {
            case .propn, .punct, .num: break
            case _ where isMonth(form): break
            case .adj, .noun, .verb, .x, .det: if form != form.uppercased() { return nil }
            default: return nil
            }
            if isMonth(form) { isDated = true }
            guard form == ")" else { continue }
            if first == "(", token - start <= 4 { return start..<(token + 1) }
            hasAgency = true
            // "Nairobi, April 13 (XYZ) The army …": the dash is left out.
            if isDated, !(token + 1 < tokens.upperBound && isMark(token + 1, document)) { return start..<(token + 1) }
        }
        return nil
    }

    private static func isMark(_ token: Int, _ document: Document) -> Bool {
        document.tokens[token].upos == .punct || dashes.contains(document.form(token))
    }

    private static func isAcronym(_ token: Int, _ document: Document) -> Bool {
        let form = document.form(token)
        return form.count >= 2 && form == form.uppercased()
    }

    private static func isMonth(_ form: String) -> Bool {
        switch form.lowercased() {
        case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "jan.",
            "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.":
            true
        default: false
        }
    }
}
