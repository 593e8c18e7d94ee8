// Installing: what is chosen, whom it is taken from, and that it happens as a whole or not at all.
import Foundation
import Rules
import Testing

@testable import Packs

/// A user's folders and a place that packs are published at.
struct Desk {
    let place: Workplace
    let key = SecretKey()

    init() throws { place = try Workplace() }

    var store: PackStore { PackStore(place.url.appending(path: "data/packs")) }
    var trustURL: URL { place.url.appending(path: "config/trust") }

    func installer(
        allowsUnsigned: Bool = false,
        repairs: Bool = false,
        keys: [PublicKey] = [],
        builtIn: [PackManifest] = [],
        checkpoint: @escaping (InstallStage) throws -> Void = { _ in }
    ) -> Installer {
        var options = Installer.Options(brink: SemanticVersion(0, 1, 0))
        options.indexes = [place.url.appending(path: "index").path]
        options.allowsUnsigned = allowsUnsigned
        options.repairs = repairs
        options.keys = keys
        options.builtIn = builtIn
        return Installer(store: store, trust: trustURL, options: options, checkpoint: checkpoint)
    }

    /// Puts a pack into the index.
    func publish(_ files: [PackFile], by key: SecretKey? = nil, unsigned: Bool = false) throws {
        let manifest = try files.manifest(of: "test")
        let name = "index/\(manifest.name)-\(manifest.version).brinkpack"
        let sealed = try Sample.sealed(files, by: unsigned ? nil : key ?? self.key)
        try place.write(name, sealed.archive)
        if let signature = sealed.signature { try place.write("\(name).minisig", Array(signature.utf8)) }
        let folder = place.url.appending(path: "index")
        try PackIndex(of: folder).write(to: folder)
    }

    func publish(_ name: String, _ version: String, _ more: String = "") throws {
        try publish(Sample.files(name, version, more))
    }

    /// What is installed: `a 1.0.0, b 2.0.0`.
    func installed() throws -> String {
        let lock = try store.lock()
        for pack in lock.packs { _ = try store.files(of: pack) }
        return lock.packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    }

    func error(_ body: () throws -> [PackChange]) -> PackError? {
        do {
            let changes = try body()
            Issue.record("no error, but \(changes)")
        } catch { return error as? PackError ?? PackError("other", "\(error)") }
        return nil
    }
}

@Suite struct InstallTests {
    @Test("a pack of an index is installed with what it needs, updated, rolled back and removed")
    func life() throws {
        let desk = try Desk()
        try desk.publish("base", "1.0.0")
        try desk.publish("a", "1.0.0", "dependencies = { base = '^1' }")
        let changes = try desk.installer().install([.named("a", range: .any)])
        #expect(changes.map(\.name) == ["a", "base"] && changes.allSatisfy { $0.newKey == desk.key.publicKey })
        #expect(try desk.installed() == "a 1.0.0, base 1.0.0")
        #expect(try desk.installer().install([.named("a", range: .any)]).isEmpty)
        try desk.publish("base", "1.1.0")
        try desk.publish("base", "2.0.0")
        try desk.publish("a", "1.2.0", "dependencies = { base = '^1' }")
        let outdated = try desk.installer().outdated()
        #expect(outdated.map(\.newest) == ["1.2.0", "2.0.0"] && outdated.map(\.allowed) == ["1.2.0", "1.1.0"])
        _ = try desk.installer().install([.named("base", range: .any)])
        #expect(try desk.installed() == "a 1.0.0, base 1.0.0")
        _ = try desk.installer().update([])
        #expect(try desk.installed() == "a 1.2.0, base 1.1.0")
        #expect(try desk.installer().outdated().map(\.newest) == ["2.0.0"])
        _ = try desk.installer().rollback()
        #expect(try desk.installed() == "a 1.0.0, base 1.0.0")
        #expect(desk.error { try desk.installer().remove(["base"]) }?.code == "needed")
        _ = try desk.installer().remove(["a"])
        #expect(try desk.installed() == "base 1.0.0")
        _ = try desk.installer().rollback()
        #expect(try desk.installed() == "a 1.0.0, base 1.0.0")
    }

