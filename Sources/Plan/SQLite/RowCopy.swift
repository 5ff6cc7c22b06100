import AutogenSchema

/// The statement that copies all rows of a table to its successor.
struct RowCopy {
    private let table: String
    private var targets: [String] = []
    private var sources: [SQL] = []

    init(from old: ObjectID, to new: ObjectID, in context: ObjectPlan) {
        table = new.name
        let before = TableShape(old, context.from, context.oldParts)
        let after = TableShape(new, context.to, context.newParts)
        addRowid(before, after)
        for member in after.members where member.column.generated == nil && !targets.contains(member.name) {
            guard let source = before.member(member.name) else {
                guard RowFill.isNeeded(for: member, in: after) else { continue }
                targets.append(member.name)
                sources.append(RowFill(member, in: context).value)
                continue
            }
            targets.append(member.name)
            let fill = RowFill(member, in: context)
            sources.append(
                RowFill.isTightened(source, member, in: after)
                    ? "coalesce(\(name: source.name), \(fill.valueForNull))" : "\(name: source.name)")
        }
        if targets.isEmpty, let first = after.members.first(where: { $0.column.generated == nil }) {
            targets.append(first.name)
            sources.append(first.defaultValue?.sql ?? "NULL")
        }
    }

    /// Rowids stay what they are, since full-text indexes and applications may hold them.
    private mutating func addRowid(_ before: TableShape, _ after: TableShape) {
        guard before.hasRowid, after.hasRowid else { return }
        guard let source = Self.rowidNames.first(where: { before.member($0) == nil }) else { return }
        if let column = after.rowidColumn {
            guard before.member(column) == nil else { return }
            targets.append(column)
        } else {
            guard let target = Self.rowidNames.first(where: { after.member($0) == nil }) else { return }
            targets.append(target)
        }
        sources.append("\(name: source)")
    }

    private static let rowidNames = ["rowid", "oid", "_rowid_"]

    func sql(from aside: String) -> SQL {
        // OR ABORT outranks ON CONFLICT clauses of the table, by which rows would be left out or replaced.
        """
        INSERT OR ABORT INTO \(name: table) (\(names: targets))
        SELECT \(sources, separator: ", ") FROM \(name: aside)
        """
    }
}
