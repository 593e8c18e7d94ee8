// Who the user is, as far as git knows.

/// The user of git's settings.
public enum GitUser {
    /// The name, nil where git is not there or knows none.
    public static var name: String? {
        guard let outcome = try? ChildProcess.run("git", ["config", "--get", "user.name"], secondsMax: 5),
            outcome.status == 0
        else { return nil }
        let name = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
        // It goes between quotes in pack.lua.
        return name.isEmpty || name.contains("\"") || name.contains("\\") ? nil : name
    }
}
