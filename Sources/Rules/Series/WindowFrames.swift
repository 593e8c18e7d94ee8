// All the windows of a pattern over the events of one key, in order of time.
import Chronology
import EventModel

extension WindowPattern {
    /// Hands over the windows that have an event in them, earliest first, until `body` says that it has seen enough.
    func eachFrame(_ members: WindowMembers, _ body: (WindowFrame) -> Bool) {
        switch span {
        case .sliding(let days): sliding(days, members, body)
        case .tumbling(let days):
            blocks(members, body) { day in
                let number = (Double(day - Self.monday) / Double(days)).rounded(.down)
                let first = Int(number) * days + Self.monday
                return (first, first + days - 1)
            }
        case .calendar(let period): blocks(members, body) { Self.days(of: period, around: $0) }
        case .session(let gap): sessions(gap, members, body)
        }
    }

    /// The windows of the same kind before one, latest first, as far as the baseline reaches and all days are known.
    func framesBefore(_ frame: WindowFrame, firstDay: Int, length: Int? = nil) -> [ClosedRange<Int>] {
        guard let baseline else { return [] }
        let floor = Swift.max(frame.first - baseline.past, firstDay)
        var days: [ClosedRange<Int>] = []
        var next = frame.first
        while true {
            var first = next - (length ?? frame.days)
            if length == nil, case .calendar(let period) = span {
                first = Self.days(of: period, around: next - 1).first
            }
            guard first >= floor else { return days }
            days.append(first...(next - 1))
            next = first
        }
    }

    /// The periods of a window, earliest first: whole ones counted back from its last known day.
    func periods(of frame: WindowFrame, within known: ClosedRange<Int>) -> [ClosedRange<Int>] {
        guard let period else { return [] }
        var days: [ClosedRange<Int>] = []
        var last = Swift.min(frame.last, known.upperBound)
        while last - period + 1 >= Swift.max(frame.first, known.lowerBound) {
            days.append((last - period + 1)...last)
            last -= period
        }
        return days.reversed()
    }

    /// 1970-01-05, from which blocks of days are counted.
    private static let monday = 4

    private static func days(of period: Period, around day: Int) -> (first: Int, last: Int) {
        let number = period.number(Day(number: Int32(clamping: day)))
        return (Int(period.start(number).number), Int(period.start(number + 1).number) - 1)
    }

    private func sliding(_ days: Int, _ members: WindowMembers, _ body: (WindowFrame) -> Bool) {
        var low = 0
        var high = 0
        while high < members.count {
            // All events of a day come before its end, so a window never closes between two of them.
            let last = members.starts[high]
            while high < members.count, members.starts[high] == last { high += 1 }
            while members.starts[low] <= last - days { low += 1 }
            guard body(WindowFrame(first: last - days + 1, last: last, members: low..<high)) else { return }
        }
    }

    private func blocks(
        _ members: WindowMembers,
        _ body: (WindowFrame) -> Bool,
        days: (Int) -> (first: Int, last: Int)
    ) {
        var low = 0
        while low < members.count {
            let (first, last) = days(members.starts[low])
            var high = low
            while high < members.count, members.starts[high] <= last { high += 1 }
            guard body(WindowFrame(first: first, last: last, members: low..<high)) else { return }
            low = high
        }
    }

    private func sessions(_ gap: Int, _ members: WindowMembers, _ body: (WindowFrame) -> Bool) {
        var low = 0
        while low < members.count {
            var high = low + 1
            while high < members.count, members.starts[high] - members.starts[high - 1] <= gap { high += 1 }
            let frame = WindowFrame(first: members.starts[low], last: members.starts[high - 1], members: low..<high)
            guard body(frame) else { return }
            low = high
        }
    }
}
