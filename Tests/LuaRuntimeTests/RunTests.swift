// Running texts and calling functions in both directions.

import Testing

@testable import LuaRuntime

@Suite struct RunTests {
    @Test("a text's results cross the wall")
    func results() throws {
        let vm = try VM()
        #expect(
            try vm.run("return 1, 2.5, 'x', true, nil, {1, 2, a = {b = 3}}", chunk: "t") == [
                1, 2.5, "x", true, nil,
                .table(
                    Table(entries: [
                        .init(key: 1, value: 1), .init(key: 2, value: 2), .init(key: "a", value: .table(["b": 3])),
                    ])
                ),
            ]
        )
    }
}