    @Test("the lock has the hash of the archive, of every file and of every rule")
    func lock() throws {
        let desk = try Desk()
        try desk.publish("a", "1.0.0", "dependencies = { base = '^1' }")
        try desk.publish("base", "1.0.0")
        _ = try desk.installer().install([.named("a", range: try VersionRange("^1"))])
        let pack = try #require(try desk.store.lock().pack("a"))
        #expect(Set(pack.files.keys) == ["pack.lua", "rules.lua"] && Array(pack.rules.keys) == ["a/r"])
        #expect(pack.sha256.count == 64 && pack.range == "^1" && pack.isDirect && pack.key == "\(desk.key.publicKey)")
        #expect(try desk.store.lock().pack("base")?.isDirect == false)
        #expect(try PackLock(try desk.store.lock().bytes(), path: "x") == desk.store.lock())
    }

    @Test("a file that somebody changes after the install is noticed, and mended by a repair")
    func changedFile() throws {
        let desk = try Desk()
        try desk.publish("a", "1.0.0")
        _ = try desk.installer().install([.named("a", range: .any)])
        let pack = try #require(try desk.store.lock().pack("a"))
        let file = desk.store.folder(of: pack).appending(path: "rules.lua")
        try Data("-- evil".utf8).write(to: file)
        #expect(throws: PackError.self) { try desk.store.files(of: pack) }
        _ = try desk.installer(repairs: true).install([.named("a", range: .any)])
        #expect(try desk.installed() == "a 1.0.0")
    }

    @Test(
        "versions are chosen so that every range holds",
        arguments: [
            (["a 1.0.0 b=^1", "b 1.0.0", "b 1.5.0", "b 2.0.0"], "a", "a 1.0.0, b 1.5.0"),
            (["a 1.0.0 b=^1 c=^1", "b 1.0.0 c=<1.2", "c 1.0.0", "c 1.3.0"], "a", "a 1.0.0, b 1.0.0, c 1.0.0"),
            // The newest b needs a d that c does not go with: an older b does.
            (
                ["a 1.0.0 b=* c=*", "b 2.0.0 d=^2", "b 1.0.0 d=^1", "c 1.0.0 d=^1", "d 1.0.0", "d 2.0.0"], "a",
                "a 1.0.0, b 1.0.0, c 1.0.0, d 1.0.0"
            ),
            (["a 1.0.0 b=*", "b 1.0.0 a=*"], "a", "a 1.0.0, b 1.0.0"), (["a 2.0.0-rc.1", "a 1.0.0"], "a", "a 1.0.0"),
            (["a 2.0.0-rc.1", "a 1.0.0"], "a@>=2.0.0-rc", "a 2.0.0-rc.1"),
            (["a 1.0.0", "a 1.4.0"], "a@~1.0", "a 1.0.0"),
            (["a 1.0.0 brink=>=9", "a 0.9.0"], "a", "a 0.9.0"), (["a 1.0.0 core=^1"], "a", "a 1.0.0"),
        ]
    )
    func resolution(published: [String], request: String, result: String) throws {
        let desk = try Desk()
        for line in published { try publish(line, desk) }
        var core = PackManifest(name: "core")
        core.version = SemanticVersion(1, 2, 0)
        _ = try desk.installer(builtIn: [core]).install([try PackRequest(request)])
        #expect(try desk.installed() == result)
    }

    private func publish(_ line: String, _ desk: Desk) throws {
        let words = line.split(separator: " ").map(String.init)
        var brink = ""
        let needs = words.dropFirst(2).compactMap { word -> String? in
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            if parts[0] == "brink" { brink = "brink = '\(parts[1])', " }
            return parts[0] == "brink" ? nil : "['\(parts[0])'] = '\(parts[1])'"
        }
        try desk.publish(words[0], words[1], "\(brink)dependencies = { \(needs.joined(separator: ", ")) }")
    }

