// A Lua virtual machine behind the wall: nothing that runs in it can take more than it was given.

import CSandbox

/// A sandboxed Lua state on a thread of its own.
///
/// Calls from any thread wait their turn; calls from native functions, which run on the VM's thread, go straight
/// in. After any error or limit it can be used again, memory intact.
public final class VM: @unchecked Sendable {
    let handle: OpaquePointer
    let bridge: HostBridge
    // Texts that were run, for excerpts. Belongs to the VM's thread.
    var sources = SourceCache()

    /// What native functions it offers.
    public let registry: Registry

    /// A VM with Lua's safe libraries and those of a registry; `output` takes what `print` writes, on the VM's
    /// thread.
    ///
    /// Throws where the memory limit is too small for the libraries.
    public init(
        limits: Limits = Limits(),
        globals: GlobalsPolicy = .script,
        registry: Registry = .standard,
        output: @escaping @Sendable ([UInt8]) -> Void = standardOutput
    ) throws(LuaError) {
        let bridge = HostBridge(output: output)
        var plain = limits.plain
        plain.strict_globals = globals == .strict
        var host = bridge.callbacks
        guard let handle = brink_vm_create(&plain, &host) else {
            throw LuaError(kind: .memory, message: "no memory for a VM")
        }
        self.handle = handle
        self.bridge = bridge
        self.registry = registry
        bridge.vm = self
        for library in registry.libraries { try add(library) }
        // Also where there are no libraries: the caller learns now whether the VM can start.
        try perform { () throws(LuaError) in }
    }

    deinit {
        brink_vm_destroy(handle)
    }

    // MARK: limits and state

    /// Sets the limits of the runs that follow.
    public func setLimits(_ limits: Limits) throws(LuaError) {
        let strict = brink_vm_is_strict(handle)
        try perform { () throws(LuaError) in
            var plain = limits.plain
            plain.strict_globals = strict
            brink_vm_set_limits(handle, &plain)
        }
    }

    /// Stops what runs, from any thread or signal handler; does nothing where nothing runs.
    public func interrupt() {
        brink_vm_interrupt(handle)
    }

    /// Whether what runs has been stopped.
    ///
    /// Native functions that take long look at it and return.
    public var isStopped: Bool { brink_vm_is_stopped(handle) }

    /// Whether a run could only be ended by giving the Lua state up; every further run fails, and a new VM is needed.
    ///
    /// This takes one C call that does not end by itself within 1.5 s of the stop, such as a collection of chained weak
    /// keys; the memory of the state, at most its limit, stays taken until the process ends.
    public var isGivenUp: Bool { brink_vm_is_given_up(handle) }

    /// Bytes in use and the most that were, Lua's own and those of values crossing.
    public var memory: (used: Int, peak: Int) {
        (brink_vm_memory_used(handle), brink_vm_memory_peak(handle))
    }

    /// The C side, for rooms that add C-backed userdata; used on the VM's thread only, within `perform`.
    public var sandbox: OpaquePointer { handle }

    // MARK: the VM's thread

    private struct Work {
        let run: () -> Void
    }

    /// Runs code on the VM's thread and waits for it.
    public func perform<Result>(_ body: () throws(LuaError) -> Result) throws(LuaError) -> Result {
        var result: Swift.Result<Result, LuaError> = .failure(
            LuaError(kind: .memory, message: "the memory limit is too small for Lua's libraries")
        )
        func run() {
            for reference in bridge.coding.releases.take() { brink_vm_release_function(handle, reference) }
            do throws(LuaError) { result = .success(try body()) } catch { result = .failure(error) }
        }
        withoutActuallyEscaping(run) { run in
            var work = Work(run: run)
            withUnsafeMutablePointer(to: &work) { pointer in
                _ = brink_vm_perform(
                    handle,
                    { context in context?.assumingMemoryBound(to: Work.self).pointee.run() },
                    pointer
                )
            }
        }
        return try result.get()
    }
}

extension Limits {
    var plain: brink_limits {
        var nanoseconds: Int64 = 0
        if let deadline {
            let (seconds, attoseconds) = deadline.components
            nanoseconds = max(1, min(seconds, 1 << 32) * 1_000_000_000 + attoseconds / 1_000_000_000)
        }
        return brink_limits(
            memory_bytes: max(1, memory),
            deadline_ns: nanoseconds,
            instructions: Int64(max(0, instructions ?? 0)),
            output_bytes: max(1, output),
            strict_globals: false
        )
    }
}
