// What the stages made of the acts of an article.
import EventModel

/// The acts of an article and the events that they tell.
struct Story: Sendable {
    let acts: ActList
    /// By act, why it is no event, nil where it is one.
    let objections: [String?]
    /// By sentence, its time expressions by their places among the article's.
    var times: [[Int]] = []
    /// By act, when it happened.
    var dates: [Dating] = []
    /// By act, where it happened.
    var places: [PlaceMention?] = []
    /// The events in the making, in the order of the text.
    var tellings: [Telling] = []
    /// By act, the telling that it went into, −1 for none.
    var byAct: [Int]
    /// By telling, the event's id.
    var ids: [String] = []

    /// Acts that tell no event as yet.
    init(acts: ActList, objections: [String?]) {
        self.acts = acts
        self.objections = objections
        byAct = Array(repeating: -1, count: acts.count)
    }

    /// The id of the event that an act tells, alone or with others.
    func event(of act: Int) -> String? { byAct[act] < 0 ? nil : ids[byAct[act]] }
}
