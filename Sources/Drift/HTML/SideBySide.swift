import AutogenSchema

/// Two texts beside each other, line by line, with the words that differ.
struct SideBySide {
    struct Span: Equatable {
        var text: String
        var isChanged: Bool
    }

    struct Row: Equatable {
        /// `nil` where only the other side has a line.
        let left: [Span]?
        let right: [Span]?

        var isSame: Bool { left == right }
    }

    let rows: [Row]

    init(_ left: String, _ right: String) {
        let old = Self.lines(left)
        let new = Self.lines(right)
        let (kept, cameLate) = Self.common(old, new)
        var rows: [Row] = []
        var index = 0
        var other = 0
        for (oldPlace, newPlace) in zip(kept, cameLate) {
            rows += Self.changed(old[index..<oldPlace], new[other..<newPlace])
            let span = [Span(text: old[oldPlace], isChanged: false)]
            rows.append(Row(left: span, right: span))
            index = oldPlace + 1
            other = newPlace + 1
        }
        self.rows = rows + Self.changed(old[index...], new[other...])
    }

    private static func lines(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The places in both lists of what they have in common.
    private static func common<Item: Hashable>(_ old: [Item], _ new: [Item]) -> (old: [Int], new: [Int]) {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return (old.indices.filter { !removed.contains($0) }, new.indices.filter { !inserted.contains($0) })
    }

    private static func changed(_ old: ArraySlice<String>, _ new: ArraySlice<String>) -> [Row] {
        let old = Array(old)
        let new = Array(new)
        return (0..<max(old.count, new.count)).map { index in
            guard index < old.count else { return Row(left: nil, right: [Span(text: new[index], isChanged: true)]) }
            guard index < new.count else { return Row(left: [Span(text: old[index], isChanged: true)], right: nil) }
            let left = words(old[index])
            let right = words(new[index])
            let (kept, came) = common(left, right)
            return Row(left: spans(left, keeping: Set(kept)), right: spans(right, keeping: Set(came)))
        }
    }

    /// Names and numbers as a whole, everything else letter by letter.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var isInside = false
        for character in line {
            let isPart = character.isLetter || character.isNumber || character == "_"
            if isPart, isInside { words[words.count - 1].append(character) } else { words.append(String(character)) }
            isInside = isPart
        }
        return words
    }

    private static func spans(_ words: [String], keeping kept: Set<Int>) -> [Span] {
        var spans: [Span] = []
        for (index, word) in words.enumerated() {
            let isChanged = !kept.contains(index)
            if spans.last?.isChanged == isChanged {
                spans[spans.count - 1].text += word
            } else {
                spans.append(Span(text: word, isChanged: isChanged))
            }
        }
        return spans
    }
}
