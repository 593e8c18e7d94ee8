// Lays the tables of a store out as one block of columns, rows in the order of events.
import CColumns

/// Writes one block.
struct SnapshotWriter {
    let tables: StoreTables
    let generation: UInt64

    /// The block of these tables.
    func snapshot() -> EventStore.Snapshot {
        let order = EventOrder(tables: tables).sorted()
        var counts = brink_counts()
        counts.generation = generation
        counts.string_bytes = UInt64(tables.symbols.bytes.count)
        counts.events = UInt32(tables.events.count)
        counts.dated = UInt32(tables.events.count { $0.start != .unknown })
        counts.sides = UInt32(tables.sides.entries.count)
        counts.actors = UInt32(tables.actors.entries.count)
        counts.acts = UInt32(tables.acts.entries.count)
        counts.sentences = UInt32(tables.sentences.entries.count)
        counts.articles = UInt32(tables.articles.entries.count)
        counts.places = UInt32(tables.places.entries.count)
        counts.casualties = UInt32(tables.casualties.entries.count)
        counts.extras = UInt32(tables.extras.entries.count)
        counts.odd_ids = UInt32(tables.oddIDs.count)
        counts.lists = UInt32(tables.lists.elements.count)
        counts.symbols = UInt32(tables.symbols.count)
        counts.type_names = tables.names.types
        counts.quad_names = tables.names.quads
        counts.modality_names = tables.names.modalities
        counts.sector_names = tables.names.sectors

        let byteCount = Int(brink_columns_bytes(&counts))
        // Zeroed, so that padding and spare elements are the same in every block of the same events.
        let block = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
        block.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        var view = brink_columns()
        let isFormatted = brink_columns_format(block, UInt64(byteCount), &counts, &view)
        assert(isFormatted, "a block of its own size is large enough")
        writeEvents(order, view)
        writeIndexes(view)
        writeTables(view)
        writeSymbols(view)
        return EventStore.Snapshot(block: block, columns: view)
    }

    private func fill<Element, Entries: Sequence>(
        _ section: UnsafePointer<Element>,
        _ entries: Entries,
        _ value: (Entries.Element) -> Element
    ) {
        let column = UnsafeMutablePointer(mutating: section)
        var row = 0
        for entry in entries {
            column[row] = value(entry)
            row += 1
        }
    }

    private func writeEvents(_ order: [UInt32], _ view: brink_columns) {
        tables.events.withUnsafeBufferPointer { all in
            fill(view.id, order) { all[Int($0)].id }
            fill(view.start, order) { all[Int($0)].start }
            fill(view.end, order) { all[Int($0)].end }
            fill(view.side, order) { all[Int($0)].side }
            fill(view.act, order) { all[Int($0)].act }
            fill(view.sentence, order) { all[Int($0)].sentence }
            fill(view.trigger_start, order) { all[Int($0)].triggerStart }
            fill(view.trigger_length, order) { all[Int($0)].triggerLength }
            fill(view.action, order) { all[Int($0)].action }
            fill(view.wording, order) { all[Int($0)].wording }
            fill(view.place, order) { all[Int($0)].place }
            fill(view.casualty, order) { all[Int($0)].casualty }
            fill(view.extra, order) { all[Int($0)].extra }
            fill(view.type, order) { all[Int($0)].type }
            fill(view.modality, order) { all[Int($0)].modality }
            fill(view.hostility, order) { all[Int($0)].hostility }
            fill(view.flags, order) { all[Int($0)].flags }
        }
    }

    private func writeIndexes(_ view: brink_columns) {
        let count = tables.events.count
        let byID = (0..<count).map { (id: view.id[$0], row: UInt32($0)) }.sorted { $0.id < $1.id }
        fill(view.row_by_id, byID) { $0.row }

        // A counting sort: rows are met in order, so each side's rows stay in order.
        let sideCount = tables.sides.entries.count
        var next = [UInt32](repeating: 0, count: sideCount + 1)
        for row in 0..<count { next[Int(view.side[row]) + 1] += 1 }
        for side in 0..<sideCount { next[side + 1] += next[side] }
        fill(view.side_start, next) { $0 }
        let section: UnsafePointer<UInt32> = view.row_by_side
        let rowBySide = UnsafeMutablePointer(mutating: section)
        for row in 0..<count {
            let side = Int(view.side[row])
            rowBySide[Int(next[side])] = UInt32(row)
            next[side] += 1
        }
    }

    private func writeTables(_ view: brink_columns) {
        fill(view.side_source, tables.sides.entries) { $0.source }
        fill(view.side_target, tables.sides.entries) { $0.target }
        fill(view.actor_id, tables.actors.entries) { $0.id }
        fill(view.actor_name, tables.actors.entries) { $0.name }
        fill(view.actor_family, tables.actors.entries) { $0.family }
        fill(view.actor_backer, tables.actors.entries) { $0.backer }
        fill(view.actor_country, tables.actors.entries) { $0.country }
        fill(view.actor_sector, tables.actors.entries) { $0.sector }
        fill(view.act_goldstein, tables.acts.entries) { Double(bitPattern: $0.goldstein) }
        fill(view.act_mode, tables.acts.entries) { $0.mode }
        fill(view.act_cameo, tables.acts.entries) { $0.cameo }
        fill(view.act_context, tables.acts.entries) { $0.context }
        fill(view.sentence_article, tables.sentences.entries) { $0.article }
        fill(view.sentence_number, tables.sentences.entries) { $0.number }
        fill(view.sentence_start, tables.sentences.entries) { $0.start }
        fill(view.sentence_length, tables.sentences.entries) { $0.length }
        fill(view.sentence_text, tables.sentences.entries) { $0.text }
        fill(view.article_id, tables.articles.entries) { $0.id }
        fill(view.article_published, tables.articles.entries) { $0.published }
        fill(view.place_latitude, tables.places.entries) { Double(bitPattern: $0.latitude) }
        fill(view.place_longitude, tables.places.entries) { Double(bitPattern: $0.longitude) }
        fill(view.place_name, tables.places.entries) { $0.name }
        fill(view.place_country, tables.places.entries) { $0.country }
        fill(view.killed, tables.casualties.entries) { $0.killed }
        fill(view.wounded, tables.casualties.entries) { $0.wounded }
        fill(view.extra_revision, tables.extras.entries) { $0.revision }
        fill(view.extra_speaker, tables.extras.entries) { $0.speaker }
        fill(view.extra_weapons, tables.extras.entries) { $0.weapons }
        fill(view.extra_answers, tables.extras.entries) { $0.answers }
        fill(view.extra_mentions, tables.extras.entries) { $0.mentions }
        fill(view.extra_trace, tables.extras.entries) { $0.trace }
    }

    private func writeSymbols(_ view: brink_columns) {
        let odd = tables.oddIDs.sorted { $0.key < $1.key }
        fill(view.odd_id, odd) { $0.key }
        fill(view.odd_id_text, odd) { $0.value }
        fill(view.lists, tables.lists.elements) { $0 }
        fill(view.symbol_start, tables.symbols.starts) { $0 }
        tables.symbols.bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            UnsafeMutableRawPointer(mutating: view.strings).copyMemory(from: base, byteCount: bytes.count)
        }
    }
}
