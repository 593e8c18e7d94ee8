// A word of saying with its speaker, before it is known what is said.

/// A verb of speech and the atoms that name its speaker.
struct SpeechCue {
    var cue: Range<Int>
    var source: Range<Int>?
    /// Whether the speaker stands behind the verb ("said Ryder").
    var isInverted = false
}
