import AutogenSchema

/// The NOT NULL constraints of columns, which `pg_constraint` lists since version 18 (contype `n`).
///
/// `users_email_not_null` is a name that the server chooses for column `email` of table `users`, and keeps when either is
/// renamed or the constraint comes to a partition. So a name of this form says nothing; any other was given by somebody.
enum NotNullConstraint {
    static func columns(_ version: ServerVersion) -> String {
        guard version.major >= 18 else {
            return "NULL AS \"not null constraint\""
        }
        let isChosenByServer = "nn.conname ~ '^.+_.+_not_null[0-9]*$'"
        let usual = "c.relname || '_' || a.attname || '_not_null'"
        return """
            CASE WHEN NOT \(isChosenByServer) THEN nn.conname END AS "not null constraint",
            CASE WHEN \(isChosenByServer) THEN nullif(nn.conname, \(usual)) END AS "not null constraint name",
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
