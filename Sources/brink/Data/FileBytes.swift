// Whole files of the user's, such as scripts.
import Foundation

/// Reads files whole.
enum FileBytes {
    /// The bytes of a file, or of standard input for `-`; throws `no_file` with the reason.
    static func read(_ path: String) throws(Failure) -> [UInt8] {
        do {
            if path == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            let reason = FileManager.default.fileExists(atPath: path) ? "cannot be read" : "there is no such file"
            throw Failure(code: "no_file", message: "\(path): \(reason)", hint: nil)
        }
    }
}
