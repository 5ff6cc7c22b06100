package import AutogenDiff
import AutogenSchema

/// What may be renamed, gathered into as few questions as there are answers.
package enum RenameQuestions {
    /// An old name of members and the new one, wherever it is.
    struct Names: Hashable {
        let kind: String
        let old: String
        let new: String

        /// What is put before or behind the old name, or taken from it; `nil` for any other change.
        var affix: [String]? {
            if new.hasPrefix(old) { return [kind, "+", "", String(new.dropFirst(old.count))] }
            if new.hasSuffix(old) { return [kind, "+", String(new.dropLast(old.count)), ""] }
            if old.hasPrefix(new) { return [kind, "-", "", String(old.dropFirst(new.count))] }
            if old.hasSuffix(new) { return [kind, "-", String(old.dropLast(new.count)), ""] }
            return nil
        }

        init?(_ rename: Rename) {
            guard rename.old.isMember, let name = rename.new.last else { return nil }
            kind = rename.old.kind
            old = rename.old.ownName
            new = name
        }
    }

    /// In how many tables a change of name must be found to be taken for a habit, which one answer is for whatever the
    /// names are.
    private static let habit = 3

    /// Candidates that one answer is for: members that have the same old and the same new name, wherever they are, and
    /// members whose names change in the same way in many tables, as `created` and `made` that become `created_at` and
    /// `made_at`.
    package static func gathered(_ candidates: [RenameCandidate]) -> [[RenameCandidate]] {
        var counts: [Names: Int] = [:]
        for candidate in candidates { if let names = Names(candidate.rename) { counts[names, default: 0] += 1 } }
        var places: [[String]: Int] = [:]
        var groups: [[RenameCandidate]] = []
        for candidate in candidates {
            let names = Names(candidate.rename)
            let isHabit = names.map { counts[$0, default: 0] >= habit } ?? false
            let key = names.map { (isHabit ? $0.affix : nil) ?? [$0.kind, $0.old, $0.new] }
            if let key, let place = places[key] {
                groups[place].append(candidate)
            } else {
                if let key { places[key] = groups.count }
                groups.append([candidate])
            }
        }
        return groups
    }

    /// The different changes of name in a question, the one that is found most first.
    static func names(in renames: [RenameCandidate]) -> [(names: Names, count: Int)] {
        var counts: [(names: Names, count: Int)] = []
        for names in renames.compactMap({ Names($0.rename) }) {
            if let place = counts.firstIndex(where: { $0.names == names }) {
                counts[place].count += 1
            } else {
                counts.append((names, 1))
            }
        }
        return counts.sorted { $0.count > $1.count }
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
        let names = names(in: group)
        let own = names.first { $0.names == Names(first.rename) }?.count ?? group.count
        let others = names.filter { $0.names != Names(first.rename) }.map { other in
            ", and \(SQL.shown([other.names.old])) may be \(SQL.shown([other.names.new])) in \(other.count)"
        }
        return Question(
            .rename, first.rename.old,
            message: "may be \(name) now, as in \(own) tables\(others.joined()) (\(least) % alike and more)",
            rows: rows,
            renames: group)
    }
}

extension Question {
    /// The changes of name that it asks about, where there are several columns of one answer: `column *.made`, `made_at`.
    package var namesEverywhere: [(old: String, new: String)] {
        guard renames.count > 1 else { return [] }
        return RenameQuestions.names(in: renames).map { found in
            ("\(found.names.kind) *.\(SQL.shown([found.names.old]))", SQL.shown([found.names.new]))
        }
    }
}
