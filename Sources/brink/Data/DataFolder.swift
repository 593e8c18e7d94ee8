// Finds the data files that ship with the program; rooms get bytes and never open files.
import EventModel
import Foundation

/// The folder of data files: `$BRINK_DATA`, `<executable>/../share/brink`, or the checkout it was built in.
struct DataFolder {
    /// The folder that holds one folder for each room.
    private let root: URL
    /// Whether it is a checkout, where a room's data lie in `Sources/<Room>/Data`.
    private let isCheckout: Bool

    /// The first of the three that exists; throws `no_data` with all that were tried.
    init() throws(DataError) {
        var tried: [String] = []
        if let path = ProcessInfo.processInfo.environment["BRINK_DATA"], !path.isEmpty {
            let folder = URL(filePath: path)
            guard Self.exists(folder) else {
                throw DataError(
                    code: "no_data",
                    message: "BRINK_DATA names a folder that is not there: \(path)",
                    location: nil,
                    hint: "unset BRINK_DATA, or point it at a folder made by 'make install'"
                )
            }
            root = folder
            isCheckout = Self.exists(folder.appending(path: "Sources"))
            return
        }
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let installed = executable.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "share/brink"
        )
        tried.append(installed.path)
        if Self.exists(installed) {
            root = installed
            isCheckout = false
            return
        }
        // .build/<triple>/<configuration>/brink stands three folders below the checkout.
        var folder = executable.deletingLastPathComponent()
        for _ in 0..<4 {
            folder.deleteLastPathComponent()
            if Self.exists(folder.appending(path: "Package.swift")), Self.exists(folder.appending(path: "rules")) {
                root = folder
                isCheckout = true
                return
            }
        }
        tried.append("the checkout above \(executable.deletingLastPathComponent().path)")
        throw DataError(
            code: "no_data",
            message: "the data files are not found; looked in \(tried.joined(separator: " and "))",
            location: nil,
            hint: "run 'make install', or set BRINK_DATA to the folder share/brink of an installation"
        )
    }

    /// The bytes of one data file of a room; throws `no_data_file` with its path.
    func bytes(_ room: String, _ name: String) throws(DataError) -> [UInt8] {
        let url = folder(of: room).appending(path: name)
        guard let data = try? Data(contentsOf: url) else {
            throw DataError(
                code: "no_data_file",
                message: "a data file is missing: \(url.path)",
                location: nil,
                hint: "install Brink anew"
            )
        }
        return [UInt8](data)
    }

    /// The folder of built-in rule packs.
    var rules: URL { root.appending(path: "rules") }

    private func folder(of room: String) -> URL {
        root.appending(path: isCheckout ? "Sources/\(room)/Data" : room)
    }

    private static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}
