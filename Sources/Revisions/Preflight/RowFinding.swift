import AutogenSchema

/// What the rows at hand say to a demand of a script, where they do not all satisfy it.
public struct RowFinding: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case clean
        /// So many rows do not, and what tells some of them.
        case fault(RowCount, shown: [String])
        /// Why nobody knows.
        case unknown(String)
    }

    package let check: RowCheck
    package let outcome: Outcome

    /// Whether the script is known to fail.
    public var isFault: Bool {
        switch outcome {
        case .fault: true
        case .clean, .unknown: false
        }
    }
}

extension RowFinding: CustomStringConvertible {
    /// `3 rows of person have mood NULL (id 4, 9, 12)`
    public var description: String {
        switch outcome {
        case .clean: "nothing stands against it"
        case .fault(let count, let shown): fault(count, shown)
        case .unknown(let reason): "\(subject): \(reason.oneLine)"
        }
    }

    /// Where the statement stands: `revisions/0002_mood.sql:14`.
    public var place: String { "\(check.file):\(check.line)" }

    private var table: String { SQL.shown(check.table) }

    private func fault(_ count: RowCount, _ shown: [String]) -> String {
        let isOne = count == .exactly(1)
        let rows = count == .unknown ? "some rows" : count.description
        let what: String
        switch check.fault {
        case .null(let column): what = "\(isOne ? "has" : "have") \(column) NULL"
        case .noValue(let column): what = "\(isOne ? "has" : "have") no value for the new column \(column)"
        case .equal(let keys): what = "\(isOne ? "has" : "have") the same \(keys.joined(separator: ", ")) as another"
        case .broken(let constraint): what = "\(isOne ? "breaks" : "break") \(constraint)"
        case .noTarget(let columns, let target):
            let noun = columns.joined(separator: ", ")
            what = "\(isOne ? "has" : "have") a \(noun) that \(SQL.shown(target)) does not have"
        case .unfit(let column, let type):
            what = "\(isOne ? "has" : "have") a value in \(column) that does not fit \(type)"
        case nil: what = "\(isOne ? "stands" : "stand") against it"
        }
        return "\(rows) of \(table) \(what)\(Self.keys(shown, check.question.key, count))"
    }

    /// ` (id 4, 9, 12)`, ` (day, room 3, 7; 4, 1)`
    private static func keys(_ shown: [String], _ key: [String], _ count: RowCount) -> String {
        guard !shown.isEmpty else { return "" }
        let more = count == .exactly(shown.count) ? "" : ", ..."
        let names = key.map(\.visibleLine).joined(separator: ", ")
        return " (\(names) \(shown.map(\.visibleLine).joined(separator: key.count > 1 ? "; " : ", "))\(more))"
    }

    /// What it is about where nobody knows.
    private var subject: String {
        switch check.fault {
        case .null(let column): "whether \(column) of \(table) holds NULL is not known"
        case .noValue(let column): "whether \(table) has rows, for which \(column) has no value, is not known"
        case .equal(let keys): "whether rows of \(table) have the same \(keys.joined(separator: ", ")) is not known"
        case .broken(let constraint): "whether rows of \(table) break \(constraint) is not known"
        case .noTarget(let columns, let target):
            "whether \(SQL.shown(target)) has what \(columns.joined(separator: ", ")) of \(table) refers to is not known"
        case .unfit(let column, let type): "whether all values in \(column) of \(table) fit \(type) is not known"
        case nil: "whether rows stand against it is not known"
        }
    }
}
