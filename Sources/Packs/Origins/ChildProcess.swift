// git and curl do what needs a network; Brink itself opens no connection.
import Foundation

/// Runs a program to its end.
enum ChildProcess {
    /// What a program wrote and how it ended.
    struct Outcome {
        let output: [UInt8]
        let errors: String
        let status: Int32
    }

    /// Runs a program that `PATH` names; kills it after `secondsMax`.
    ///
    /// Throws `no_program` where it is not installed, `too_slow`, `too_big` where it writes more than `bytesMax`.
    static func run(
        _ program: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        bytesMax: Int = 64 << 20,
        secondsMax: Double = 120
    ) throws -> Outcome {
        guard let path = path(of: program) else {
            throw PackError("no_program", "\(program) is not installed", hint: "apt-get install \(program)")
        }
        let folder = try TemporaryFolder()
        let outputURL = folder.url.appending(path: "out"), errorsURL = folder.url.appending(path: "err")
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: nothing blocks while nobody reads.
        process.standardOutput = try emptyFile(outputURL)
        process.standardError = try emptyFile(errorsURL)
        try process.run()
        let deadline = Date().addingTimeInterval(secondsMax)
        while process.isRunning {
            let size = (try? FileManager.default.attributesOfItem(atPath: outputURL.path)[.size] as? Int) ?? 0
            guard Date() < deadline, size <= bytesMax else {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                throw size > bytesMax
                    ? PackError("too_big", "\(program) brought more than \(bytesMax) bytes")
                    : PackError("too_slow", "\(program) was not done after \(Int(secondsMax)) seconds")
            }
            usleep(2000)
        }
        let output = [UInt8](try Data(contentsOf: outputURL))
        guard output.count <= bytesMax else {
            throw PackError("too_big", "\(program) brought more than \(bytesMax) bytes")
        }
        let errors = String(decoding: try Data(contentsOf: errorsURL).prefix(4096), as: UTF8.self)
        return Outcome(output: output, errors: errors, status: process.terminationStatus)
    }

    private static func emptyFile(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    private static func path(of program: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
            .map { "\($0)/\(program)" }
            .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// A folder that goes when nobody holds it any more.
final class TemporaryFolder {
    /// The folder.
    let url: URL

    /// A new folder that only this user can read.
    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
