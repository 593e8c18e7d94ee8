// The VM that runs now, so that Ctrl-C can reach it.
import Foundation
import LuaRuntime
import Synchronization

/// Stops what runs when the user presses Ctrl-C.
final class RunningVM: @unchecked Sendable {
    private struct State {
        var vm: VM?
        var isInterrupted = false
    }

    private let state = Mutex(State())
    private var controlC: ControlC?

    /// The VM that Ctrl-C stops.
    var vm: VM? {
        get { state.withLock { $0.vm } }
        set { state.withLock { $0.vm = newValue } }
    }

    /// Whether Ctrl-C was pressed.
    var isInterrupted: Bool { state.withLock { $0.isInterrupted } }

    /// From now on Ctrl-C stops the VM; where none runs, or at a second press, it ends the program.
    func interruptOnControlC() {
        controlC = ControlC { [self] in
            let vm = state.withLock { state in
                let again = state.isInterrupted
                state.isInterrupted = true
                return again ? nil : state.vm
            }
            guard let vm else { _exit(ExitStatus.interrupted.rawValue) }
            vm.interrupt()
        }
    }
}
