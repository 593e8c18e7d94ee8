// How many names are found and how many references are understood, on passages written for this.

import Testing

@testable import Language

@Suite("Names and chains, measured")
struct NamesAndChainsTests {
    private static let passages = [
        """
        Defense Secretary {Helen Marsh|person} arrived in {Tallinn|place} on Monday. [Marsh=Helen Marsh] said [she=Helen \
        Marsh] would meet Prime Minister {Juri Tamm|person}. [Tamm=Juri Tamm] thanked [her=Helen Marsh].
        """,
        """
        The {International Rescue Fund|organisation} ({IRF|organisation}) stopped its work in {Port Salim|place}. The \
        [IRF=International Rescue Fund] said two drivers were missing. {Peter Dole|person}, its director, said [he=Peter \
        Dole] feared the worst.
        """,
        """
        {Omar Khalid Nasser|person}, 44, was arrested near {Basra|place}. [Nasser=Omar Khalid Nasser] had led the \
        {Eastern Resistance Front|group} since 2011. [He=Omar Khalid Nasser] denied the charges.
        """,
        """
        A spokesman for the {Ministry of Defence|organisation} said nobody was hurt. [The spokesman=A spokesman] gave no \
        name. {General Staff|organisation} officers in {Kharkiv|place} said the same.
        """,
        """
        {Laura Bennett|person} and {David Stone|person} met in {Geneva|place}. [She=Laura Bennett] called the talks useful. \
        [He=David Stone] said little, and [Stone=David Stone] left early.
        """,
        """
        President {Anton Petrov|person} fired Interior Minister {Igor Zaitsev|person} on Friday. [Petrov=Anton Petrov] said \
        [he=Anton Petrov] had lost trust in [Zaitsev=Igor Zaitsev].
        """,
        """
        The {African Peace Council|organisation} met in {Addis Ababa|place}. The [APC=African Peace Council] urged both \
        sides to talk. [It=African Peace Council] will meet again in March.
        """,
        """
        {Fatima Rashid|person}, a teacher from {Homs|place}, lost [her=Fatima Rashid] house. "We have nothing," \
        [Rashid=Fatima Rashid] said. [She=Fatima Rashid] now lives in {Beirut|place}.
        """,
        """
        {Gen. Marcus Hale|person} told reporters at the {Pentagon|organisation} that the strike had failed. \
        [Hale=Marcus Hale] said [he=Marcus Hale] took the blame. [The general=Marcus Hale] will retire in May.
        """,
        """
        An analyst at the {Baltic Institute|organisation} warned of delays. [The analyst=An analyst] said {Riga|place} had \
        no plan. {Latvia|place} disagreed.
        """,
        """
        {Susan Clark|person} wrote to {Mayor Tom Reed|person}. [He=Tom Reed] did not answer [her=Susan Clark]. \
        [Clark=Susan Clark] then went to court.
        """,
        """
        The {Northern Liberation Army|group} freed ten hostages in {Maiduguri|place}. The [NLA=Northern Liberation Army] \
        said [it=Northern Liberation Army] wanted nothing in return. {Musa Bello|person}, a mediator, said [he=Musa Bello] \
        had paid no ransom.
        """,
        """
        {Ali Hassan|person} and [his=Ali Hassan] brother fled to {Amman|place}. [Hassan=Ali Hassan] found work at the \
        {Jordan Central Bank|organisation}. [He=Ali Hassan] is 31.
        """,
        """
        A prosecutor in {Milan|place} asked for ten years. [The prosecutor=A prosecutor] named {Carlo Venti|person} and \
        {Elena Russo|person}. [Venti=Carlo Venti] laughed. [Russo=Elena Russo] hid [her=Elena Russo] face.
        """,
        """
        {Senator Ruth Olsen|person} voted against the bill. [She=Ruth Olsen] said the {Senate|organisation} had been \
        misled. [Olsen=Ruth Olsen] leads the {Armed Services Committee|organisation}.
        """,
        """
        {Viktor Hall|person}, the governor of {Odesa|place}, spoke of 12 dead. [Hall=Viktor Hall] said [he=Viktor Hall] \
        had seen the ruins. Two people died in {Izmail|place}.
        """,
        """
        {Reuters|organisation} reported that {Jean Dubois|person} had quit. [Dubois=Jean Dubois] confirmed it in \
        {Brussels|place}. "I am tired," [he=Jean Dubois] said.
        """,
        """
        The {World Food Union|organisation} and the {Red Lion Brigade|group} signed a truce in {Juba|place}. The \
        [WFU=World Food Union] will send trucks. {Grace Deng|person} of the [WFU=World Food Union] said [she=Grace Deng] \
        was pleased.
        """,
        """
        Police said a gunman entered {St. Mary's Hospital|organisation}. [The gunman=a gunman] was shot. Chief \
        {Brian Walsh|person} said [his=Brian Walsh] officers had no choice. [Walsh=Brian Walsh] praised them.
        """,
        """
        {Nadia Aziz|person} was born in {Kabul|place}. [Her=Nadia Aziz] father served in the {Royal Guard|organisation}. \
        [Aziz=Nadia Aziz] studied in {Delhi|place}, where [she=Nadia Aziz] met {Karim Shah|person}. [Shah=Karim Shah] \
        taught there.
        """,
        """
        Colonel {Rosa Delgado|person} took command in {Cali|place}. [The colonel=Rosa Delgado] promised calm. \
        [Delgado=Rosa Delgado] had served under {General Luis Ortega|person}.
        """,
        """
        {Hana Novak|person}, the mayor of {Brno|place}, opened the bridge. [Novak=Hana Novak] said [she=Hana Novak] was \
        proud. The {Czech Building Agency|organisation} paid for it.
        """,
        """
        {Mira Costa|person} sued the {Coastal Power Company|organisation}. The [CPC=Coastal Power Company] denied that \
        [it=Coastal Power Company] had known of the leak. [Costa=Mira Costa] said [she=Mira Costa] would go on.
        """,
    ]

