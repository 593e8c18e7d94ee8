// Archives: the same bytes for the same files, and nothing that a stranger puts into one gets through.
import Foundation
import Rules
import Testing

@testable import Packs

@Suite struct ArchiveTests {
    static let files =
        Sample.files("p", "1.0.0") + [
            PackFile(path: "modules/a.lua", bytes: Array("return {}".utf8)),
            PackFile(path: "lexicon/groups.tsv", bytes: []), PackFile(path: "README.md", bytes: Array("# p\n".utf8)),
        ]

    @Test("the same files give the same bytes, in whatever order they come, and are read back")
    func reproducible() throws {
        let first = try ArchiveWriter.archive(Self.files)
        #expect(try ArchiveWriter.archive(Self.files.reversed()) == first)
        let read = try ArchiveReader.files(first, name: "x")
        #expect(read == Self.files.sorted { $0.path < $1.path })
        // gzip's head has no time (bytes 4 to 7) and no name (flags in byte 3).
        #expect(Array(first[3..<8]) == [0, 0, 0, 0, 0])
    }

    @Test("tar and gzip read what is built, and show no times, owners or rights of the building machine")
    func plainTools() throws {
        let place = try Workplace()
        try place.write("x.brinkpack", try ArchiveWriter.archive(Self.files))
        let list = try place.run("tar", "--utc", "--full-time", "-tvzf", "x.brinkpack").split(separator: "\n")
        #expect(list.count == 5)
        #expect(list.allSatisfy { $0.hasPrefix("-rw-r--r-- 0/0 ") && $0.contains(" 1970-01-01 00:00:00 ") }, "\(list)")
        #expect(list.map { String($0.split(separator: " ").last ?? "") } == Self.files.map(\.path).sorted())
    }

    @Test("a folder gives only what belongs to a pack, and no links")
    func folder() throws {
        let place = try Workplace()
        for file in Self.files { try place.write("p/\(file.path)", file.bytes) }
        for path in ["p/.git/config", "p/notes.txt", "p/dist/p.brinkpack", "p/modules/x.sh", "p/lexicon/deep/a.tsv"] {
            try place.write(path, [1])
        }
        let found = try PackFolder.files(place.url.appending(path: "p"))
        #expect(found.map(\.path).sorted() == Self.files.map(\.path).sorted())
        try place.run("ln", "-s", "/etc/passwd", "p/extra.lua")
        #expect(throws: PackError.self) { try PackFolder.files(place.url.appending(path: "p")) }
    }

    typealias Entry = HostileArchive.Entry
    static let good = Entry(path: "pack.lua", bytes: Array("return {}".utf8))

    @Test(
        "an archive with anything odd in it is refused as a whole",
        arguments: [
            ([good, Entry(path: "../evil.lua")], "bad_path", "'../evil.lua' leads out"),
            ([good, Entry(path: "modules/../../evil.lua")], "bad_path", "leads out"),
            ([good, Entry(path: "/etc/cron.d/evil.lua")], "bad_path", "an absolute path"),
            ([good, Entry(path: "modules//a.lua")], "bad_path", "no plain path"),
            ([good, Entry(path: "./a.lua")], "bad_path", "no plain path"),
            ([good, Entry(path: "C:\\evil.lua")], "bad_path", "another system"),
            ([good, Entry(path: ".hidden.lua")], "bad_path", "hidden"),
            ([good, Entry(path: "a\u{1B}[31m.lua")], "bad_path", "'a?[31m.lua'"),
            ([good, Entry(path: "caf\u{E9}.lua")], "bad_path", "other characters"),
            ([good, Entry(path: "modules/" + String(repeating: "d/", count: 20) + "a.lua")], "bad_path", "deep"),
            ([good, Entry(path: "a.lua", kind: 0o120000, link: "/etc/passwd")], "not_a_file", "a link"),
            ([good, Entry(path: "a.lua", hardLink: "pack.lua")], "not_a_file", "a hard link"),
            ([good, Entry(path: "a.lua", kind: 0o020000)], "not_a_file", "a device"),
            ([good, Entry(path: "a.lua", kind: 0o060000)], "not_a_file", "a device"),
            ([good, Entry(path: "a.lua", kind: 0o010000)], "not_a_file", "a pipe"),
            ([good, good], "same_path_twice", "'pack.lua' is there twice"),
            ([good, Entry(path: "a.lua"), Entry(path: "A.lua")], "case_clash", "'a.lua' and 'A.lua'"),
            (
                [
                    good, Entry(path: "modules/a.lua"), Entry(path: "MODULES", kind: 0o040000),
                    Entry(path: "modules", kind: 0o040000),
                ],
                "case_clash", "one file"
            ),
            ([good, Entry(path: "run.sh")], "no_pack_file", "'run.sh' is no part"),
            ([good, Entry(path: "modules/a.b.lua")], "no_pack_file", "no part"),
        ]
    )
    func hostile(entries: [Entry], code: String, message: String) {
        let bytes = HostileArchive.bytes(entries)
        do throws(PackError) {
            let files = try ArchiveReader.files(bytes, name: "evil.brinkpack")
            Issue.record("read as \(files.map(\.path))")
        } catch {
            #expect(error.code == code, "\(error)")
            #expect(error.message.contains(message) && error.message.hasPrefix("evil.brinkpack: "), "\(error)")
        }
    }

