// What a repair is, and all of them in their order.

/// A correction of one thing that the parser is known to get wrong.
protocol TreeRepair {
    /// Changes the tree where the pattern is found.
    static func apply(to tree: SentenceTree)
}

/// All repairs in the order in which they build on each other.
enum TreeRepairs {
    static func apply(to tree: SentenceTree) {
        PossessiveRepair.apply(to: tree)
        ExistentialRepair.apply(to: tree)
        SpeechRepair.apply(to: tree)
        CoordinationRepair.apply(to: tree)
        AppositionRepair.apply(to: tree)
        TemporalRepair.apply(to: tree)
        NounPhraseRepair.apply(to: tree)
        ParticipleRepair.apply(to: tree)
        PrepositionRepair.apply(to: tree)
        ParticleRepair.apply(to: tree)
        ArgumentRepair.apply(to: tree)
        QuestionRepair.apply(to: tree)
        RelativeRepair.apply(to: tree)
        ClauseSubjectRepair.apply(to: tree)
        SecondObjectRepair.apply(to: tree)
        ObjectRepair.apply(to: tree)
        VoiceRepair.apply(to: tree)
    }
}
