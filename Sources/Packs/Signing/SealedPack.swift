// An archive that nobody has looked into yet, and the same one after its signature was found good.
import EventModel
import Foundation
import Rules

/// An archive and what is said to sign it.
public struct SealedPack: Sendable {
    /// What messages call it.
    public let name: String
    /// The bytes.
    public let archive: [UInt8]
    /// The text of its signature, nil where there is none.
    public let signature: String?
    /// The public keys that came with it.
    public let offeredKeys: [PublicKey]

    /// An archive as it came.
    public init(name: String, archive: [UInt8], signature: String?, offeredKeys: [PublicKey] = []) {
        self.name = name
        self.archive = archive
        self.signature = signature
        self.offeredKeys = offeredKeys
    }

    /// The archive in a file, with the signature (`.minisig`) and the key (`.pub`) beside it.
    public init(file: URL) throws {
        guard let archive = try? Data(contentsOf: file) else {
            throw PackError("no_file", "\(file.path) cannot be read")
        }
        let signature = try? String(contentsOfFile: file.path + ".minisig", encoding: .utf8)
        let keys = ["\(file.path).pub", file.deletingLastPathComponent().appending(path: "minisign.pub").path]
            .compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
            .compactMap { PublicKey($0) }
        self.init(name: file.lastPathComponent, archive: [UInt8](archive), signature: signature, offeredKeys: keys)
    }

    /// The hash of the archive, 64 hexadecimal digits.
    public var sha256: String { Digest.sha256(archive) }

    /// Verifies the signature and looks into the archive, in this order; nothing is written or run.
    ///
    /// The key is that of `keys`, or of those that came with it, which the signature names. Whether it is to be trusted
    /// for this pack is for `trusted(by:)` to say. Throws `unsigned`, `unknown_key`, `tampered`, and what reading throws.
    public func open(keys: [PublicKey], allowUnsigned: Bool, limits: ArchiveLimits = ArchiveLimits()) throws
        -> OpenedPack
    {
        var key: PublicKey?
        var offered = offeredKeys
        var keyID: [UInt8]?
        if let signature {
            let signature = try Signature(signature, name: "\(name).minisig")
            offered += signature.offeredKey.map { [$0] } ?? []
            keyID = signature.keyID
            guard let found = (keys + offered).first(where: { $0.id == signature.keyID }) else {
                throw PackError(
                    "unknown_key",
                    "\(name) is signed by the key \(MinisignText.hex(signature.keyID)), which is not known here",
                    hint: "get the author's public key and say --key FILE"
                )
            }
            try signature.verify(archive, with: found, name: name)
            key = found
        } else if !allowUnsigned {
            throw PackError(
                "unsigned",
                "\(name) is not signed: nobody vouches for what is in it",
                hint: "ask its author to run 'brink pack sign', or say --allow-unsigned if you made it yourself"
            )
        }
        let files = try ArchiveReader.files(archive, name: name, limits: limits)
        let manifest = try files.manifest(of: name)
        return OpenedPack(
            sealed: self,
            manifest: manifest,
            files: files,
            key: key,
            keyID: keyID,
            offeredKeys: keys + offered
        )
    }
}

/// An archive whose signature fits, opened in memory.
public struct OpenedPack: Sendable {
    /// The archive.
    public let sealed: SealedPack
    /// What it says of itself.
    public let manifest: PackManifest
    /// Its files.
    public let files: [PackFile]
    /// The key that signed it, nil where it is unsigned.
    public let key: PublicKey?
    fileprivate let keyID: [UInt8]?
    fileprivate let offeredKeys: [PublicKey]

    fileprivate init(
        sealed: SealedPack,
        manifest: PackManifest,
        files: [PackFile],
        key: PublicKey?,
        keyID: [UInt8]?,
        offeredKeys: [PublicKey]
    ) {
        self.sealed = sealed
        self.manifest = manifest
        self.files = files
        self.key = key
        self.keyID = keyID
        self.offeredKeys = offeredKeys
    }

    /// The hash of the archive.
    public var sha256: String { sealed.sha256 }

    /// Throws where the user trusts another key for this pack: `changed_key`, `unsigned`.
    public func trusted(by trust: TrustFile) throws(PackError) {
        guard let key, let keyID else {
            guard trust.keys[manifest.name] == nil else {
                throw PackError(
                    "unsigned",
                    "'\(manifest.name)' has always been signed, and \(sealed.name) is not",
                    hint: "do not use it; only if signing has ended: brink pack trust --forget \(manifest.name)"
                )
            }
            return
        }
        let trusted = try trust.key(for: manifest.name, signedBy: keyID, offered: offeredKeys)
        // Two keys may have one id by malice; the whole key decides.
        guard trusted == key else {
            throw PackError("changed_key", "'\(manifest.name)' is signed by another key with the id of the trusted one")
        }
    }
}
