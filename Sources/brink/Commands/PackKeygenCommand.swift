// `brink pack keygen`: a pair of keys to sign packs with, in minisign's format.
import ArgumentParser
import Foundation
import Packs

/// Makes a pair of keys.
struct PackKeygenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Make the keys to sign packs with.",
        discussion: """
            The files are minisign's: either program signs and verifies with them. Keep a copy of the secret key: who
            has installed a pack of yours takes updates from this key only.
            """
    )

    @Option(help: ArgumentHelp("The secret key. Default: pack.key in Brink's folder of settings.", valueName: "file"))
    var key: String?

    @Flag(help: "Protect the key by nothing but the rights on its file.")
    var noPassword = false

    @Option(help: ArgumentHelp("Take the password from the first line of a file.", valueName: "file"))
    var passwordFile: String?

    @Flag(help: "Replace a key that is there.")
    var force = false

    func run() throws {
        let status = try Failure.reported {
            let url = try key.map { URL(filePath: $0) } ?? UserFolders.required(UserFolders.signingKey)
            let publicURL = url.deletingPathExtension().appendingPathExtension("pub")
            guard force || !FileManager.default.fileExists(atPath: url.path) else {
                throw Failure(
                    code: "exists",
                    message: "\(url.path) is there already",
                    hint: "--force replaces it for good"
                )
            }
            let secret = SecretKey()
            var password = ""
            if !noPassword {
                password = try Passwords.read("Password: ", file: passwordFile)
                guard !password.isEmpty else {
                    throw Failure(
                        code: "no_password",
                        message: "the password is empty",
                        hint: "--no-password does without"
                    )
                }
                guard try passwordFile != nil || Passwords.read("Again: ", file: nil) == password else {
                    throw Failure(code: "no_password", message: "these are two passwords")
                }
            }
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try SecretFile.write(try secret.file(password: password), to: url)
            try secret.publicKey.file.write(to: publicURL, atomically: true, encoding: .utf8)
            print("secret key: \(url.path)")
            print("public key: \(publicURL.path)")
            print(secret.publicKey.description)
            return .fine
        }
        if status != .fine { throw status }
    }
}

/// Files that only their owner may read, from their first byte on.
private enum SecretFile {
    static func write(_ text: String, to url: URL) throws {
        unlink(url.path)
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw Failure(code: "not_written", message: "\(url.path) cannot be written", hint: nil)
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
    }
}
