// What the tests of this room share: folders that go, packs from a few words, programs that are run.
import CArchive
import Foundation
import Packs
import Rules
import Testing

/// A folder for one test.
final class Workplace {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "packs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: path))) }

    /// Runs a program here; throws where it fails.
    @discardableResult
    func run(_ program: String, _ arguments: String..., input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = url
        process.environment = ProcessInfo.processInfo.environment.merging([
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": "/dev/null",
        ]) { $1 }
        let input = input.isEmpty ? FileHandle.nullDevice : try file(input)
        process.standardInput = input
        let output = url.appending(path: ".output")
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOf: output, encoding: .utf8)
        struct Failed: Error { let text: String }
        guard process.terminationStatus == 0 else { throw Failed(text: "\(program) \(arguments): \(text)") }
        return text
    }

    private func file(_ input: String) throws -> FileHandle {
        try write(".input", Array(input.utf8))
        return try FileHandle(forReadingFrom: url.appending(path: ".input"))
    }
}

/// Packs made of a few words.
enum Sample {
    static let rule = "rule \"r\" { kind = \"k\", match = step \"s\" { type = \"ASSAULT\" } }\n"

    /// The files of a pack; `more` goes into the manifest.
    static func files(_ name: String, _ version: String, _ more: String = "", rule: String = rule) -> [PackFile] {
        [
            PackFile(
                path: "pack.lua",
                bytes: Array("return { name = \"\(name)\", version = \"\(version)\", \(more) }\n".utf8)
            ),
            PackFile(path: "rules.lua", bytes: Array(rule.utf8)),
        ]
    }

    /// A signed archive; unsigned where there is no key.
    static func sealed(_ files: [PackFile], by key: SecretKey?, file: String = "x.brinkpack") throws -> SealedPack {
        let archive = try ArchiveWriter.archive(files)
        let signature = key.map { $0.sign(archive, comment: "key:\($0.publicKey)").file }
        return SealedPack(name: file, archive: archive, signature: signature)
    }
}

/// Archives that no honest program makes.
struct HostileArchive {
    /// An entry: its path, its kind, what it links to, what is in it.
    struct Entry: Sendable {
        var path: String
        var kind: UInt32 = 0o100000
        var link: String?
        var hardLink: String?
        var bytes: [UInt8] = []
        var size: Int64?
    }

    static func bytes(_ entries: [Entry], compresses: Bool = true) -> [UInt8] {
        let archive = archive_write_new()
        defer { archive_write_free(archive) }
        archive_write_set_format_ustar(archive)
        if compresses { archive_write_add_filter_gzip(archive) }
        let room = entries.reduce(1 << 20) { $0 + $1.bytes.count + 2048 }
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 16)
        defer { buffer.deallocate() }
        var used = 0
        archive_write_open_memory(archive, buffer, room, &used)
        for item in entries {
            let entry = archive_entry_new()
            archive_entry_set_pathname(entry, item.path)
            archive_entry_set_filetype(entry, item.kind)
            archive_entry_set_perm(entry, 0o644)
            archive_entry_set_size(entry, item.size ?? Int64(item.bytes.count))
            if let link = item.link { archive_entry_set_symlink(entry, link) }
            if let link = item.hardLink { archive_entry_set_hardlink(entry, link) }
            archive_write_header(archive, entry)
            if !item.bytes.isEmpty { archive_write_data(archive, item.bytes, item.bytes.count) }
            archive_entry_free(entry)
        }
        archive_write_close(archive)
        return [UInt8](UnsafeRawBufferPointer(start: buffer, count: used))
    }
}