    @Test(
        "where no versions go together, it says who wants what",
        arguments: [
            (["a 1.0.0 b=^2", "b 1.0.0"], "a", "a 1.0.0 wants ^2; there is 1.0.0"),
            (["a 1.0.0 b=^1 c=*", "c 1.0.0 b=^2", "b 1.0.0", "b 2.0.0"], "a", "c 1.0.0 wants ^2"),
            (["a 1.0.0 x=*"], "a", "there is no pack 'x' to be found; a 1.0.0 wants *"),
            (["a 1.0.0 brink=>=9"], "a", "a 1.0.0 needs Brink >=9"), (["a 1.0.0"], "a@^2", "your request wants ^2"),
            (["a 1.0.0 core=^2"], "a", "a 1.0.0 wants ^2; there is 1.2.0"), ([], "core", "ships with Brink"),
        ]
    )
    func conflicts(published: [String], request: String, message: String) throws {
        let desk = try Desk()
        try desk.publish("zero", "1.0.0")
        for line in published { try publish(line, desk) }
        var core = PackManifest(name: "core")
        core.version = SemanticVersion(1, 2, 0)
        let error = desk.error { try desk.installer(builtIn: [core]).install([try PackRequest(request)]) }
        #expect(error?.message.contains(message) == true, "\(error.map(String.init(describing:)) ?? "")")
        #expect(try desk.installed().isEmpty)
    }

    @Test("a key is trusted at its first use; another, or none, is refused from then on")
    func trust() throws {
        let desk = try Desk()
        try desk.publish("a", "1.0.0")
        _ = try desk.installer().install([.named("a", range: .any)])
        #expect(try TrustFile(desk.trustURL).keys == ["a": desk.key.publicKey])
        let thief = SecretKey()
        try desk.publish(Sample.files("a", "1.1.0"), by: thief)
        #expect(desk.error { try desk.installer().update([]) }?.code == "changed_key")
        #expect(desk.error { try desk.installer(keys: [thief.publicKey]).update([]) }?.code == "changed_key")
        try desk.publish(Sample.files("a", "1.2.0"), unsigned: true)
        try FileManager.default.removeItem(
            at: desk.place.url.appending(path: "index/a-1.2.0.brinkpack.minisig"),
            ifThere: true
        )
        #expect(desk.error { try desk.installer(allowsUnsigned: true).update([]) }?.code == "unsigned")
        #expect(try desk.installed() == "a 1.0.0")
        var trust = try TrustFile(desk.trustURL)
        trust.trust(thief.publicKey, for: "a")
        try trust.save()
        _ = try desk.installer().install([.named("a", range: try VersionRange("=1.1.0"))])
        #expect(try desk.installed() == "a 1.1.0")
        #expect(try TrustFile(desk.trustURL).keys == ["a": thief.publicKey])
    }

    @Test("a trust file that does not read stops everything, with its line")
    func badTrust() throws {
        let desk = try Desk()
        try desk.publish("a", "1.0.0")
        try desk.place.write("config/trust", Array("# keys\na RWnonsense\n".utf8))
        let error = desk.error { try desk.installer().install([.named("a", range: .any)]) }
        #expect(error?.code == "bad_trust" && error?.location?.line == 2)
    }

