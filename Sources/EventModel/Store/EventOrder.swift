// The one order of events: first day, last day, day of publication, article id, place in the text.

/// Sorts the events of a store.
struct EventOrder {
    let tables: StoreTables

    /// What an event is sorted by, most significant first; unknown days come last.
    private struct Key {
        var days: UInt64
        var article: UInt64
        var span: UInt64
        var trigger: UInt64
        var id: UInt64
        var entry: UInt32
    }

    /// The places of the events in the tables, in order.
    func sorted() -> [UInt32] {
        let articleRanks = articleRanks()
        var keys: [Key] = []
        keys.reserveCapacity(tables.events.count)
        for (place, event) in tables.events.enumerated() {
            let sentence = tables.sentences.entries[Int(event.sentence)]
            keys.append(
                Key(
                    days: pack(rising(event.start), rising(event.end)),
                    article: UInt64(articleRanks[Int(sentence.article)]),
                    span: pack(sentence.start, rising(sentence.number)),
                    trigger: pack(event.triggerStart, event.triggerLength),
                    id: event.id,
                    entry: UInt32(place)
                )
            )
        }
        keys.sort { left, right in
            if left.days != right.days { return left.days < right.days }
            if left.article != right.article { return left.article < right.article }
            if left.span != right.span { return left.span < right.span }
            if left.trigger != right.trigger { return left.trigger < right.trigger }
            return left.id < right.id
        }
        return keys.map(\.entry)
    }

    /// The place of each article when sorted by day of publication, then by the bytes of its id.
    private func articleRanks() -> [UInt32] {
        let articles = tables.articles.entries
        let symbols = tables.symbols
        let order = articles.indices.sorted { left, right in
            let (left, right) = (articles[left], articles[right])
            if left.published != right.published { return rising(left.published) < rising(right.published) }
            return symbols.text(left.id).lexicographicallyPrecedes(symbols.text(right.id))
        }
        var ranks = [UInt32](repeating: 0, count: articles.count)
        for (rank, article) in order.enumerated() { ranks[article] = UInt32(rank) }
        return ranks
    }

    /// The number as unsigned in the same order, with "unknown" after all others.
    private func rising(_ number: Int32) -> UInt32 {
        UInt32(bitPattern: number ^ .min) &- 1
    }

    private func pack(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
}
