// How long a script runs on past its deadline: a figure for the benchmark.

/// Measures the time from the deadline to the return of `run`, for each kind of loop that tries to go on.
public enum StopLatency {
    /// One kind of loop and how it was stopped.
    public struct Sample: Sendable {
        /// What the script does.
        public let name: String
        /// Milliseconds past the deadline; nil where something else ended the script.
        public let milliseconds: Double?
    }

    private static let spin = "while true do end"
    private static let closing = "local spin = setmetatable({}, {__close = function() while true do end end}) "

    // What is known to escape hooks where nothing is done about it, and what keeps the collector or C busy.
    private static let scripts: [(name: String, code: String)] = [
        ("plain loop", spin),
        ("pcall loop", "while true do pcall(function() \(spin) end) end"),
        ("coroutine", "while true do pcall(coroutine.wrap(function() \(spin) end)) end"),
        ("xpcall handler", "while true do xpcall(function() \(spin) end, function() \(spin) end) end"),
        ("__close", closing + "do local x <close> = spin end"),
        (
            "__close by coroutine.close",
            closing
                + "local c = coroutine.create(function() local x <close> = spin coroutine.yield() end) "
                + "coroutine.resume(c) while true do pcall(coroutine.close, c) end"
        ),
        (
            "__close by wrap",
            closing + "while true do pcall(coroutine.wrap(function() local x <close> = spin \(spin) end)) end"
        ),
        ("pattern", "while true do pcall(string.find, ('a'):rep(60), ('a*'):rep(20) .. 'b') end"),
        ("sort", "local t = {} for i = 1, 100000 do t[i] = -i end while true do table.sort(t) end"),
        ("garbage", "while true do local t = {} for i = 1, 1000 do t[i] = {i} end end"),
        ("large heap", "local t = {} for i = 1, 1500000 do t[i] = {} end while true do t[1] = {} end"),
        ("long strings", "while true do local s = ('x'):rep(20000000):upper() end"),
        ("compiler", "local s = 'x = ' .. ('a and '):rep(200000) .. 'a' while true do load(s) end"),
    ]

    /// Runs every kind of loop once in a VM of its own with this deadline and 256 MiB.
    public static func measure(deadline: Duration = .milliseconds(500)) -> [Sample] {
        scripts.map { script in
            Sample(name: script.name, milliseconds: overrun(of: script.code, deadline: deadline))
        }
    }

    private static func overrun(of code: String, deadline: Duration) -> Double? {
        do throws(LuaError) {
            let vm = try VM(limits: Limits(deadline: deadline), output: { _ in })
            let start = ContinuousClock.now
            do throws(LuaError) {
                try vm.run(code, chunk: "loop")
                return nil
            } catch {
                guard error.kind == .time else { return nil }
                let (seconds, attoseconds) = (ContinuousClock.now - start - deadline).components
                return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
            }
        } catch {
            return nil
        }
    }
}
