// Files that are there whole or not at all, whatever happens while they are written.
import Foundation

/// Writes files by a rename.
enum AtomicFile {
    /// Writes bytes to a new file beside, to the disk, and then in the old one's place.
    static func write(_ bytes: [UInt8], to url: URL) throws {
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let new = folder.appending(path: ".\(url.lastPathComponent).new")
        try writeThrough(bytes, to: new)
        guard rename(new.path, url.path) == 0 else { throw failure("renamed", url) }
        syncFolder(folder)
    }

    /// Writes bytes and waits until they are on the disk.
    static func writeThrough(_ bytes: [UInt8], to url: URL) throws {
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw failure("written", url) }
        defer { close(descriptor) }
        var offset = 0
        try bytes.withUnsafeBytes { pointer in
            while offset < pointer.count {
                let start = pointer.baseAddress?.advanced(by: offset)
                let count = pwrite(descriptor, start, pointer.count - offset, off_t(offset))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw failure("written", url) }
                offset += count
            }
        }
        guard fsync(descriptor) == 0 else { throw failure("written", url) }
    }

    /// A rename is on the disk when its folder is.
    static func syncFolder(_ folder: URL) {
        let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func failure(_ what: String, _ url: URL) -> PackError {
        PackError("not_written", "\(url.path) cannot be \(what): \(String(cString: strerror(errno)))")
    }
}
