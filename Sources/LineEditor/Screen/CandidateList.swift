// The list of candidates as rows under the entry.
import TextWidth

/// Lays out candidates: names alone in columns, names with what they are in one row each.
struct CandidateList {
    let menu: CompletionMenu
    let columns: Int

    /// A long list is looked through in pieces, in rows.
    private static let detailedRowCountMax = 12

    /// At most so many rows; what does not fit is counted.
    func rows(countMax: Int) -> [Frame.Row] {
        menu.candidates.contains { !$0.detail.isEmpty }
            ? detailed(countMax: min(countMax, Self.detailedRowCountMax)) : plain(countMax: countMax)
    }

    private func detailed(countMax: Int) -> [Frame.Row] {
        let candidates = menu.candidates
        let shownCount = candidates.count <= countMax ? candidates.count : max(1, countMax - 1)
        let top = min(max(0, (menu.selected ?? 0) - shownCount + 1), candidates.count - shownCount)
        let shown = candidates[top..<top + shownCount]
        let widest = min(shown.map(\.label.displayWidth).max() ?? 0, columns * 3 / 5)
        var rows = shown.enumerated().map { index, candidate in
            let label = candidate.label.elidedAtEnd(to: widest).padded(to: widest)
            let room = columns - widest - 3
            let detail = room > 8 ? candidate.detail.elidedAtEnd(to: room) : ""
            return row(label, detail: detail, isSelected: top + index == menu.selected)
        }
        if shownCount < candidates.count, countMax > 1 {
            rows.append(more(candidates.count - shownCount))
        }
        return rows
    }

    private func row(_ label: String, detail: String, isSelected: Bool) -> Frame.Row {
        let width = label.displayWidth + (detail.isEmpty ? 0 : detail.displayWidth + 2)
        let name = isSelected ? "\u{1B}[7m\(label)\u{1B}[0m" : label
        return Frame.Row(text: detail.isEmpty ? name : "\(name)  \u{1B}[2m\(detail)\u{1B}[0m", width: width)
    }

    private func plain(countMax: Int) -> [Frame.Row] {
        let labels = menu.candidates.map { $0.label.prefix(columns: columns) }
        let widest = labels.map(\.displayWidth).max() ?? 0
        let columnCount = max(1, (columns + 2) / (widest + 2))
        let rowCount = (labels.count + columnCount - 1) / columnCount
        let shownRowCount = rowCount <= countMax ? rowCount : countMax - 1
        var rows: [Frame.Row] = []
        for index in 0..<shownRowCount {
            let cells = Array(stride(from: index, to: labels.count, by: rowCount))
            var row = Frame.Row()
            for (place, cell) in cells.enumerated() {
                let isLast = place == cells.count - 1
                let text = isLast ? labels[cell] : labels[cell].padded(to: widest + 2)
                row.text +=
                    cell == menu.selected
                    ? "\u{1B}[7m\(labels[cell])\u{1B}[0m" + text.dropFirst(labels[cell].count) : text
                row.width += text.displayWidth
            }
            rows.append(row)
        }
        if shownRowCount < rowCount {
            let hiddenCount = (shownRowCount..<rowCount).reduce(0) {
                $0 + (labels.count - $1 + rowCount - 1) / rowCount
            }
            rows.append(more(hiddenCount))
        }
        return rows
    }

    private func more(_ count: Int) -> Frame.Row {
        let text = "… and \(count) more".prefix(columns: columns)
        return Frame.Row(text: text, width: text.displayWidth)
    }
}
