// Phrases of folded words, found in one pass.

/// A trie of phrases over word hashes in one open-addressed table.
struct PhraseTrie: Sendable {
    /// Key of an edge (node and word mixed) → node; 0 is empty.
    private var keys: [UInt64]
    private var nodes: [Int32]
    private var edgeCount = 0
    private var nodeCount: Int32 = 1
    /// A bit for the low bits of every first word, which most words of a text miss.
    private var firsts: [UInt64] = Array(repeating: 0, count: 1 << 12)
    /// For every node the phrases that end there.
    private var ends: [[Int32]] = [[]]

    init() {
        keys = Array(repeating: 0, count: 1024)
        nodes = Array(repeating: 0, count: 1024)
    }

    /// Adds a phrase under a number of the caller's.
    mutating func insert(_ words: [UInt64], _ number: Int32) {
        guard !words.isEmpty else { return }
        if let first = words.first { firsts[Self.firstSlot(first)] |= 1 << (first & 63) }
        var node: Int32 = 0
        for word in words { node = child(node, word) ?? add(node, word) }
        ends[Int(node)].append(number)
    }

    /// Calls `body` with the numbers of the phrases that begin at a word and the word after each, the longest first.
    ///
    /// Stops at the first phrase for which `body` returns true.
    func longest(at start: Int, in words: [FoldedText.Word], until end: Int, _ body: ([Int32], Int) -> Bool) {
        let first = words[start].hash
        guard firsts[Self.firstSlot(first)] & (1 << (first & 63)) != 0 else { return }
        var node: Int32 = 0
        var found: [(Int32, Int)] = []
        var index = start
        while index < end, let next = child(node, words[index].hash) {
            node = next
            index += 1
            if !ends[Int(node)].isEmpty { found.append((node, index)) }
        }
        for (node, after) in found.reversed() where body(ends[Int(node)], after) { return }
    }

    private static func firstSlot(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word >> 6) & 0xFFF }

    private static func key(_ node: Int32, _ word: UInt64) -> UInt64 {
        // The golden ratio's bits spread the node over the word's hash; 0 must stay free.
        let mixed = word ^ (UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15)
        return mixed == 0 ? 1 : mixed
    }

    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key ^ (key >> 32)) &* 0xD6E8_FEB8_6659_FD93 >> 24) & mask
    }

    private func child(_ node: Int32, _ word: UInt64) -> Int32? {
        let key = Self.key(node, word)
        let mask = keys.count - 1
        var slot = Self.slot(key, mask)
        while keys[slot] != 0 {
            if keys[slot] == key { return nodes[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func add(_ node: Int32, _ word: UInt64) -> Int32 {
        if edgeCount * 2 >= keys.count { grow() }
        let next = nodeCount
        nodeCount += 1
        ends.append([])
        place(Self.key(node, word), next)
        edgeCount += 1
        return next
    }

    private mutating func place(_ key: UInt64, _ node: Int32) {
        let mask = keys.count - 1
        var slot = Self.slot(key, mask)
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        nodes[slot] = node
    }

    private mutating func grow() {
        let old = zip(keys, nodes).filter { $0.0 != 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        nodes = Array(repeating: 0, count: keys.count)
        for (key, node) in old { place(key, node) }
    }
}
