// Runs the built `brink` as a user would, as a process of its own.
import Foundation

/// The built program.
enum Tool {
    /// What a run printed and how it ended.
    struct Outcome {
        let output: String
        let errors: String
        let status: Int32
    }

    /// The checkout that holds this file.
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    /// The program beside the test bundle.
    static var executable: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path.hasSuffix("xctest")
            ? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "brink")
            : checkout.appending(path: ".build/debug/brink")
    }

    /// Runs the program to its end, or kills it after `secondsMax`; a killed run has the status −1.
    static func run(
        _ arguments: [String],
        input: String? = nil,
        environment: [String: String] = [:],
        secondsMax: Double = 60
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = checkout
        process.environment = ProcessInfo.processInfo.environment
            .merging(["BRINK_DATA": checkout.path, "NO_COLOR": "1"], uniquingKeysWith: { $1 })
            .merging(environment, uniquingKeysWith: { $1 })
        // Files instead of pipes: nothing can fill up and block while the other end is not read.
        let folder = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String, _ text: String) throws -> FileHandle {
            let url = folder.appending(path: name)
            try text.write(to: url, atomically: false, encoding: .utf8)
            return try FileHandle(forUpdating: url)
        }
        process.standardInput = try file("in", input ?? "")
        process.standardOutput = try file("out", "")
        process.standardError = try file("err", "")
        try process.run()
        let deadline = Date().addingTimeInterval(secondsMax)
        var killed = false
        while process.isRunning {
            if Date() > deadline {
                kill(process.processIdentifier, SIGKILL)
                killed = true
            }
            usleep(2000)
        }
        return Outcome(
            output: try String(contentsOf: folder.appending(path: "out"), encoding: .utf8),
            errors: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8),
            status: killed ? -1 : process.terminationStatus
        )
    }
}
