// Ctrl-C in a session stops what runs and nothing else.
import Dispatch
import Foundation
import Workbench

/// Hands Ctrl-C to a session while it lives.
final class SessionInterruption {
    private let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global(qos: .userInteractive))

    /// From now on Ctrl-C stops what the session runs.
    init(_ session: Session) {
        signal(SIGINT, SIG_IGN)
        source.setEventHandler { session.interrupt() }
        source.resume()
    }

    /// Lets go of the signal.
    func end() { source.cancel() }
}
