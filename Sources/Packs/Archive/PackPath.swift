// Which paths an archive, an index or a vendored folder may name.

/// Checks paths that somebody else has written.
enum PackPath {
    /// What is wrong with a path, nil where nothing is.
    ///
    /// Allowed are letters, digits and `. _ - +` between single slashes: no way out, nothing hidden, and nothing that
    /// file systems spell in two ways.
    static func problem(_ path: String, limits: ArchiveLimits = ArchiveLimits()) -> String? {
        let shown = shown(path)
        if path.isEmpty { return "a path is empty" }
        if path.hasPrefix("/") { return "\(shown) is an absolute path" }
        if path.contains("\\") || path.contains(":") { return "\(shown) is a path of another system" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains("..") { return "\(shown) leads out of the pack" }
        if parts.contains(where: { $0.isEmpty || $0 == "." }) { return "\(shown) is no plain path" }
        if path.utf8.count > limits.pathBytesMax { return "\(shown) is longer than \(limits.pathBytesMax) bytes" }
        if parts.count > limits.depthMax { return "\(shown) lies more than \(limits.depthMax) folders deep" }
        if parts.contains(where: { $0.hasPrefix(".") }) { return "\(shown) is hidden" }
        let isPlain = path.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || [45, 46, 95, 43, 47].contains(byte)
        }
        return isPlain ? nil : "\(shown) has other characters than letters, digits and . _ - +"
    }

    /// A path as a message may show it: no control characters, which a terminal would obey, and not too long.
    static func shown(_ path: String) -> String {
        var text = ""
        for scalar in path.unicodeScalars.prefix(100) {
            let isSafe = scalar.value >= 32 && scalar.value != 127 && !(0x80...0x9F).contains(scalar.value)
            text.unicodeScalars.append(isSafe ? scalar : "?")
        }
        return "'\(text)\(path.unicodeScalars.count > 100 ? "…" : "")'"
    }
}
