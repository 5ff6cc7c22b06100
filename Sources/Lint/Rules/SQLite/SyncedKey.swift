import AutogenSchema

/// A table that devices keep in step with each other, as by CloudKit, has a key that only one device can give: numbers
/// that are counted, or a `UNIQUE` that no device can look after alone.
///
/// It is off, since only you know which tables are synced. Turn it on for them:
///
/// ```yaml
/// lint:
///   tables:
///     - table: "*"
///       severity: {synced-key: warning}
/// ```
///
/// ```sql
/// CREATE TABLE notes (id TEXT PRIMARY KEY NOT NULL DEFAULT (uuid()), text TEXT NOT NULL DEFAULT '');
/// ```
enum SyncedKey: LintRule {
    static let code = "synced-key"
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        script.new(.constraint).compactMap { id in
            guard let key = script.after.body(id, as: Constraint.self) else { return nil }
            let table = SQL.shown(id.tablePath)
            switch key.type {
            case .unique:
                return script.fault(
                    "two devices can each write a row of \(table) that only one of them may keep",
                    "no UNIQUE besides the primary key; merge duplicates after syncing", of: id, columns: key.columns)
            case .primaryKey:
                let types = key.columns.map {
                    script.after.body(ObjectID(.column, path: id.tablePath + [$0]), as: Column.self)?.type.uppercased()
                }
                guard types.contains("INTEGER") || types.contains("INT") || key.columns.count > 1 else { return nil }
                return script.fault(
                    "two devices give the same key to two rows of \(table)", "one TEXT column with a UUID", of: id,
                    columns: key.columns)
            case .foreignKey, .check, .exclusion, .notNull: return nil
            }
        }
    }
}