    @Test("size, number and ratio are bounded before anything is unpacked")
    func bombs() throws {
        func code(_ bytes: [UInt8], _ change: (inout ArchiveLimits) -> Void = { _ in }) -> String? {
            var limits = ArchiveLimits()
            change(&limits)
            do throws(PackError) { _ = try ArchiveReader.files(bytes, name: "x", limits: limits) } catch {
                return error.code
            }
            return nil
        }
        let zeros = [UInt8](repeating: 0, count: 8 << 20)
        #expect(code(HostileArchive.bytes([Entry(path: "a.lua", bytes: zeros)])) == "bomb")
        var state: UInt64 = 88_172_645_463_325_252
        let noise = (0..<(3 << 20)).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
        let big = HostileArchive.bytes([Entry(path: "a.lua", bytes: noise), Entry(path: "b.lua", bytes: noise)])
        #expect(code(big) == nil)
        #expect(code(big) { $0.fileBytesMax = 2 << 20 } == "bomb")
        #expect(code(big) { $0.totalBytesMax = 4 << 20 } == "bomb")
        #expect(code(big) { $0.archiveBytesMax = 1 << 16 } == "too_big")
        let many = HostileArchive.bytes((0..<2001).map { Entry(path: "a\($0).lua") })
        #expect(code(many) == "too_many_files")
    }

    @Test("a head that promises more than there is, or more than can be, is refused")
    func wrongSize() throws {
        let place = try Workplace()
        for (size, code) in [("77777777777", "bomb"), ("00000002000", "not_an_archive")] {
            var tar = HostileArchive.bytes([Entry(path: "a.lua", bytes: [1, 2])], compresses: false)
            tar.replaceSubrange(124..<135, with: Array(size.utf8))
            tar.replaceSubrange(148..<156, with: Array("        ".utf8))
            let sum = String(tar[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
            tar.replaceSubrange(
                148..<156,
                with: Array((String(repeating: "0", count: 6 - sum.count) + sum + "\0 ").utf8)
            )
            try place.write("x.tar", Array(tar[..<1024]))
            try place.run("gzip", "-n", "x.tar")
            let bytes = try place.bytes("x.tar.gz")
            do throws(PackError) {
                _ = try ArchiveReader.files(bytes, name: "x")
                Issue.record("read")
            } catch { #expect(error.code == code, "\(error)") }
            try place.run("rm", "x.tar.gz")
        }
    }

    @Test("what is no archive, or is cut or damaged, is refused")
    func broken() throws {
        let whole = try ArchiveWriter.archive(Self.files)
        for bytes in [[], Array("return {}".utf8), HostileArchive.bytes([Self.good], compresses: false)] {
            #expect(throws: PackError.self) { try ArchiveReader.files(bytes, name: "x") }
        }
        for count in stride(from: 2, to: whole.count - 9, by: 7) {
            #expect(throws: PackError.self, "cut after \(count)") {
                try ArchiveReader.files(Array(whole[..<count]), name: "x").manifest(of: "x")
            }
        }
        // Any one damaged byte: refused, or read as something; never a crash.
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 0x55
            _ = try? ArchiveReader.files(bytes, name: "x")
        }
    }
}
