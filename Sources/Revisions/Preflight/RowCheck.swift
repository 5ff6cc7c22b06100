package import AutogenSchema

/// Something that a statement asks of the rows at hand, and the read-only query that tells whether they have it.
package struct RowCheck: Sendable, Hashable {
    /// What rows would be at fault.
    package enum Fault: Sendable, Hashable {
        case null(column: String)
        /// There is a row at all, and a new column has no value for it.
        case noValue(column: String)
        case equal(keys: [String])
        case broken(constraint: String)
        case noTarget(columns: [String], table: [String])
        case unfit(column: String, type: String)
    }

    /// How it is found out.
    package enum Question: Sendable, Hashable {
        /// A query whose rows are those at fault, with what tells them in its columns.
        case rows(SQL, key: [String])
        /// A block that leaves the number of rows at fault, and what tells five of them, in the setting `autogen.rows`; and a
        /// query that fails where there is one.
        case block(SQL, plain: SQL, key: [String])
        /// Nothing tells, for a reason.
        case none(String)
    }

    package let file: String
    /// The line of the statement, counted from 1.
    package let line: Int
    /// Whether the query is to be read under autogen's settings, as its script is.
    package let isPinned: Bool
    /// The table as the script names it; empty where it is not known.
    package let table: [String]
    /// `nil` where the script says no more than that it may fail.
    package let fault: Fault?
    package let question: Question
    /// Whether rows come in between that nobody knows yet, so that finding none says nothing.
    package var isOfSome = false
    /// Whether the rows are those of the table as it is.
    package var isOfTable = false
}

extension RowCheck {
    /// What all rows must have, in words.
    var demand: String {
        let table = SQL.shown(table)
        return switch fault {
        case .null(let column): "\(column) of \(table) must not be NULL"
        case .noValue(let column): "\(table) must be empty, since the new column \(column) has no value"
        case .equal(let keys): "no two rows of \(table) may have the same \(keys.joined(separator: ", "))"
        case .broken(let constraint): "\(table) must satisfy \(constraint)"
        case .noTarget(let columns, let target):
            "\(columns.joined(separator: ", ")) of \(table) must be in \(SQL.shown(target))"
        case .unfit(let column, let type): "every \(column) of \(table) must fit \(type)"
        case nil: "it may fail on rows"
        }
    }
}