    @Test(
        "what was tampered with between author and user is refused",
        arguments: ["archive", "signature", "index hash", "other archive", "manifest", "unsigned", "missing signature"]
    )
    func tampered(what: String) throws {
        let desk = try Desk()
        try desk.publish("b", "1.0.0")
        try desk.publish("a", "1.0.0", "dependencies = { b = '^1' }")
        let file = "index/b-1.0.0.brinkpack"
        var expected = "wrong_hash"
        switch what {
        case "archive": try desk.place.write(file, try desk.place.bytes(file) + [0])
        case "signature":
            let other = SecretKey().sign(Array("x".utf8), comment: "").file
            try desk.place.write(file + ".minisig", Array(other.utf8))
            expected = "unknown_key"
        case "index hash": try replace(file, keepsHash: false, desk, "tampered") { $0 + [0] }
        case "other archive":
            let evil = try ArchiveWriter.archive(Sample.files("b", "1.0.0", rule: Sample.rule + "-- evil"))
            try replace(file, keepsHash: false, desk, "tampered") { _ in evil }
        case "manifest":
            let text = String(decoding: try desk.place.bytes("index/index.json"), as: UTF8.self)
            try desk.place.write("index/index.json", Array(text.replacing("\"b\" : \"^1\"", with: "").utf8))
            expected = "wrong_pack"
        case "unsigned":
            let text = String(decoding: try desk.place.bytes("index/index.json"), as: UTF8.self)
            let lines = text.split(separator: "\n").filter { !$0.contains("\"key\"") }
            try desk.place.write("index/index.json", Array(lines.joined(separator: "\n").utf8))
            expected = "unsigned"
        default:
            try FileManager.default.removeItem(at: desk.place.url.appending(path: file + ".minisig"))
            expected = "not_fetched"
        }
        if ["index hash", "other archive"].contains(what) { expected = "tampered" }
        let error = desk.error { try desk.installer().install([.named("a", range: .any)]) }
        #expect(error?.code == expected, "\(error.map(String.init(describing:)) ?? "")")
        #expect(try desk.installed().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: desk.trustURL.path))
        #expect(!FileManager.default.fileExists(atPath: desk.store.root.appending(path: "store").path))
    }

    /// Puts other bytes into the index, and their hash.
    private func replace(
        _ file: String,
        keepsHash: Bool,
        _ desk: Desk,
        _ why: String,
        _ change: ([UInt8]) -> [UInt8]
    ) throws {
        let old = try desk.place.bytes(file)
        let new = change(old)
        try desk.place.write(file, new)
        let text = String(decoding: try desk.place.bytes("index/index.json"), as: UTF8.self)
        func hash(_ bytes: [UInt8]) -> String { SealedPack(name: "", archive: bytes, signature: nil).sha256 }
        try desk.place.write("index/index.json", Array(text.replacing(hash(old), with: hash(new)).utf8))
    }

    @Test("a version that changes after it was installed is refused")
    func changedRelease() throws {
        let desk = try Desk()
        try desk.publish("a", "1.0.0")
        _ = try desk.installer().install([.named("a", range: .any)])
        try desk.publish(Sample.files("a", "1.0.0", rule: Sample.rule + "\nlocal x = 1"))
        #expect(desk.error { try desk.installer().update([]) }?.code == "changed_release")
    }

