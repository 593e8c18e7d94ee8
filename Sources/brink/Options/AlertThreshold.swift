// From which severity on an alert is a finding.
import ArgumentParser
import EventModel

/// The least severity that makes `check` end with status 1.
enum AlertThreshold: String, CaseIterable, ExpressibleByArgument {
    case never
    case info
    case low
    case medium
    case high
    case critical

    /// Whether an alert of this severity is a finding.
    func isReached(by severity: Severity) -> Bool {
        guard let least = Severity(rawValue: rawValue) else { return false }
        return severity >= least
    }
}
