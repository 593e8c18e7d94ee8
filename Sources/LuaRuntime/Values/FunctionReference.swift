// A Lua function that Swift holds on to.

import Synchronization

/// A function of one VM; `VM.call` runs it.
///
/// The VM forgets the function when the last reference to it goes.
public final class FunctionReference: Sendable {
    let reference: Int64
    let releases: FunctionReleases

    init(reference: Int64, releases: FunctionReleases) {
        self.reference = reference
        self.releases = releases
    }

    deinit {
        releases.add(reference)
    }
}

// References whose Swift side is gone. The last use can end on any thread, but only the VM's may touch its registry.
final class FunctionReleases: Sendable {
    private let waiting = Mutex<[Int64]>([])

    func add(_ reference: Int64) {
        waiting.withLock { $0.append(reference) }
    }

    func take() -> [Int64] {
        waiting.withLock { list in
            guard !list.isEmpty else { return [] }
            defer { list = [] }
            return list
        }
    }
}
