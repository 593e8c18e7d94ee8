// The files that a path stands for, folder by folder, in an order that never changes.
import EventModel
import Glibc

/// Walks paths: files as they are, folders with all that is in them, sorted by path, hidden files left out.
struct PathWalk {
    /// A file to open, or why there is none.
    enum Step {
        case file(String)
        case problem(FeedError)
    }

    private struct Pending {
        let path: String
        /// The folders that it lies in, by device and inode, so that a circle of links ends.
        var ancestors: [FileIdentity] = []
        /// Whether the user named it.
        var isGiven = false
        /// Set where a folder that the user named has been walked: how many files came before it.
        var fileCountBefore: Int?
    }

    private struct FileIdentity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    // The next one is the last.
    private var pending: [Pending]
    private var seenFiles: Set<FileIdentity> = []
    private var fileCount = 0

    init(_ paths: [String]) {
        pending = paths.reversed().map { Pending(path: $0, isGiven: true) }
    }

    /// The next file, nil when all have been.
    mutating func next() -> Step? {
        while let place = pending.popLast() {
            if let before = place.fileCountBefore {
                if before == fileCount { return .problem(Self.emptyFolder(place.path)) }
                continue
            }
            guard place.path != "-" else { return .file("-") }
            var status = stat()
            guard stat(place.path, &status) == 0 else { return .problem(ByteStream.systemError(place.path)) }
            let identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                guard !place.ancestors.contains(identity) else { continue }
                if let problem = open(place, identity) { return .problem(problem) }
            case S_IFREG:
                fileCount += 1
                guard seenFiles.insert(identity).inserted else { return .problem(Self.sameFile(place.path)) }
                return .file(place.path)
            default:
                // Pipes and the like are read only where the user named them.
                if place.isGiven { return .file(place.path) }
            }
        }
        return nil
    }

    private mutating func open(_ place: Pending, _ identity: FileIdentity) -> FeedError? {
        guard let folder = opendir(place.path) else { return ByteStream.systemError(place.path) }
        defer { closedir(folder) }
        var names: [(name: String, key: [UInt8])] = []
        while let entry = readdir(folder) {
            let name = Self.name(of: entry)
            guard !name.hasPrefix(".") else { continue }
            // A folder's name sorts with its slash, so that the order is that of the whole paths.
            let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            names.append((name, Array((isFolder ? name + "/" : name).utf8)))
        }
        names.sort { $0.key.lexicographicallyPrecedes($1.key) }
        if place.isGiven { pending.append(Pending(path: place.path, fileCountBefore: fileCount)) }
        let base = place.path.hasSuffix("/") ? place.path : place.path + "/"
        for (name, _) in names.reversed() {
            pending.append(Pending(path: base + name, ancestors: place.ancestors + [identity]))
        }
        return nil
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                String(cString: $0)
            }
        }
    }

    private static func emptyFolder(_ path: String) -> FeedError {
        FeedError(
            code: "no_articles",
            message: "the folder holds no files, hidden ones left out",
            location: SourceLocation(file: path)
        )
    }

    private static func sameFile(_ path: String) -> FeedError {
        FeedError(
            code: "same_file",
            message: "the file was read already under another path; it is read once",
            location: SourceLocation(file: path),
            severity: .warning
        )
    }
}
