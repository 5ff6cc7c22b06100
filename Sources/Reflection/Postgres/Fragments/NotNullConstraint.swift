import AutogenSchema

/// The NOT NULL constraints of columns, which `pg_constraint` lists since version 18 (contype `n`).
///
/// `users_email_not_null` is a name that the server chooses for column `email` of table `users`, and keeps when either is
/// renamed or the constraint comes to a partition. So a name of this form says nothing; any other was given by somebody.
enum NotNullConstraint {
    static func columns(_ version: ServerVersion) -> String {
        let isKnown = version.major >= 18
        let heritable = isKnown ? "NOT p.connoinherit" : "pa.attnotnull"
        let constraint =
            "pg_constraint p ON p.conrelid = pa.attrelid AND p.contype = 'n' AND p.conkey = ARRAY[pa.attnum]"
        let own = """
            a.attnotnull AND NOT a.attislocal AND NOT c.relispartition AND NOT EXISTS (
              SELECT FROM pg_inherits h JOIN pg_attribute pa ON pa.attrelid = h.inhparent AND pa.attname = a.attname
              \(isKnown ? "JOIN \(constraint)" : "") WHERE h.inhrelid = c.oid AND \(heritable)) AS "not null own"
            """
        guard isKnown else { return own }
        let isChosenByServer = "nn.conname ~ '^.+_.+_not_null[0-9]*$'"
        let usual = "c.relname || '_' || a.attname || '_not_null'"
        return """
            \(own),
            CASE WHEN NOT \(isChosenByServer) THEN nn.conname END AS "not null constraint",
            CASE WHEN \(isChosenByServer) THEN nullif(nn.conname, \(usual)) END AS "not null constraint name",
            nn.conislocal <> a.attislocal AND NOT c.relispartition AS "not null apart",
            nn.connoinherit AS "not null no inherit", NOT nn.convalidated AS "not null not valid",
            obj_description(nn.oid, 'pg_constraint') AS "not null comment"
            """
    }

    static func join(_ version: ServerVersion) -> String {
        guard version.major >= 18 else { return "" }
        return """
            LEFT JOIN pg_constraint nn ON nn.conrelid = c.oid AND nn.contype = 'n' AND nn.conkey = ARRAY[a.attnum]
            """
    }
}
