// All repairs together on small trees of clauses of our own: what they change, and what must stay.
import Testing

@Suite struct ClauseRepairTests {
    @Test(
        "a noun before a finite verb without a subject is its subject, one before a bare infinitive is not",
        arguments: [
            (
                """
                days/day/NOUN/NNS/4/obl:unmarked/time after/after/ADP/IN/3/case rebels/rebel/NOUN/NNS/1/nmod
                left/leave/VERB/VBD/6/advcl troops/troop/NOUN/NNS/6/nsubj came/come/VERB/VBD/0/root
                """,
                ["4 obl:unmarked", "4 mark", "4 nsubj", "6 advcl", "6 nsubj", "0 root"]
            ),
            (
                """
                days/day/NOUN/NNS/5/obl:unmarked/time after/after/ADP/IN/3/case raids/raid/NOUN/NNS/1/nmod
                ,/,/PUNCT/,/5/punct left/leave/VERB/VBD/0/root
                """,
                ["5 obl:unmarked", "3 case", "1 nmod", "5 punct", "0 root"]
            ),
            (
                """
                North/North/PROPN/NNP/2/compound Korea/Korea/PROPN/NNP/3/compound test/test/NOUN/NN/5/compound
                -/-/PUNCT/HYPH/3/punct fired/fire/VERB/VBN/0/root a/a/DET/DT/7/det shell/shell/NOUN/NN/5/obj
                """,
                ["2 compound", "5 nsubj", "5 compound", "3 punct", "0 root", "7 det", "5 obj"]
            ),
            (
                "Suggest/suggest/VERB/VBP/0/root/object,clause you/you/PRON/PRP/1/obj leave/leave/VERB/VBP/1/xcomp",
                ["0 root", "3 nsubj", "1 ccomp"]
            ),
            (
                """
                Know/know/VERB/VBP/0/root/object,clause towns/town/NOUN/NNS/1/obj are/be/AUX/VBP/4/cop
                safe/safe/ADJ/JJ/1/xcomp
                """,
                ["0 root", "4 nsubj", "4 cop", "1 ccomp"]
            ),
            (
                "Saw/see/VERB/VBD/0/root/object,clause towns/town/NOUN/NNS/1/obj fall/fall/VERB/VBP/1/xcomp",
                ["0 root", "1 obj", "1 xcomp"]
            ),
        ]
    )
    func clauseSubjects(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "what a relative clause says of a noun is an object only where the verb has place for it",
        arguments: [
            (
                """
                city/city/NOUN/NN/0/root that/that/PRON/WDT/4/obj they/they/PRON/PRP/4/nsubj
                speak/speak/VERB/VBP/1/acl:relcl of/of/ADP/IN/4/case
                """,
                ["0 root", "4 obl", "4 nsubj", "1 acl:relcl", "2 case"]
            ),
            (
                """
                day/day/NOUN/NN/0/root/time that/that/PRON/WDT/4/obj they/they/PRON/PRP/4/nsubj
                left/leave/VERB/VBD/1/acl:relcl
                """,
                ["0 root", "4 obl:unmarked", "4 nsubj", "1 acl:relcl"]
            ),
            (
                """
                day/day/NOUN/NN/0/root/time that/that/PRON/WDT/4/obj they/they/PRON/PRP/4/nsubj
                wasted/waste/VERB/VBD/1/acl:relcl
                """,
                ["0 root", "4 obj", "4 nsubj", "1 acl:relcl"]
            ),
            (
                """
                Prove/prove/VERB/VB/0/root/object,clause to/to/ADP/IN/3/case judges/judge/NOUN/NNS/1/obl
                that/that/PRON/WDT/6/obj they/they/PRON/PRP/6/nsubj lie/lie/VERB/VBP/3/acl:relcl/bare
                """,
                ["0 root", "3 case", "1 obl", "6 mark", "6 nsubj", "1 ccomp"]
            ),
            (
                """
                claim/claim/NOUN/NN/0/root that/that/PRON/WDT/4/obj they/they/PRON/PRP/4/nsubj
                took/take/VERB/VBD/1/acl:relcl/object towns/town/NOUN/NNS/4/obj
                """,
                ["0 root", "4 mark", "4 nsubj", "1 acl", "4 obj"]
            ),
            (
                """
                bridge/bridge/NOUN/NN/0/root that/that/PRON/WDT/4/obj they/they/PRON/PRP/4/nsubj
                took/take/VERB/VBD/1/acl:relcl/object
                """,
                ["0 root", "4 obj", "4 nsubj", "1 acl:relcl"]
            ),
        ]
    )
    func relatives(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "the clause behind a question word is what is known, what is done is what the word stands for",
        arguments: [
            (
                """
                know/know/VERB/VBP/0/root what/what/PRON/WP/1/obj they/they/PRON/PRP/4/nsubj
                did/do/VERB/VBD/2/acl:relcl
                """,
                ["0 root", "4 obj", "4 nsubj", "1 ccomp"]
            ),
            (
                "know/know/VERB/VBP/0/root what/what/PRON/WP/1/obj happened/happen/VERB/VBD/2/acl:relcl",
                ["0 root", "3 nsubj", "1 ccomp"]
            ),
            (
                """
                know/know/VERB/VBP/0/root what/what/PRON/WP/1/obj they/they/PRON/PRP/4/nsubj
                want/want/VERB/VBP/2/acl:relcl to/to/PART/TO/6/mark do/do/VERB/VB/4/xcomp
                """,
                ["0 root", "6 obj", "4 nsubj", "1 ccomp", "6 mark", "4 xcomp"]
            ),
            (
                """
                What/what/PRON/WP/3/obj they/they/PRON/PRP/3/nsubj want/want/VERB/VBP/0/root to/to/PART/TO/5/mark
                do/do/VERB/VB/3/xcomp/object
                """,
                ["5 obj", "3 nsubj", "0 root", "5 mark", "3 xcomp"]
            ),
            (
                """
                What/what/PRON/WP/3/obj they/they/PRON/PRP/3/nsubj used/use/VERB/VBD/0/root to/to/PART/TO/5/mark
                kill/kill/VERB/VB/3/xcomp/object
                """,
                ["3 obj", "3 nsubj", "0 root", "5 mark", "3 xcomp"]
            ),
            (
                """
                did/do/VERB/VBD/0/root what/what/PRON/WP/1/obj they/they/PRON/PRP/4/nsubj
                promised/promise/VERB/VBD/2/acl:relcl
                """,
                ["0 root", "1 obj", "4 nsubj", "2 acl:relcl"]
            ),
        ]
    )
    func questions(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "a participle between two nouns before the verb modifies the first, which is the subject; a comma ends a clause",
        arguments: [
            (
                """
                Troops/troop/NOUN/NNS/2/nsubj fighting/fight/VERB/VBG/5/advcl/object rebels/rebel/NOUN/NNS/5/nsubj
                have/have/AUX/VBP/5/aux won/win/VERB/VBN/0/root
                """,
                ["5 nsubj", "1 acl", "2 obj", "5 aux", "0 root"]
            ),
            (
                """
                Troops/troop/NOUN/NNS/2/nsubj fighting/fight/VERB/VBG/6/advcl/object ,/,/PUNCT/,/6/punct
                rebels/rebel/NOUN/NNS/6/nsubj have/have/AUX/VBP/6/aux won/win/VERB/VBN/0/root
                """,
                ["2 nsubj", "6 advcl", "6 punct", "6 nsubj", "6 aux", "0 root"]
            ),
        ]
    )
    func reducedClauses(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }
}
