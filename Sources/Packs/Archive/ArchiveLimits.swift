// How much a pack may hold: what is beyond is a mistake or an attack.

/// The limits of reading an archive.
public struct ArchiveLimits: Sendable {
    /// Bytes of the archive.
    public var archiveBytesMax = 16 << 20
    /// Bytes of all files together.
    public var totalBytesMax = 64 << 20
    /// Bytes of one file.
    public var fileBytesMax = 16 << 20
    /// Files and folders.
    public var entryCountMax = 2000
    /// Bytes unpacked for each byte packed, beyond the first MiB.
    public var ratioMax = 200
    /// Bytes of a path.
    public var pathBytesMax = 200
    /// Folders in a path.
    public var depthMax = 8

    /// The usual limits.
    public init() {}
}
