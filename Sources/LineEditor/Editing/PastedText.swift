// A paste out of a session: prompts and answers are dropped, what was typed stays.

/// What a paste becomes in the buffer.
enum PastedText {
    /// The text as typed: where lines begin with a prompt, those lines without it, else the text as it is.
    static func withoutPrompts(_ text: String, prompts: [String]) -> String {
        let prompts = prompts.map(\.trimmingEnd).filter { !$0.isEmpty }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let bare = lines.compactMap { line in prompts.firstMap { line.withoutPrompt($0) } }
        return bare.isEmpty ? text : bare.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    fileprivate func withoutPrompt(_ prompt: String) -> String? {
        let line = drop { $0 == " " }
        let bare = prompt.drop { $0 == " " }
        guard line.hasPrefix(bare) else { return nil }
        let rest = line.dropFirst(bare.count)
        return String(rest.first == " " ? rest.dropFirst() : rest)
    }
}

extension Sequence {
    fileprivate func firstMap<Result>(_ transform: (Element) -> Result?) -> Result? {
        for element in self { if let result = transform(element) { return result } }
        return nil
    }
}
