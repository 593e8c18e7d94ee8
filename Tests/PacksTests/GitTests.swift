// Packs in git repositories, a bare one on this machine in place of a host.
import Foundation
import Rules
import Testing

@testable import Packs

@Suite struct GitTests {
    /// A repository with tagged versions of a pack.
    struct Repository {
        let desk: Desk
        var url: String { "file://" + desk.place.url.appending(path: "pack.git").path }

        init() throws {
            desk = try Desk()
            try desk.place.run("git", "init", "--quiet", "--bare", "pack.git")
            try desk.place.run("git", "init", "--quiet", "--initial-branch=main", "work")
        }

        /// Commits a version and tags it; signed where there is a key.
        func release(_ version: String, _ more: String = "", by key: SecretKey?, rule: String = Sample.rule) throws {
            let files = Sample.files("a", version, more, rule: rule)
            for file in files { try desk.place.write("work/\(file.path)", file.bytes) }
            if let key {
                let sealed = try Sample.sealed(files, by: key)
                try desk.place.write("work/dist/a-\(version).brinkpack", sealed.archive)
                try desk.place.write("work/dist/a-\(version).brinkpack.minisig", Array((sealed.signature ?? "").utf8))
            }
            try commit("v\(version)")
        }

        func commit(_ tag: String) throws {
            try desk.place.run("git", "-C", "work", "add", "--all")
            try desk.place.run("git", "-C", "work", "commit", "--quiet", "--message", tag)
            try desk.place.run("git", "-C", "work", "tag", tag)
            try desk.place.run("git", "-C", "work", "push", "--quiet", "--force", "--tags", url, "main")
        }
    }

    @Test("the highest tag in the range is installed, then updated; a tag, a branch and a commit can be named")
    func tags() throws {
        let repository = try Repository()
        let desk = repository.desk
        try desk.place.write("work/docs/notes.txt", [1])
        for version in ["1.0.0", "1.1.0", "2.0.0"] { try repository.release(version, by: desk.key) }
        _ = try desk.installer().install([try PackRequest("git+\(repository.url)@^1")])
        #expect(try desk.installed() == "a 1.1.0")
        let pack = try #require(try desk.store.lock().pack("a"))
        #expect(pack.origin == .git(repository.url) && pack.reference.hasPrefix("v1.1.0 ") && pack.range == "^1")
        try repository.release("1.2.0", by: desk.key)
        #expect(try desk.installer().outdated().map { [$0.allowed, $0.newest] } == [["1.2.0", "2.0.0"]])
        _ = try desk.installer().update(["a"])
        #expect(try desk.installed() == "a 1.2.0")
        _ = try desk.installer().install([try PackRequest("git+\(repository.url)#v1.0.0")])
        #expect(try desk.installed() == "a 1.0.0")
        _ = try desk.installer().install([try PackRequest("git+\(repository.url)#main")])
        #expect(try desk.installed() == "a 1.2.0")
    }

    @Test("a tree without a signed archive counts as unsigned")
    func unsigned() throws {
        let repository = try Repository()
        try repository.release("1.0.0", by: nil)
        let request = try PackRequest("git+\(repository.url)")
        let desk = repository.desk
        #expect(desk.error { try desk.installer().install([request]) }?.code == "unsigned")
        _ = try desk.installer(allowsUnsigned: true).install([request])
        #expect(try desk.installed() == "a 1.0.0")
    }

    @Test("an archive that is not what the repository shows is refused, however well it is signed")
    func notTheSource() throws {
        let repository = try Repository()
        let desk = repository.desk
        try repository.release("1.0.0", by: desk.key)
        try desk.place.write("work/rules.lua", Array("-- harmless\n".utf8))
        try repository.commit("v1.0.1")
        let request = try PackRequest("git+\(repository.url)#v1.0.1")
        #expect(desk.error { try desk.installer().install([request]) }?.code == "not_the_source")
    }

    @Test("a link in the repository that takes the place of a file is refused")
    func link() throws {
        let repository = try Repository()
        let desk = repository.desk
        try repository.release("1.0.0", by: nil)
        try desk.place.run("ln", "-sf", "/etc/passwd", "work/extra.lua")
        try repository.commit("v1.1.0")
        let request = try PackRequest("git+\(repository.url)")
        #expect(desk.error { try desk.installer(allowsUnsigned: true).install([request]) }?.code == "not_a_file")
    }

    @Test("a pack that another needs comes from the repository that it names")
    func dependency() throws {
        let repository = try Repository()
        let desk = repository.desk
        try repository.release("1.3.0", by: desk.key)
        try desk.publish("b", "1.0.0", "dependencies = { a = { git = '\(repository.url)', version = '^1' } }")
        _ = try desk.installer().install([.named("b", range: .any)])
        #expect(try desk.installed() == "a 1.3.0, b 1.0.0")
        try repository.release("1.4.0", by: desk.key)
        _ = try desk.installer().update([])
        #expect(try desk.installed() == "a 1.4.0, b 1.0.0")
    }

    @Test("a repository that is not there, or has no version in the range, is told")
    func missing() throws {
        let repository = try Repository()
        let desk = repository.desk
        try repository.release("1.0.0", by: desk.key)
        #expect(
            desk.error { try desk.installer().install([try PackRequest("git+file:///no/such.git")]) }?.code
                == "no_repository"
        )
        let error = desk.error { try desk.installer().install([try PackRequest("git+\(repository.url)@^9")]) }
        #expect(error?.message.contains("no version in ^9; there is 1.0.0") == true)
    }
}
