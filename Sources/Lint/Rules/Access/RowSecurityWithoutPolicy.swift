import AutogenSchema

/// Row security is switched on for a table that has no policy which lets rows through: for everybody but its owner it is
/// empty from now on.
///
/// Nothing fails: programs read no rows. Make the policies in the same transaction.
///
/// ```sql
/// ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
/// CREATE POLICY orders_of_tenant ON orders USING (tenant_id = current_setting('app.tenant')::int);
/// ```
enum RowSecurityWithoutPolicy: LintRule {
    static let code = "row-security-without-policy"

    static func faults(in script: LintScript) -> [LintFault] {
        script.changed(Table.self).compactMap { id, old, new in
            guard new.rowSecurity, !old.rowSecurity, !hasPolicy(id, script.after) else { return nil }
            return script.fault(
                "nobody but the owner sees a row of \(SQL.shown(id.path)) any more, since no policy lets any through",
                "make the policies in the same transaction", of: id)
        }
    }

    private static func hasPolicy(_ table: ObjectID, _ catalog: Catalog) -> Bool {
        catalog.ids(of: .policy).contains { id in
            id.tablePath == table.path && catalog.body(id, as: Policy.self)?.restrictive == false
        }
    }
}
