package import AutogenDiff
import AutogenSchema

/// What may be renamed, gathered into as few questions as there are answers.
package enum RenameQuestions {
    /// Candidates that one answer is for: members that have the same old and the same new name, wherever they are.
    package static func gathered(_ candidates: [RenameCandidate]) -> [[RenameCandidate]] {
        var places: [[String]: Int] = [:]
        var groups: [[RenameCandidate]] = []
        for candidate in candidates {
            let rename = candidate.rename
            let key = rename.old.isMember ? [rename.old.kind, rename.old.ownName] + rename.new : []
            if !key.isEmpty, let place = places[key] {
                groups[place].append(candidate)
            } else {
                if !key.isEmpty { places[key] = groups.count }
                groups.append([candidate])
            }
        }
        return groups
    }

    package static func question(_ group: [RenameCandidate], rows: RowCount) -> Question? {
        guard let first = group.first else { return nil }
        let name = SQL.shown(first.rename.new)
        guard group.count > 1 else {
            return Question(
                .rename, first.rename.old, message: "may be \(name) now (\(first.percent) % alike)", rows: rows,
                renames: group)
        }
        let least = group.map(\.percent).min() ?? 0
        return Question(
            .rename, first.rename.old,
            message: "may be \(name) now, as in \(group.count) tables (\(least) % alike and more)", rows: rows,
            renames: group)
    }
}
