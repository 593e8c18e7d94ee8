// Makes a `.brinkpack`: tar and gzip by libarchive, the same bytes for the same files.
import CArchive
import Foundation

/// Packs files.
public enum ArchiveWriter {
    /// The archive of files: sorted by path, without times, owners or the packing machine's name.
    public static func archive(_ files: [PackFile]) throws(PackError) -> [UInt8] {
        guard let archive = archive_write_new() else { throw PackError("no_memory", "no memory for an archive") }
        defer { archive_write_free(archive) }
        let size = files.reduce(1 << 16) { $0 + $1.bytes.count + $1.bytes.count / 100 + 2048 }
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        defer { buffer.deallocate() }
        var used = 0
        try check(archive_write_set_format_ustar(archive), archive)
        try check(archive_write_add_filter_gzip(archive), archive)
        // Without a value the option is off: no time stands in the head.
        try check(archive_write_set_filter_option(archive, "gzip", "timestamp", nil), archive)
        try check(archive_write_set_filter_option(archive, "gzip", "compression-level", "9"), archive)
        try check(archive_write_open_memory(archive, buffer, size, &used), archive)
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            if let problem = PackPath.problem(file.path) { throw PackError("bad_path", problem) }
            try write(file, archive)
        }
        try check(archive_write_close(archive), archive)
        return [UInt8](UnsafeRawBufferPointer(start: buffer, count: used))
    }

    private static func write(_ file: PackFile, _ archive: OpaquePointer) throws(PackError) {
        guard let entry = archive_entry_new() else { throw PackError("no_memory", "no memory for an archive") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, file.path)
        archive_entry_set_filetype(entry, EntryKind.file)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(file.bytes.count))
        archive_entry_set_mtime(entry, 0, 0)
        archive_entry_set_uid(entry, 0)
        archive_entry_set_gid(entry, 0)
        try check(archive_write_header(archive, entry), archive)
        guard file.bytes.isEmpty || archive_write_data(archive, file.bytes, file.bytes.count) == file.bytes.count else {
            throw failure(archive)
        }
    }

    private static func check(_ status: Int32, _ archive: OpaquePointer) throws(PackError) {
        guard status == ARCHIVE_OK else { throw failure(archive) }
    }

    private static func failure(_ archive: OpaquePointer) -> PackError {
        PackError("not_packed", "packing failed: \(archive_error_string(archive).map { String(cString: $0) } ?? "?")")
    }
}
