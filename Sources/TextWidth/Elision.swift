// Long text cut to a width, from the middle or the end, without ever cutting a character in two.

extension String {
    /// The text in at most `width` columns, its middle replaced by `…` where it is longer.
    public func elidedInMiddle(to width: Int) -> String {
        guard displayWidth > width else { return self }
        guard width > 1 else { return width == 1 ? "…" : "" }
        let tailWidth = (width - 1) / 2
        let head = prefix(columns: width - 1 - tailWidth)
        return head + "…" + suffix(columns: tailWidth)
    }

    /// The text in at most `width` columns, its end replaced by `…` where it is longer.
    public func elidedAtEnd(to width: Int) -> String {
        guard displayWidth > width else { return self }
        guard width > 1 else { return width == 1 ? "…" : "" }
        return prefix(columns: width - 1) + "…"
    }

    /// The text and as many spaces as bring it to `width` columns; the spaces come first where `right` is set.
    public func padded(to width: Int, right: Bool = false) -> String {
        let gap = String(repeating: " ", count: max(0, width - displayWidth))
        return right ? gap + self : self + gap
    }

    /// The longest beginning of at most so many columns.
    public func prefix(columns: Int) -> String {
        var taken = 0
        var end = startIndex
        while end < endIndex {
            taken += self[end].displayWidth
            if taken > columns { break }
            end = index(after: end)
        }
        return String(self[..<end])
    }

    /// The longest ending of at most so many columns.
    public func suffix(columns: Int) -> String {
        var taken = 0
        var start = endIndex
        while start > startIndex {
            let before = index(before: start)
            taken += self[before].displayWidth
            if taken > columns { break }
            start = before
        }
        return String(self[start...])
    }
}
