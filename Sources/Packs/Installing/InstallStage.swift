// The steps of a change to the installed packs, after any of which it may be cut off.

/// What has been done so far.
public enum InstallStage: String, Sendable, CaseIterable {
    /// Everything is here and every signature and hash fits; nothing has been written.
    case verified
    /// The packs are unpacked where nothing looks for them.
    case staged
    /// They are in their places, and no lock names them.
    case stored
    /// The new keys are trusted.
    case trusted
    /// The lock of before is kept for `rollback`.
    case remembered
    /// The new lock is valid.
    case committed
}
