// Packs in git repositories: versions are tags, and the files of a tag are read from git without a working tree.
import Foundation
import Rules

/// A repository on any host, reached by the `git` program.
struct GitRepository {
    /// The URL.
    let url: String

    /// A tag that names a version.
    struct Release {
        let version: SemanticVersion
        let tag: String
    }

    /// What a tag, a branch or a commit holds.
    struct Tree {
        let commit: String
        let files: [PackFile]
    }

    /// The URL, where git may be given it; throws `bad_url` for what git would take as an option or a program to run.
    static func checked(_ url: String) throws(PackError) -> String {
        let schemes = ["https://", "http://", "ssh://", "git://", "file://"]
        let isShort = url.hasPrefix("git@") && url.contains(":")
        let isPath = url.hasPrefix("/")
        guard !url.contains("::"), isShort || isPath || schemes.contains(where: url.hasPrefix) else {
            throw PackError(
                "bad_url",
                "\(PackPath.shown(url)) is no repository",
                hint: "https://…, ssh://…, git@host:path, file:///… or an absolute path"
            )
        }
        return url
    }

    // No prompts, no hooks, no helpers that run programs of the repository's choice.
    private static let environment = ["GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "https:http:ssh:git:file"]
    private static let settings = ["-c", "core.hooksPath=/dev/null", "-c", "core.symlinks=false", "-c", "gc.auto=0"]

    /// The versions that are tagged, `v1.2.3` or `1.2.3`, the highest first.
    func releases() throws -> [Release] {
        let outcome = try git(["ls-remote", "--tags", "--refs", "--", url])
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        return lines.compactMap { line -> Release? in
            guard let tag = line.split(separator: "\t").last, tag.hasPrefix("refs/tags/") else { return nil }
            let name = tag.dropFirst("refs/tags/".count)
            guard let version = SemanticVersion(name.hasPrefix("v") ? name.dropFirst() : name) else { return nil }
            return Release(version: version, tag: String(name))
        }.sorted { $0.version > $1.version }
    }

    /// The files of a tag, a branch or a commit.
    func tree(_ reference: String) throws -> Tree {
        let folder = try TemporaryFolder()
        let at = ["--git-dir", folder.url.path]
        try git(["init", "--quiet", "--bare", folder.url.path])
        try git(at + ["fetch", "--quiet", "--depth", "1", "--no-tags", "--", url, reference])
        let commit = try git(at + ["rev-parse", "FETCH_HEAD^{commit}"]).output
        let tar = try git(at + ["archive", "--format=tar", "FETCH_HEAD"]).output
        return Tree(
            commit: String(decoding: commit, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines),
            files: try ArchiveReader.files(tar, name: "\(url)#\(reference)", kind: .repository)
        )
    }

    @discardableResult
    private func git(_ arguments: [String]) throws -> ChildProcess.Outcome {
        let outcome = try ChildProcess.run("git", Self.settings + arguments, environment: Self.environment)
        guard outcome.status == 0 else {
            let reason =
                outcome.errors.split(separator: "\n").last.map { PackPath.shown(String($0)) } ?? "no reason given"
            throw PackError("no_repository", "\(url): git failed: \(reason)", hint: "try: git ls-remote \(url)")
        }
        return outcome
    }
}
