extension RuleTexts {
    /// Written from the comments in this folder, as a test demands: AUTOGEN_RECORD=1 writes it anew.
    static let transactions: [String: String] = [
        "locked-meanwhile": #"""
        A statement takes its time while an earlier one of its transaction keeps clients from a table.

        A lock ends with its transaction. What was a matter of a moment lasts as long as the slow statement behind
        it.

        ```sql
        -- in one transaction
        ALTER TABLE users ADD COLUMN age integer;
        -- in the next
        UPDATE users SET age = 0;
        ```
        """#,
        "validated-at-once": #"""
        A constraint is added without a look at the rows, and validated in the same transaction.

        The strong lock of the first statement lasts until the end of the transaction, so the second is no better
        than adding the constraint at once. Validate it in a transaction of its own.
        """#,
        "backfill-with-change": #"""
        Rows are changed in the transaction that changes the schema.

        All rows stay locked, and what the schema's change has locked stays locked, until the last row is written;
        where it fails, all of it is done again. Change the schema first, and the rows in transactions of their
        own, in batches.
        """#,
        "scanned-twice": #"""
        Two statements go through all rows of a table, one after the other, and one would do.

        The actions of one `ALTER TABLE` share one pass over the rows. What is left apart on purpose is not found here:
        `VALIDATE CONSTRAINT`, and `SET NOT NULL` behind the check that spares it the look.

        ```sql
        ALTER TABLE users ALTER COLUMN id TYPE bigint, ALTER COLUMN team_id TYPE bigint;
        ```
        """#,
        "no-lock-timeout": #"""
        A statement waits for a table as long as it takes, and meanwhile everybody waits behind it.

        A long report is enough: the statement waits for it, and every query that comes later waits for the statement. With
        a limit it gives up and is tried again; `autogen upgrade` does so by itself after a tenth of a second, unless
        `lock-timeout: 0s` says that it is to wait without end.

        ```yaml
        revisions:
          lock-timeout: 2s
          retries: 5
        ```
        """#,
    ]
}
