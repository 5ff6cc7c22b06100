import AutogenSchema

/// A table tells its subscribers otherwise which row is meant.
///
/// With `NOTHING`, a published table takes no `UPDATE` and no `DELETE` any more. With `FULL`, every change carries the
/// whole old row, and each subscriber looks for it in all of its rows. A key, or a unique index over columns that are
/// `NOT NULL`, does neither.
///
/// ```sql
/// ALTER TABLE users REPLICA IDENTITY USING INDEX users_email_key;
/// ```
enum ReplicaIdentityChanged: LintRule {
    static let code = "replica-identity-changed"

    static func faults(in script: LintScript) -> [LintFault] {
        script.changed(Table.self).compactMap { id, old, new in
            guard old.replicaIdentity != new.replicaIdentity else { return nil }
            switch new.replicaIdentity {
            case .nothing:
                return script.fault(
                    "UPDATE and DELETE on \(SQL.shown(id.path)) fail as soon as a publication has it",
                    "REPLICA IDENTITY DEFAULT, or USING INDEX of a unique one", of: id)
            case .full:
                return script.fault(
                    "each change of a row of \(SQL.shown(id.path)) writes the whole old row to the log, and subscribers look for it in all rows",
                    "REPLICA IDENTITY USING INDEX of a unique one", of: id)
            case .default, .index: return nil
            }
        }
    }
}