    /// Words found in the passages with the number of those that were right, and the rest for a look.
    private struct Score {
        var right = 0
        var wrong: [String] = []
        var share: Double { Double(right) / Double(max(right + wrong.count, 1)) }

        mutating func add(_ isRight: Bool, _ what: @autoclosure () -> String) {
            if isRight { right += 1 } else { wrong.append(what()) }
        }
    }

    private func annotations(_ text: String) throws -> Annotations {
        try Annotator(vocabulary: Reading.vocabulary()).annotate(Reading.parsed(text), publication: nil)
    }

    /// A name without the titles that stand before it in a mark.
    private func fits(_ name: Name, _ mark: MarkedText.Mark) -> Bool {
        name.span.upperBound == mark.span.upperBound && mark.words.hasSuffix(name.text)
    }

    @Test("nearly all names are found, whole and of their kind")
    func names() throws {
        var found = Score()
        var kinds = Score()
        var spurious = Score()
        for passage in Self.passages.map(MarkedText.init) {
            let names = try annotations(passage.text).names
            for mark in passage.names {
                let match = names.first { fits($0, mark) }
                found.add(match != nil, mark.words)
                kinds.add(match?.kind.rawValue == mark.meaning, "\(mark.words): \(match?.kind.rawValue ?? "-")")
            }
            let marks = passage.names + passage.references
            for name in names {
                spurious.add(marks.contains { $0.span.overlaps(name.span) }, name.text)
            }
        }
        let report = "found \(found.share) \(found.wrong), kind \(kinds.share) \(kinds.wrong), \(spurious.wrong)"
        #expect(found.right + found.wrong.count >= 60)
        #expect(found.share >= 0.98 && kinds.share >= 0.9 && spurious.share >= 0.97, "\(report)")
    }

    @Test("nearly all pronouns, surnames, acronyms and repeated nouns are tied to their name")
    func references() throws {
        var score = Score()
        for passage in Self.passages.map(MarkedText.init) {
            let document = try Reading.parsed(passage.text)
            let chains = try annotations(passage.text).coreference
            for mark in passage.references {
                let tokens = document.tokens.indices.filter { mark.span.overlaps(document.span($0..<$0 + 1)) }
                let name = tokens.first.flatMap { chains.name(of: $0..<$0 + tokens.count) }
                score.add(name == mark.meaning, "\(mark.words) = \(name ?? "-"), not \(mark.meaning)")
            }
        }
        #expect(score.right + score.wrong.count >= 60)
        #expect(score.share >= 0.94, "\(score.share): \(score.wrong)")
    }
}
