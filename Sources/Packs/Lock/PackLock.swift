// `pack.lock`: exactly what is installed, by content.
import EventModel
import Foundation
import Rules

/// The packs that are installed, in the order of names.
public struct PackLock: Codable, Sendable, Equatable {
    /// The version of this format.
    public var format = 1
    /// The packs.
    public var packs: [LockedPack] = []

    enum CodingKeys: String, CodingKey {
        case format = "brink_lock"
        case packs
    }

    /// Nothing installed.
    public init() {}

    /// A lock of packs.
    public init(_ packs: [LockedPack]) { self.packs = packs.sorted { $0.name < $1.name } }

    /// The lock of a file's bytes; throws `bad_lock`.
    public init(_ bytes: [UInt8], path: String) throws {
        do {
            self = try JSONDecoder().decode(PackLock.self, from: Data(bytes))
        } catch {
            throw PackError(
                "bad_lock",
                "the list of installed packs does not read: \(path)",
                hint: "'brink pack rollback' brings back the one before"
            )
        }
        guard format == 1 else {
            throw PackError("bad_lock", "\(path) is of a newer version of Brink", hint: "use that version")
        }
        for pack in packs {
            // What is in the lock becomes paths.
            let paths = [pack.name, pack.folderName] + pack.files.keys
            guard PackManifest.isName(pack.name), pack.sha256.utf8.count == 64,
                paths.allSatisfy({ PackPath.problem($0) == nil })
            else { throw PackError("bad_lock", "\(path) has a name that no pack can have") }
        }
    }

    /// The pack of a name, nil where it is not installed.
    public func pack(_ name: String) -> LockedPack? { packs.first { $0.name == name } }

    /// The bytes of the file: JSON with sorted keys, the same for the same packs.
    public func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self)) + [10]
    }
}
