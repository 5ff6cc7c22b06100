/// Finds what a person probably meant.
package enum NearestName {
    /// The candidate with the fewest edits from `name`, when those are few enough to be a slip.
    ///
    /// ```swift
    /// NearestName.find("down-revison", among: ["revision", "down-revision"])  // down-revision
    /// ```
    package static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
        let best = candidates.map { (name: $0, edits: edits(Array(name.lowercased()), Array($0.lowercased()))) }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }
        guard let best, best.edits <= max(2, name.count / 3) else { return nil }
        return best.name
    }

    /// Levenshtein's distance: insertions, deletions and replacements.
    private static func edits(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (i, left) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in other.enumerated() {
                let replaced = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
