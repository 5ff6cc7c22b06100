import AutogenSchema

/// A column has another default, or none: programs that leave it out write other rows than they did.
enum DefaultChanged: LintRule {
    static let code = "default-changed"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        let changed = script.changed(ColumnDefault.self).map { id, old, new in
            fault("\(SQL.shown(id.path)) gets \(new.expression) where it got \(old.expression)", id, script)
        }
        let gone = script.gone(.columnDefault).compactMap { id in
            script.after.contains(ObjectID(.column, path: id.path))
                ? fault("\(SQL.shown(id.path)) gets no value of its own any more", id, script) : nil
        }
        return changed + gone
    }

    private static func fault(_ message: String, _ id: ObjectID, _ script: LintScript) -> LintFault {
        script.fault(
            message, "look at the programs that leave the column out when they write rows",
            of: ObjectID(.column, path: id.path))
    }
}
