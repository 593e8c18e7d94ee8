// How a run is told to stop from outside: matchers look at the sign, Lua functions are interrupted.
import LuaRuntime
import Synchronization

/// Stops a run from another thread: at Ctrl-C, at a deadline, where a session ends.
///
/// A run that is handed a sign ends within milliseconds after it was raised. A sign stays raised: each run gets its own.
public final class StopSign: Sendable {
    private let isUp = Atomic(false)
    private let running = Mutex<[ObjectIdentifier: VM]>([:])

    /// A sign that is not raised.
    public init() {}

    /// Whether whatever runs should stop.
    @inline(__always)
    public var isRaised: Bool { isUp.load(ordering: .relaxed) }

    /// Stops what runs.
    ///
    /// Who waits for the run to end raises it again until it has: a Lua function that starts just now is interrupted
    /// at the second time.
    public func raise() {
        isUp.store(true, ordering: .relaxed)
        for vm in running.withLock({ Array($0.values) }) { vm.interrupt() }
    }

    /// Throws `stopped` where the sign is raised.
    @inline(__always)
    func check() throws(RuleError) {
        guard isRaised else { return }
        throw .stopped
    }

    /// Does work in a VM that the sign interrupts.
    func watching<Result>(_ vm: VM, _ work: () throws(LuaError) -> Result) throws(LuaError) -> Result {
        running.withLock { $0[ObjectIdentifier(vm)] = vm }
        defer { running.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(vm)) } }
        return try work()
    }
}

extension RuleError {
    /// The run was stopped from outside: nobody's mistake.
    static let stopped = RuleError(code: "stopped", message: "the run was stopped")
}
