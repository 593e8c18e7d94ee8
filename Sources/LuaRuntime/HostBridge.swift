// What C calls on the VM's thread: native functions, output, the release of objects.

import CSandbox
import EventModel

// Lives as long as the C VM, which holds it unretained. Everything in it belongs to the VM's thread.
final class HostBridge: @unchecked Sendable {
    weak var vm: VM?
    var functions: [LuaFunction] = []
    var coding: MessageCoding
    let output: @Sendable ([UInt8]) -> Void

    init(output: @escaping @Sendable ([UInt8]) -> Void) {
        self.output = output
        coding = MessageCoding(releases: FunctionReleases())
    }

    var callbacks: brink_host {
        brink_host(
            context: Unmanaged.passUnretained(self).toOpaque(),
            call: { context, function, arguments, results in
                guard let context, let arguments, let results else { return 1 }
                let bridge = Unmanaged<HostBridge>.fromOpaque(context).takeUnretainedValue()
                return bridge.call(Int(function), &arguments.pointee, &results.pointee)
            },
            output: { context, bytes, count in
                guard let context, let bytes else { return }
                let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
                Unmanaged<HostBridge>.fromOpaque(context).takeUnretainedValue().output(Array(buffer))
            },
            release: { object in
                guard let object else { return }
                Unmanaged<ObjectBox>.fromOpaque(object).release()
            }
        )
    }

    private func call(_ index: Int, _ arguments: inout brink_message, _ results: inout brink_message) -> Int32 {
        let values = coding.decode(&arguments)
        do {
            guard let vm, functions.indices.contains(index), let implementation = functions[index].implementation else {
                throw ArgumentError("the VM is closing")
            }
            let call = Arguments(values: values, vm: vm, function: functions[index].name)
            for value in try implementation(call) { try coding.encode(value, into: &results) }
            return 0
        } catch {
            brink_message_reset(&results)
            MessageCoding.append(Self.text(of: error), into: &results)
            return 1
        }
    }

    // The error as scripts read it, on one line.
    private static func text(of error: any Error) -> String {
        guard let diagnostic = error as? any Diagnostic else { return String(describing: error) }
        let place = diagnostic.location.map { "\($0): " } ?? ""
        return place + diagnostic.message + (diagnostic.hint.map { "; \($0)" } ?? "")
    }
}
