// Signatures in minisign's format: what either program signs the other verifies.
import Foundation
import Testing

@testable import Packs

@Suite struct SigningTests {
    static let message = Array("a pack\n".utf8)

    @Test("a signature fits what was signed, and nothing else", arguments: [false, true])
    func roundTrip(legacy: Bool) throws {
        let key = SecretKey()
        let signature = try Signature(key.sign(Self.message, comment: "hello", legacy: legacy).file, name: "x")
        try signature.verify(Self.message, with: key.publicKey, name: "x")
        #expect(signature.trustedComment == "hello" && signature.isPrehashed == !legacy)
        #expect(throws: PackError.self) { try signature.verify(Self.message + [0], with: key.publicKey, name: "x") }
        #expect(throws: PackError.self) { try signature.verify([], with: key.publicKey, name: "x") }
        #expect(throws: PackError.self) { try signature.verify(Self.message, with: SecretKey().publicKey, name: "x") }
        // Another key that says it has the same id.
        let forged = PublicKey(id: key.publicKey.id, key: SecretKey().publicKey.key)
        #expect(throws: PackError.self) { try signature.verify(Self.message, with: forged, name: "x") }
    }

    @Test("every changed byte of a signature file is noticed, but in its untrusted comment")
    func tampering() throws {
        let key = SecretKey()
        let text = Array(key.sign(Self.message, comment: "pack:a version:1.0.0").file.utf8)
        let start = try #require(text.firstIndex(of: 10)) + 1
        for place in start..<(text.count - 1) {
            var changed = text
            changed[place] ^= 1
            #expect(throws: PackError.self, "byte \(place)") {
                let signature = try Signature(String(decoding: changed, as: UTF8.self), name: "x")
                try signature.verify(Self.message, with: key.publicKey, name: "x")
            }
        }
    }

    @Test("a key file is read back, and a wrong password or a damaged file is told")
    func keyFiles() throws {
        let key = SecretKey()
        let plain = try key.file(password: "")
        struct Asked: Error {}
        #expect(try SecretKey(plain, name: "k") { throw Asked() }.publicKey == key.publicKey)
        #expect(PublicKey(key.publicKey.file) == key.publicKey && PublicKey("\(key.publicKey)") == key.publicKey)
        for text in ["", "x", plain.replacing("RW", with: "RX"), String(plain.dropLast(8))] {
            #expect(throws: PackError.self) { try SecretKey(text, name: "k") { "" } }
        }
        #expect(PublicKey("RWQ") == nil && PublicKey("") == nil)
    }

    @Test("minisign verifies what is signed here")
    func toMinisign() throws {
        let place = try Workplace()
        let key = SecretKey()
        try place.write("x.brinkpack", Self.message)
        try place.write("key.pub", Array(key.publicKey.file.utf8))
        for legacy in [false, true] {
            let signature = key.sign(Self.message, comment: "pack:x version:1.0.0", legacy: legacy)
            try place.write("x.brinkpack.minisig", Array(signature.file.utf8))
            let said = try place.run("minisign", "-Vm", "x.brinkpack", "-p", "key.pub")
            #expect(said.contains("Signature and comment signature verified") && said.contains("pack:x version:1.0.0"))
            try place.run("minisign", "-Vm", "x.brinkpack", "-P", "\(key.publicKey)")
        }
        try place.write("x.brinkpack", Self.message + [0])
        #expect(throws: (any Error).self) { try place.run("minisign", "-Vm", "x.brinkpack", "-p", "key.pub") }
    }

    @Test("what minisign signs is verified here, prehashed and as old versions did, and its keys are read")
    func fromMinisign() throws {
        let place = try Workplace()
        try place.write("x.brinkpack", Self.message)
        try place.run("minisign", "-G", "-W", "-p", "key.pub", "-s", "key.key")
        let publicKey = try #require(PublicKey(String(decoding: try place.bytes("key.pub"), as: UTF8.self)))
        for flag in ["-H", "-l"] {
            try place.run("minisign", "-S", flag, "-m", "x.brinkpack", "-s", "key.key", "-t", "by hand")
            let text = String(decoding: try place.bytes("x.brinkpack.minisig"), as: UTF8.self)
            let signature = try Signature(text, name: "x")
            #expect(signature.isPrehashed == (flag == "-H") && signature.trustedComment == "by hand")
            try signature.verify(Self.message, with: publicKey, name: "x")
        }
        let secret = try SecretKey(String(decoding: try place.bytes("key.key"), as: UTF8.self), name: "k") { "" }
        #expect(secret.publicKey == publicKey)
        // A key made here signs there.
        let own = SecretKey()
        try place.write("own.key", Array(try own.file(password: "").utf8))
        try place.run("minisign", "-S", "-m", "x.brinkpack", "-s", "own.key")
        let text = String(decoding: try place.bytes("x.brinkpack.minisig"), as: UTF8.self)
        try Signature(text, name: "x").verify(Self.message, with: own.publicKey, name: "x")
    }

    // scrypt takes 1 GiB and a second or two each time, so once each way.
    @Test("keys with a password go both ways")
    func passwords() throws {
        let place = try Workplace()
        try place.write("x.brinkpack", Self.message)
        let own = SecretKey()
        let file = try own.file(password: "open sesame")
        try place.write("own.key", Array(file.utf8))
        try place.run("minisign", "-S", "-m", "x.brinkpack", "-s", "own.key", input: "open sesame\n")
        let signature = String(decoding: try place.bytes("x.brinkpack.minisig"), as: UTF8.self)
        try Signature(signature, name: "x").verify(Self.message, with: own.publicKey, name: "x")
        try place.run("minisign", "-G", "-p", "their.pub", "-s", "their.key", input: "abracadabra\nabracadabra\n")
        let text = String(decoding: try place.bytes("their.key"), as: UTF8.self)
        let theirs = try SecretKey(text, name: "k") { "abracadabra" }
        #expect(theirs.publicKey == PublicKey(String(decoding: try place.bytes("their.pub"), as: UTF8.self)))
        do {
            _ = try SecretKey(file, name: "k") { "open says me" }
            Issue.record("opened by a wrong password")
        } catch { #expect((error as? PackError)?.code == "wrong_password") }
    }
}
