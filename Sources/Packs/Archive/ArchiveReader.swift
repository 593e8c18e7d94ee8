// Reads archives that a stranger has made, into memory only; whatever is odd about one refuses the whole of it.
import CArchive
import Foundation

/// The kinds of entries as libarchive numbers them.
enum EntryKind {
    static let file: UInt32 = 0o100000
    static let link: UInt32 = 0o120000
    static let socket: UInt32 = 0o140000
    static let characterDevice: UInt32 = 0o020000
    static let blockDevice: UInt32 = 0o060000
    static let folder: UInt32 = 0o040000
    static let pipe: UInt32 = 0o010000
}

/// Unpacks archives.
public struct ArchiveReader {
    /// What an archive is.
    public enum Kind: Sendable {
        /// A `.brinkpack`: every entry must be a file of a pack.
        case pack
        /// The tar of a repository: files that belong to no pack are passed over.
        case repository
    }

    private let kind: Kind
    private let name: String
    private let limits: ArchiveLimits
    private var files: [PackFile] = []
    private var paths: Set<String> = []
    private var foldedPaths: [String: String] = [:]
    private var entryCount = 0
    private var byteCount = 0

    /// The files of an archive, in its order.
    ///
    /// Throws `not_an_archive`, `too_big`, `too_many_files`, `bomb`, `bad_path`, `not_a_file`, `same_path_twice`,
    /// `case_clash`, `no_pack_file`, each with the name of the archive and of the entry.
    public static func files(
        _ bytes: [UInt8],
        name: String,
        kind: Kind = .pack,
        limits: ArchiveLimits = ArchiveLimits()
    ) throws(PackError) -> [PackFile] {
        var reader = ArchiveReader(kind: kind, name: name, limits: limits)
        try reader.read(bytes)
        return reader.files
    }

    private init(kind: Kind, name: String, limits: ArchiveLimits) {
        self.kind = kind
        self.name = name
        self.limits = limits
    }

    private func refusal(_ code: String, _ message: String) -> PackError {
        PackError(code, "\(name): \(message)", hint: "do not use this archive; tell whoever made it")
    }

    private mutating func read(_ bytes: [UInt8]) throws(PackError) {
        guard bytes.count <= limits.archiveBytesMax || kind == .repository else {
            throw refusal("too_big", "\(bytes.count) bytes, more than \(limits.archiveBytesMax)")
        }
        guard kind == .repository || bytes.starts(with: [0x1F, 0x8B]) else {
            throw refusal("not_an_archive", "it is no .brinkpack: gzip's first two bytes are missing")
        }
        guard let archive = archive_read_new() else { throw PackError("no_memory", "no memory for an archive") }
        defer { archive_read_free(archive) }
        archive_read_support_format_tar(archive)
        if kind == .pack { archive_read_support_filter_gzip(archive) }
        guard archive_read_open_memory(archive, bytes, bytes.count) == ARCHIVE_OK else { throw broken(archive) }
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { break }
            guard status == ARCHIVE_OK, let entry else { throw broken(archive) }
            try take(entry, archive, packed: bytes.count)
        }
        guard archive_read_close(archive) == ARCHIVE_OK else { throw broken(archive) }
    }

    private func broken(_ archive: OpaquePointer) -> PackError {
        let reason = archive_error_string(archive).map { PackPath.shown(String(cString: $0)) } ?? "it is cut short"
        return refusal("not_an_archive", "the archive is broken: \(reason)")
    }

    private mutating func take(_ entry: OpaquePointer, _ archive: OpaquePointer, packed: Int) throws(PackError) {
        entryCount += 1
        guard entryCount <= limits.entryCountMax || kind == .repository else {
            throw refusal("too_many_files", "more than \(limits.entryCountMax) files")
        }
        guard let pointer = archive_entry_pathname(entry) else { throw refusal("bad_path", "a path is missing") }
        var path = String(cString: pointer)
        let type = archive_entry_filetype(entry)
        let isLink = archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
        let isFolder = type == EntryKind.folder && !isLink
        if isFolder, path.hasSuffix("/") { path.removeLast() }
        if kind == .repository, isFolder || !Self.isWanted(path) {
            archive_read_data_skip(archive)
            return
        }
        if let problem = PackPath.problem(path, limits: limits) { throw refusal("bad_path", problem) }
        guard isFolder || (type == EntryKind.file && !isLink) else {
            throw refusal("not_a_file", "\(PackPath.shown(path)) is \(Self.noun(type, entry)), not a plain file")
        }
        guard paths.insert(path).inserted else {
            throw refusal("same_path_twice", "\(PackPath.shown(path)) is there twice")
        }
        if let other = foldedPaths.updateValue(path, forKey: path.lowercased()) {
            throw refusal(
                "case_clash",
                "\(PackPath.shown(other)) and \(PackPath.shown(path)) are one file where case does not count"
            )
        }
        if isFolder { return try count(0, archive, packed: packed) }
        guard kind == .repository || PackFile.belongs(path) else {
            throw refusal("no_pack_file", "\(PackPath.shown(path)) is no part of a pack")
        }
        files.append(PackFile(path: path, bytes: try data(of: entry, path, archive, packed: packed)))
    }

    private static func isWanted(_ path: String) -> Bool {
        PackFile.belongs(path) || (path.hasPrefix("dist/") && path.split(separator: "/").count == 2)
    }

    private mutating func data(
        of entry: OpaquePointer,
        _ path: String,
        _ archive: OpaquePointer,
        packed: Int
    ) throws(PackError) -> [UInt8] {
        let size = Int(archive_entry_size(entry))
        guard size >= 0, size <= limits.fileBytesMax, archive_entry_sparse_count(entry) == 0 else {
            throw refusal("bomb", "\(PackPath.shown(path)) has more than \(limits.fileBytesMax) bytes")
        }
        try count(size, archive, packed: packed)
        var data: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let taken = archive_read_data(archive, &block, block.count)
            guard taken >= 0 else { throw broken(archive) }
            if taken == 0 { break }
            guard data.count + taken <= size else { throw broken(archive) }
            data += block[..<taken]
        }
        guard data.count == size else { throw refusal("not_an_archive", "\(PackPath.shown(path)) is cut short") }
        return data
    }

    /// Counts what is unpacked before it is unpacked.
    private mutating func count(_ bytes: Int, _ archive: OpaquePointer, packed: Int) throws(PackError) {
        byteCount += bytes
        guard byteCount <= limits.totalBytesMax else {
            throw refusal("bomb", "it unpacks to more than \(limits.totalBytesMax) bytes")
        }
        // Heads and padding count too, as far as the tar has been read.
        let unpacked = max(byteCount, Int(archive_filter_bytes(archive, 0)))
        guard kind == .repository || unpacked <= (1 << 20) + packed * limits.ratioMax else {
            throw refusal("bomb", "it unpacks to more than \(limits.ratioMax) times its size")
        }
    }

    private static func noun(_ type: mode_t, _ entry: OpaquePointer) -> String {
        if archive_entry_hardlink(entry) != nil { return "a hard link" }
        return switch type {
        case EntryKind.link: "a link"
        case EntryKind.characterDevice, EntryKind.blockDevice: "a device"
        case EntryKind.pipe: "a pipe"
        case EntryKind.socket: "a socket"
        default: "of an unknown kind"
        }
    }
}
