// Ctrl-C as a call on a queue. A handler may do next to nothing, so it writes a byte to a pipe that the queue reads.
import Dispatch
import Foundation

/// Calls a function at each Ctrl-C while it lives.
///
/// Dispatch's own source for signals reads them from a descriptor that sees none while some thread lets them through, and
/// which threads do is a matter of chance.
final class ControlC {
    /// Where the handler writes to, −1 before there is a pipe.
    nonisolated(unsafe) private static var writeEnd: Int32 = -1
    private let source: (any DispatchSourceRead)?

    /// From now on Ctrl-C calls the function; where the system has no pipe to give, it ends the program.
    init(_ action: @escaping @Sendable () -> Void) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            source = nil
            return
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        let readEnd = ends[0]
        Self.writeEnd = ends[1]
        let source = DispatchSource.makeReadSource(fileDescriptor: readEnd, queue: .global(qos: .userInteractive))
        source.setEventHandler {
            var byte: UInt8 = 0
            while read(readEnd, &byte, 1) == 1 { action() }
        }
        source.resume()
        self.source = source
        signal(SIGINT) { _ in
            let error = errno
            var byte: UInt8 = 0
            _ = write(ControlC.writeEnd, &byte, 1)
            errno = error
        }
    }

    /// Lets go of the signal.
    func end() { source?.cancel() }
}