    @Test(
        "an install that is cut off leaves what was there whole, and the next one succeeds",
        arguments: InstallStage.allCases
    )
    func interrupted(stage: InstallStage) throws {
        struct PowerCut: Error {}
        let desk = try Desk()
        try desk.publish("b", "1.0.0")
        try desk.publish("a", "1.0.0", "dependencies = { b = '*' }")
        _ = try desk.installer().install([.named("a", range: .any)])
        try desk.publish("b", "1.1.0")
        try desk.publish("a", "1.1.0", "dependencies = { b = '>=1.1' }")
        #expect(throws: PowerCut.self) {
            _ = try desk.installer { reached in if reached == stage { throw PowerCut() } }.update([])
        }
        let isDone = stage == .committed
        #expect(try desk.installed() == (isDone ? "a 1.1.0, b 1.1.0" : "a 1.0.0, b 1.0.0"))
        _ = try desk.installer().update([])
        #expect(try desk.installed() == "a 1.1.0, b 1.1.0")
        _ = try desk.installer().rollback()
        #expect(try desk.installed() == "a 1.0.0, b 1.0.0")
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.store.root.path)
        #expect(!left.contains("staging"))
    }

    @Test("an archive and a folder are installed by path; unsigned only where the user allows it")
    func paths() throws {
        let desk = try Desk()
        for file in Sample.files("a", "1.0.0") { try desk.place.write("a/\(file.path)", file.bytes) }
        let folder = try PackRequest("a", folder: "/")
        #expect(folder == .named("a", range: .any))
        let request = try PackRequest("./a", folder: desk.place.url.path)
        #expect(desk.error { try desk.installer().install([request]) }?.code == "unsigned")
        _ = try desk.installer(allowsUnsigned: true).install([request])
        #expect(try desk.installed() == "a 1.0.0")
        #expect(try desk.store.lock().pack("a")?.key == nil)
        let sealed = try Sample.sealed(Sample.files("b", "1.0.0"), by: desk.key)
        try desk.place.write("b.brinkpack", sealed.archive)
        let archive = try PackRequest("b.brinkpack", folder: desk.place.url.path)
        #expect(desk.error { try desk.installer().install([archive]) }?.code == "unsigned")
        try desk.place.write("b.brinkpack.minisig", Array((sealed.signature ?? "").utf8))
        _ = try desk.installer().install([archive])
        #expect(try desk.installed() == "a 1.0.0, b 1.0.0")
    }

    @Test("a signature by minisign without the key in its comment needs the key by another way")
    func minisignOnly() throws {
        let desk = try Desk()
        let archive = try ArchiveWriter.archive(Sample.files("a", "1.0.0"))
        try desk.place.write("a.brinkpack", archive)
        try desk.place.write("a.brinkpack.minisig", Array(desk.key.sign(archive, comment: "by hand").file.utf8))
        let request = try PackRequest("./a.brinkpack", folder: desk.place.url.path)
        #expect(desk.error { try desk.installer().install([request]) }?.code == "unknown_key")
        _ = try desk.installer(keys: [desk.key.publicKey]).install([request])
        #expect(try desk.installed() == "a 1.0.0")
    }

    @Test("what is vendored installs elsewhere without its origin")
    func vendored() throws {
        let desk = try Desk()
        try desk.publish("b", "1.0.0")
        try desk.publish("a", "1.0.0", "dependencies = { b = '*' }")
        _ = try desk.installer().install([.named("a", range: .any)])
        let other = try Desk()
        let lock = try desk.installer().vendor(to: other.place.url.appending(path: "index"))
        #expect(lock.packs.count == 2)
        _ = try other.installer().install([.named("a", range: .any)])
        #expect(try other.installed() == "a 1.0.0, b 1.0.0")
        #expect(try other.store.lock().packs.map(\.sha256) == lock.packs.map(\.sha256))
    }

    @Test("two changes at once: the second is told to wait")
    func busy() throws {
        let desk = try Desk()
        try desk.publish("a", "1.0.0")
        var inner: PackError?
        _ = try desk.installer { stage in
            if stage == .staged { inner = desk.error { try desk.installer().install([.named("a", range: .any)]) } }
        }.install([.named("a", range: .any)])
        #expect(inner?.code == "busy")
        #expect(try desk.installed() == "a 1.0.0")
    }

    @Test(
        "a request that names nothing is refused",
        arguments: [
            "./nowhere", "No Name", "a@latest", "git+ext::sh -c touch% /tmp/x", "git+--upload-pack=touch",
            "git+https://example.org/x.git#--force", "git+https://example.org/x.git@^^1", "x.brinkpack",
        ]
    )
    func requests(text: String) { #expect(throws: PackError.self) { try PackRequest(text) } }
}

extension FileManager {
    fileprivate func removeItem(at url: URL, ifThere: Bool) throws {
        if fileExists(atPath: url.path) { try removeItem(at: url) }
    }
}
