import AutogenSchema

/// A rule about the types of columns that come with a script, or get another type by it.
protocol ColumnRule: LintRule {
    static var advice: String { get }
    /// What is wrong with a type; `nil` where nothing is.
    static func fault(_ type: String) -> String?
}

extension ColumnRule {
    package static var severity: LintSeverity { .note }

    package static func faults(in script: LintScript) -> [LintFault] {
        script.typedColumns.compactMap { id, type in
            fault(type).map { script.fault("column \(SQL.shown(id.path)): \($0)", advice, of: id) }
        }
    }
}

extension LintScript {
    /// Columns whose type comes with the script, with it, or with that of their elements; what a parent hands down is the
    /// parent's.
    var typedColumns: [(id: ObjectID, type: String)] {
        let new = new(.column).compactMap { id in after.body(id, as: Column.self).map { (id: id, column: $0) } }
        let changed = changed(Column.self).filter { $0.old.type != $0.new.type }.map { (id: $0.id, column: $0.new) }
        return (new + changed).filter { !$0.column.inherited && !isPartOfWhole($0.id.tablePath) }.sorted {
            $0.id < $1.id
        }
        .map { ($0.id, Self.element($0.column.type)) }
    }

    /// Whether a table is a partition, which has the columns of its whole.
    private func isPartOfWhole(_ table: [String]) -> Bool { after.contains(ObjectID(.partition, path: table)) }

    private static func element(_ type: String) -> String {
        var type = Substring(type)
        while type.hasSuffix("[]") { type = type.dropLast(2) }
        return String(type)
    }
}
