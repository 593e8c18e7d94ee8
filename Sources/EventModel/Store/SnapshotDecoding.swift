// A row of columns back to the event that went in.
import CColumns
import Chronology

extension EventStore.Snapshot {
    /// The event of a row, equal to the one that went in.
    public func event(at row: Int) -> Event {
        let sentence = Int(columns.sentence[row])
        let article = Int(columns.sentence_article[sentence])
        let act = Int(columns.act[row])
        let side = Int(columns.side[row])
        let wording = list(columns.wording[row])
        let source = actors(
            columns.side_source[side],
            wording: wording.prefix(Int(columns.lists[Int(columns.side_source[side])]))
        )
        var event = Event(
            id: id(row),
            date: date(row),
            source: source,
            target: actors(columns.side_target[side], wording: wording.dropFirst(source.count)),
            action: text(columns.action[row]) ?? "",
            type: type(row),
            mode: text(columns.act_mode[act]),
            context: texts(columns.act_context[act]),
            cameo: text(columns.act_cameo[act]),
            goldstein: known(columns.act_goldstein[act]),
            hostility: Int(columns.hostility[row]),
            article: text(columns.article_id[article]) ?? "",
            published: known(columns.article_published[article]).map(Day.init(number:)),
            sentence: Int(columns.sentence_number[sentence]),
            span: range(columns.sentence_start[sentence], columns.sentence_length[sentence]),
            trigger: range(columns.trigger_start[row], columns.trigger_length[row]),
            text: text(columns.sentence_text[sentence]) ?? ""
        )
        event.modality = Modality(column: columns.modality[row])
        event.quoted = columns.flags[row] & UInt8(BRINK_FLAG_QUOTED) != 0
        event.aggregate = columns.flags[row] & UInt8(BRINK_FLAG_AGGREGATE) != 0
        event.location = place(columns.place[row])
        event.killed = known(columns.killed[Int(columns.casualty[row])]).map(Int.init)
        event.wounded = known(columns.wounded[Int(columns.casualty[row])]).map(Int.init)
        decodeExtra(row, &event)
        return event
    }

    private func decodeExtra(_ row: Int, _ event: inout Event) {
        let extra = Int(columns.extra[row])
        event.revision = Int(columns.extra_revision[extra])
        event.speaker = text(columns.extra_speaker[extra])
        event.weapon = texts(columns.extra_weapons[extra])
        event.inResponseTo = answeredIDs(row).map(idText)
        event.mentions = list(columns.extra_mentions[extra]).map { mention(Int($0)) }
        event.trace = text(columns.extra_trace[extra])
    }

    private func mention(_ sentence: Int) -> Mention {
        Mention(
            article: text(columns.article_id[Int(columns.sentence_article[sentence])]) ?? "",
            sentence: Int(columns.sentence_number[sentence]),
            span: range(columns.sentence_start[sentence], columns.sentence_length[sentence]),
            text: text(columns.sentence_text[sentence]) ?? ""
        )
    }

    private func actors(_ list: UInt32, wording: Slice<UnsafeBufferPointer<UInt32>>) -> [Actor] {
        zip(self.list(list), wording).map { number, words in
            var actor = actor(Int(number))
            actor.text = text(words) ?? ""
            return actor
        }
    }

    private func place(_ place: UInt32) -> Place? {
        guard place != 0 else { return nil }
        let place = Int(place)
        return Place(
            name: text(columns.place_name[place]) ?? "",
            country: text(columns.place_country[place]),
            latitude: known(columns.place_latitude[place]),
            longitude: known(columns.place_longitude[place])
        )
    }

    private func texts(_ list: UInt32) -> [String] { self.list(list).map { text($0) ?? "" } }

    private func range(_ start: UInt32, _ length: UInt32) -> Range<Int> { Int(start)..<Int(start) + Int(length) }

    private func known(_ figure: Int32) -> Int32? { figure == .unknown ? nil : figure }

    private func known(_ value: Double) -> Double? { value.isNaN ? nil : value }
}
