// All repairs together on small trees of our own: what they change, and what must stay.
import Testing

@Suite struct PhraseRepairTests {
    @Test(
        "a participle before a bare noun modifies it, one with an article between has an object",
        arguments: [
            (
                """
                They/they/PRON/PRP/2/nsubj want/want/VERB/VBP/0/root stolen/steal/VERB/VBN/2/xcomp
                cars/car/NOUN/NNS/3/obj
                """,
                ["2 nsubj", "0 root", "4 amod", "2 obj"]
            ),
            (
                """
                They/they/PRON/PRP/2/nsubj want/want/VERB/VBP/0/root stolen/steal/VERB/VBN/2/xcomp
                the/the/DET/DT/5/det cars/car/NOUN/NNS/3/obj
                """,
                ["2 nsubj", "0 root", "2 xcomp", "5 det", "3 obj"]
            ),
            (
                """
                Smell/smell/NOUN/NN/0/root of/of/ADP/IN/5/mark cow/cow/NOUN/NN/5/compound -/-/PUNCT/HYPH/3/punct
                eating/eat/VERB/VBG/1/acl fish/fish/NOUN/NN/5/obj
                """,
                ["0 root", "6 case", "5 compound", "3 punct", "6 amod", "1 nmod"]
            ),
            (
                """
                Give/give/VERB/VB/0/root her/she/PRON/PRP$/3/nmod:poss life/life/NOUN/NN/1/obj -/-/PUNCT/HYPH/3/punct
                saving/save/VERB/VBG/3/acl drugs/drug/NOUN/NNS/5/obj
                """,
                ["0 root", "6 nmod:poss", "5 compound", "3 punct", "6 amod", "1 obj"]
            ),
        ]
    )
    func participles(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "a noun is the head of its preposition, also of one that was a participle",
        arguments: [
            (
                """
                Fled/flee/VERB/VBD/0/root following/follow/VERB/VBG/1/advcl a/a/DET/DT/4/det raid/raid/NOUN/NN/2/obj
                """,
                ["0 root", "4 case", "4 det", "1 obl"]
            ),
            (
                "Talks/talk/NOUN/NNS/0/root regarding/regard/VERB/VBG/1/acl prices/price/NOUN/NNS/2/obj",
                ["0 root", "3 case", "1 nmod"]
            ),
            (
                """
                Men/man/NOUN/NNS/0/root following/follow/VERB/VBG/1/acl closely/closely/ADV/RB/2/advmod
                rebels/rebel/NOUN/NNS/2/obj
                """,
                ["0 root", "1 acl", "2 advmod", "2 obj"]
            ),
            (
                "Bigger/big/ADJ/JJR/0/root than/than/ADP/IN/1/obl Rome/Rome/PROPN/NNP/2/obj",
                ["0 root", "3 case", "1 obl"]
            ),
            (
                "Paid/pay/VERB/VBD/0/root due/due/ADP/IN/4/case to/to/ADP/IN/2/fixed rain/rain/NOUN/NN/1/obj",
                ["0 root", "4 case", "2 fixed", "1 obl"]
            ),
            (
                "Hit/hit/VERB/VBD/0/root about/about/ADP/IN/3/case half/half/NOUN/NN/1/obj",
                ["0 root", "3 case", "1 obj"]
            ),
        ]
    )
    func prepositions(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "what stands behind a verb with a particle is its object; a day, a street and a second thing are not",
        arguments: [
            (
                "took/take/VERB/VBD/0/root on/on/ADP/IN/3/case rebels/rebel/NOUN/NNS/1/obl",
                ["0 root", "1 compound:prt", "1 obj"]
            ),
            (
                "took/take/VERB/VBD/0/root on/on/ADP/IN/3/case Monday/monday/PROPN/NNP/1/obl/time",
                ["0 root", "3 case", "1 obl"]
            ),
            (
                "walked/walk/VERB/VBD/0/root up/up/ADP/IN/3/case streets/street/NOUN/NNS/1/obl",
                ["0 root", "3 case", "1 obl"]
            ),
            (
                """
                turned/turn/VERB/VBD/0/root over/over/ADP/IN/3/case bridges/bridge/NOUN/NNS/1/obl
                cars/car/NOUN/NNS/1/obj
                """,
                ["0 root", "3 case", "1 obl", "1 obj"]
            ),
        ]
    )
    func particles(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "a participle behind an article, an adjective or an owner modifies the noun behind it",
        arguments: [
            (
                """
                Best/good/ADJ/JJS/2/amod fighting/fight/VERB/VBG/0/root forces/force/NOUN/NNS/2/obj
                """,
                ["3 amod", "3 amod", "0 root"]
            ),
            (
                """
                Rebels/rebel/NOUN/NNS/2/nsubj fighting/fight/VERB/VBG/0/root forces/force/NOUN/NNS/2/obj
                """,
                ["2 nsubj", "0 root", "2 obj"]
            ),
        ]
    )
    func opened(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "prices rise by a measure, which is no object; a next time is none either",
        arguments: [
            (
                "rose/rise/VERB/VBD/0/root 60/60/NUM/CD/3/nummod cents/cent/NOUN/NNS/1/obj",
                ["0 root", "3 nummod", "1 obl:unmarked"]
            ),
            (
                "dropped/drop/VERB/VBD/0/root 60/60/NUM/CD/3/nummod bombs/bomb/NOUN/NNS/1/obj",
                ["0 root", "3 nummod", "1 obj"]
            ),
            (
                "helped/help/VERB/VBD/0/root next/next/ADJ/JJ/3/amod time/time/NOUN/NN/1/obj",
                ["0 root", "3 amod", "1 obl:unmarked"]
            ),
            (
                "saved/save/VERB/VBD/0/root some/some/DET/DT/3/det time/time/NOUN/NN/1/obj",
                ["0 root", "3 det", "1 obj"]
            ),
        ]
    )
    func measures(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "words of one noun phrase hang on its noun",
        arguments: [
            (
                """
                UK/UK/PROPN/NNP/5/nsubj and/and/CCONJ/CC/3/cc EU/EU/PROPN/NNP/1/conj envoys/envoy/NOUN/NNS/5/nsubj
                met/meet/VERB/VBD/0/root
                """,
                ["4 compound", "3 cc", "1 conj", "5 nsubj", "0 root"]
            ),
            (
                "gave/pay/VERB/VBD/0/root the/the/DET/DT/1/obj $/$/SYM/$/1/dep 50/50/NUM/CD/3/nummod",
                ["0 root", "3 det", "1 obj", "3 nummod"]
            ),
            (
                "did/do/VERB/VBD/0/root lab/lab/NOUN/NN/1/obj work/work/NOUN/NN/1/obj",
                ["0 root", "3 compound", "1 obj"]
            ),
            (
                "gave/give/VERB/VBD/0/root labour/labour/NOUN/NN/1/obj work/work/NOUN/NN/1/obj",
                ["0 root", "1 iobj", "1 obj"]
            ),
            (
                """
                had/have/VERB/VBD/0/root no/no/DET/DT/3/det health/health/NOUN/NN/1/obj effects/effect/NOUN/NNS/3/obj
                """,
                ["0 root", "4 det", "4 compound", "1 obj"]
            ),
            (
                "see/see/VERB/VBP/0/root you/you/PRON/PRP/1/obj all/all/DET/DT/1/obj",
                ["0 root", "1 obj", "2 nmod"]
            ),
            (
                """
                signed/sign/VERB/VBD/0/root treaties/treaty/NOUN/NNS/1/obj ,/,/PUNCT/,/4/punct
                accords/accord/NOUN/NNS/1/obj and/and/CCONJ/CC/6/cc pacts/pact/NOUN/NNS/4/conj
                """,
                ["0 root", "1 obj", "4 punct", "2 conj", "6 cc", "4 conj"]
            ),
        ]
    )
    func nounPhrases(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "what a verb has besides is no object: what it makes of its subject, how and how much",
        arguments: [
            (
                "remained/remain/VERB/VBD/0/root allies/ally/NOUN/NNS/1/obj",
                ["0 root", "1 xcomp"]
            ),
            (
                "army/army/NOUN/NN/0/root called/call/VERB/VBN/1/acl Fatah/Fatah/PROPN/NNP/2/obj",
                ["0 root", "1 acl", "2 xcomp"]
            ),
            (
                """
                They/they/PRON/PRP/3/nsubj have/have/AUX/VBP/3/aux called/call/VERB/VBN/0/root
                Fatah/Fatah/PROPN/NNP/3/obj
                """,
                ["3 nsubj", "3 aux", "0 root", "3 obj"]
            ),
            (
                "act/act/VERB/VB/0/root this/this/DET/DT/3/det way/way/NOUN/NN/1/obj",
                ["0 root", "3 det", "1 obl:unmarked"]
            ),
            (
                "saw/see/VERB/VBD/0/root this/this/DET/DT/3/det way/way/NOUN/NN/1/obj",
                ["0 root", "3 det", "1 obj"]
            ),
            (
                "fired/fire/VERB/VBD/0/root it/it/PRON/PRP/1/obj herself/herself/PRON/PRP/1/obj",
                ["0 root", "1 obj", "1 obl:unmarked"]
            ),
            (
                "warned/warn/VERB/VBD/0/root towns/town/NOUN/NNS/1/obj",
                ["0 root", "1 iobj"]
            ),
        ]
    )
    func adverbials(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }

