// Brings an index and its archives here: curl for http and https, plain reading for file.
import Foundation

/// An index by its URL.
struct IndexClient {
    /// The URL without a slash at its end.
    let url: String

    /// A client; throws `bad_url` where the URL is neither https, http nor file.
    init(_ url: String) throws(PackError) {
        let url = url.hasPrefix("/") ? "file://\(url)" : url
        guard ["https://", "http://", "file:///"].contains(where: url.hasPrefix) else {
            throw PackError(
                "bad_url",
                "\(PackPath.shown(url)) is no index",
                hint: "https://…, http://…, file:///… or an absolute path of a folder with index.json"
            )
        }
        var trimmed = url.hasSuffix("/index.json") ? String(url.dropLast("/index.json".count)) : url
        while trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.url = trimmed
    }

    /// The index.
    func index() throws -> PackIndex { try PackIndex(try bytes("index.json"), url: url) }

    /// The archive of a release and its signature, its hash checked against the index.
    func pack(_ release: PackIndex.Release) throws -> SealedPack {
        let archive = try bytes(release.file)
        let sealed = SealedPack(
            name: release.file,
            archive: archive,
            signature: release.key == nil ? nil : String(decoding: try bytes(release.file + ".minisig"), as: UTF8.self),
            offeredKeys: release.key.flatMap(PublicKey.init).map { [$0] } ?? []
        )
        guard sealed.sha256 == release.sha256 else {
            throw PackError(
                "wrong_hash",
                "\(url)/\(release.file) is not what the index says: its SHA-256 is \(sealed.sha256)",
                hint: "fetch it again later; if that does not help, tell whoever keeps the index"
            )
        }
        return sealed
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        let bytesMax = ArchiveLimits().archiveBytesMax
        let from = "\(url)/\(path)"
        if url.hasPrefix("file://") {
            let file = URL(filePath: String(url.dropFirst("file://".count))).appending(path: path)
            guard let data = try? Data(contentsOf: file) else {
                throw PackError("not_fetched", "\(file.path) cannot be read")
            }
            guard data.count <= bytesMax else {
                throw PackError("too_big", "\(file.path) has more than \(bytesMax) bytes")
            }
            return [UInt8](data)
        }
        let outcome = try ChildProcess.run(
            "curl",
            [
                // The first word: no settings of the user's that could change what is fetched.
                "--disable", "--silent", "--show-error", "--fail", "--location", "--max-redirs", "5",
                "--proto", "=https,http", "--max-time", "60", "--max-filesize", String(bytesMax), "--url", from,
            ],
            bytesMax: bytesMax
        )
        guard outcome.status == 0 else {
            let reason =
                outcome.errors.split(separator: "\n").last.map { PackPath.shown(String($0)) } ?? "no reason given"
            throw PackError("not_fetched", "\(from): curl failed: \(reason)")
        }
        return outcome.output
    }
}
