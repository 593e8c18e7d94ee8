// Chooses a version of each pack so that every range holds: one version of a name, the first that fits all.
import Rules

/// A search with going back, over candidates in the order in which they are preferred.
struct Resolver {
    /// A pack that somebody needs.
    struct Requirement {
        let name: String
        let range: VersionRange
        /// Who needs it, for messages.
        let by: String
        var git: String?
    }

    /// The version of Brink that packs must work with.
    let brink: SemanticVersion
    /// The candidates for a requirement, the preferred ones first.
    let candidates: (Requirement) throws -> [Candidate]
    /// What a candidate needs.
    let needs: (Candidate) throws -> Needs

    private static let stepsMax = 20_000
    private var steps = 0
    private var conflict: (depth: Int, error: PackError)?

    init(
        brink: SemanticVersion,
        candidates: @escaping (Requirement) throws -> [Candidate],
        needs: @escaping (Candidate) throws -> Needs
    ) {
        self.brink = brink
        self.candidates = candidates
        self.needs = needs
    }

    /// The packs that meet requirements and what those need in turn, in the order in which they were chosen.
    ///
    /// Throws `no_version` with all who want something of the pack for which nothing fits, and what `candidates` throws.
    mutating func resolve(_ requirements: [Requirement]) throws -> [Candidate] {
        if let chosen = try solve(requirements[...], made: requirements, chosen: []) { return chosen }
        throw conflict?.error ?? PackError("no_version", "no versions of these packs go together")
    }

    private mutating func solve(
        _ pending: ArraySlice<Requirement>,
        made: [Requirement],
        chosen: [Candidate]
    ) throws -> [Candidate]? {
        guard let requirement = pending.first else { return chosen }
        steps += 1
        guard steps < Self.stepsMax else {
            throw PackError("too_much_to_try", "no versions that go together were found in \(Self.stepsMax) tries")
        }
        let rest = pending.dropFirst()
        if let already = chosen.first(where: { $0.name == requirement.name }) {
            if requirement.range.contains(already.version) { return try solve(rest, made: made, chosen: chosen) }
            note(requirement.name, made, chosen.count, there: [already.version])
            return nil
        }
        let ranges = made.filter { $0.name == requirement.name }.map(\.range)
        let all = try candidates(requirement)
        var refused: [String] = []
        for candidate in all where ranges.allSatisfy({ $0.contains(candidate.version) }) {
            let needs = try needs(candidate)
            guard needs.brink.contains(brink) || needs.brink.contains(released(brink)) else {
                refused.append("\(candidate.name) \(candidate.version) needs Brink \(needs.brink)")
                continue
            }
            let more = needs.dependencies.map {
                Requirement(name: $0.name, range: $0.range, by: "\(candidate.name) \(candidate.version)", git: $0.git)
            }
            if let found = try solve(rest + more, made: made + more, chosen: chosen + [candidate]) { return found }
        }
        note(requirement.name, made, chosen.count, there: all.map(\.version), refused: refused)
        return nil
    }

    /// A pre-release of Brink counts as the version that it leads to.
    private func released(_ version: SemanticVersion) -> SemanticVersion {
        SemanticVersion(version.major, version.minor, version.patch)
    }

    /// Keeps the conflict that was met after most choices: it is the one to be told of.
    private mutating func note(
        _ name: String,
        _ made: [Requirement],
        _ depth: Int,
        there: [SemanticVersion],
        refused: [String] = []
    ) {
        guard depth >= conflict?.depth ?? 0 else { return }
        let wanted = made.filter { $0.name == name }.map { "\($0.by) wants \($0.range)" }
        var versions: [String] = []
        for version in there.map(\.description) where !versions.contains(version) { versions.append(version) }
        let found = versions.isEmpty ? "none is to be found" : "there is \(versions.prefix(8).joined(separator: ", "))"
        let isUnknown = versions.isEmpty && refused.isEmpty
        let reasons = (wanted + refused + [found]).joined(separator: "; ")
        // Of conflicts after as many choices the one that says more stays: the others lead to it.
        if let conflict, conflict.depth == depth, conflict.error.message.utf8.count >= reasons.utf8.count { return }
        conflict = (
            depth,
            PackError(
                isUnknown ? "no_pack" : "no_version",
                isUnknown
                    ? "there is no pack '\(name)' to be found; \(wanted.joined(separator: ", "))"
                    : "no version of '\(name)' will do: \(reasons)",
                hint: versions.isEmpty
                    ? "name the index that has it by --index, or give a folder, an archive or git+URL" : nil
            )
        )
    }
}