    @Test(
        "of two objects of one verb one is none where place, comma or verb show which",
        arguments: [
            (
                "let/let/VERB/VBD/0/root a/a/DET/DT/3/det bot/bot/NOUN/NN/1/obj produce/produce/NOUN/NN/1/obj",
                ["0 root", "3 det", "1 obj", "1 obj"]
            ),
            (
                "took/take/VERB/VBD/0/root them/they/PRON/PRP/1/obj months/month/NOUN/NNS/1/obj/time",
                ["0 root", "1 iobj", "1 obj"]
            ),
            (
                "took/take/VERB/VBD/0/root them/they/PRON/PRP/1/obj towns/town/NOUN/NNS/1/obj",
                ["0 root", "1 obj", "1 obj"]
            ),
            (
                "hit/hit/VERB/VBD/0/root those/those/DET/DT/1/obj new/new/ADJ/JJ/4/amod towns/town/NOUN/NNS/1/obj",
                ["0 root", "4 det", "4 amod", "1 obj"]
            ),
            (
                """
                took/take/VERB/VBD/0/root towns/town/NOUN/NNS/1/obj (/(/PUNCT/-LRB-/4/punct Tyre/Tyre/PROPN/NNP/1/obj
                )/)/PUNCT/-RRB-/4/punct
                """,
                ["0 root", "1 obj", "4 punct", "2 appos", "4 punct"]
            ),
            (
                """
                sites/site/NOUN/NNS/0/root which/which/PRON/WDT/4/obj they/they/PRON/PRP/4/nsubj
                ordered/order/VERB/VBD/1/acl:relcl it/it/PRON/PRP/4/obj
                """,
                ["0 root", "4 obl", "4 nsubj", "1 acl:relcl", "4 obj"]
            ),
        ]
    )
    func secondObjects(_ tree: String, _ expected: [String]) { #expect(DrawnTree.repaired(tree) == expected) }
}
