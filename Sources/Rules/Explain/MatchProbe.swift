// Watches a matcher at work and keeps the failure that came closest to a match.
import EventModel

/// Keeps the best failure of a run that is made to be explained.
final class MatchProbe {
    /// The best so far: the most steps bound, then the latest stage, then the fewest days missed.
    private(set) var best: NearMiss?
    private var rank: (bound: Int, stage: Int, near: Int) = (-1, -1, .min)

    /// Takes a failure.
    func failed(_ miss: @autoclosure () -> NearMiss, bound: Int, stage: NearMiss.Stage, daysMissed: Int?) {
        let near = -(daysMissed ?? 1_000_000)
        guard (bound, stage.rawValue, near) > rank else { return }
        rank = (bound, stage.rawValue, near)
        best = miss()
    }
}
