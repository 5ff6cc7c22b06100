/// What users read about the rules: the comments of their files. A test holds the two to each other; with
/// `AUTOGEN_RECORD=1` it writes this file and `docs/lint.md`.
enum RuleTexts {
    static let all: [String: String] = [
        "index-blocks-writes": #"""
        An index is built while nobody can write to the table.

        `CREATE INDEX` holds SHARE until the whole table is read and sorted. Build it beside the clients instead;
        a script that does so has `-- transaction: no`, and an attempt that fails is cleaned up and made again.

        ```sql
        CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
        ```

        On a table with partitions: `CREATE INDEX ... ON ONLY parent`, one `CONCURRENTLY` for each partition, then
        `ALTER INDEX ... ATTACH PARTITION`.
        """#,
        "drop-index-blocks": #"""
        Dropping an index makes everybody who uses its table wait.

        `DROP INDEX` takes ACCESS EXCLUSIVE on the table: it waits for all that runs on it, and all that comes
        later waits behind it.

        ```sql
        DROP INDEX CONCURRENTLY users_email_idx;
        ```

        The index of a constraint, and one with partitions, can't be dropped that way.
        """#,
        "reindex-blocks": #"""
        Indexes are built anew while nobody can write.

        ```sql
        REINDEX INDEX CONCURRENTLY users_email_idx;
        ```
        """#,
        "check-scans": #"""
        A check is tried on all rows while nobody reads or writes.

        Add it without looking at the rows, which is a matter of a moment, and look at them in another
        transaction, which hinders nobody.

        ```sql
        ALTER TABLE users ADD CONSTRAINT users_age CHECK (age > 0) NOT VALID;
        -- in a later transaction
        ALTER TABLE users VALIDATE CONSTRAINT users_age;
        ```
        """#,
        "foreign-key-scans": #"""
        A foreign key is tried on all rows while nobody writes to either table.

        ```sql
        ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;
        -- in a later transaction
        ALTER TABLE orders VALIDATE CONSTRAINT orders_user;
        ```

        From a table with partitions a key can be `NOT VALID` since PostgreSQL 18; before, add it to each
        partition first.
        """#,
        "not-null-scans": #"""
        All rows are looked at for NULL while nobody reads or writes.

        With a check that is validated already, `SET NOT NULL` looks at none.

        ```sql
        ALTER TABLE users ADD CONSTRAINT users_name_set CHECK (name IS NOT NULL) NOT VALID;
        -- in a second transaction
        ALTER TABLE users VALIDATE CONSTRAINT users_name_set;
        -- in a third
        ALTER TABLE users ALTER COLUMN name SET NOT NULL;
        ALTER TABLE users DROP CONSTRAINT users_name_set;
        ```

        Never in one `ALTER TABLE`: that looks at the rows again. Since PostgreSQL 18: `ADD CONSTRAINT
        users_name_set NOT NULL name NOT VALID`, then `VALIDATE CONSTRAINT`.
        """#,
        "constraint-builds-index": #"""
        The index of a unique or primary key is built while nobody reads or writes.

        ```sql
        CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
        -- in a later transaction
        ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
        ```

        The columns of a primary key must be `NOT NULL` before, or all rows are looked at. An exclusion constraint
        has no such way: take a quiet hour, or a new table.
        """#,
        "type-rewrites": #"""
        Another type has the whole table written anew, with all its indexes, while nobody reads or writes.

        More room for text, for a `numeric` of the same scale or for fractions of a second costs nothing, and is
        not found here: what is found was measured. Otherwise take a new column: add it, keep it in step by a
        trigger, fill it in batches, and swap the names in a short transaction.
        """#,
        "column-rewrites": #"""
        A new column has the whole table written anew, while nobody reads or writes.

        A constant, and `now()`, is kept in the catalog. What may be another value for each row is written to each
        of them: a volatile default such as `gen_random_uuid()`, `serial` and `IDENTITY`, a `STORED` expression, a
        domain with a check.

        ```sql
        ALTER TABLE users ADD COLUMN token uuid;
        ALTER TABLE users ALTER COLUMN token SET DEFAULT gen_random_uuid();
        -- then in batches
        UPDATE users SET token = gen_random_uuid() WHERE id BETWEEN 1 AND 5000;
        ```

        A generated column can be `VIRTUAL` since PostgreSQL 18.
        """#,
        "storage-rewrites": #"""
        A table is written anew to lie otherwise on disk, while nobody reads or writes.

        `SET LOGGED`, `SET UNLOGGED`, `SET ACCESS METHOD`, `SET TABLESPACE`, `CLUSTER` and `VACUUM FULL` know no
        other way: take a quiet hour, and say so in the script.
        """#,
        "attach-scans": #"""
        The rows of a partition are looked at for its bound while nobody reads or writes it; those of the default
        partition, too.

        With a validated check that says the same as the bound, none is looked at.

        ```sql
        ALTER TABLE visits_2026 ADD CONSTRAINT bound
            CHECK (day >= '2026-01-01' AND day < '2027-01-01' AND day IS NOT NULL) NOT VALID;
        -- in a later transaction
        ALTER TABLE visits_2026 VALIDATE CONSTRAINT bound;
        -- in a third
        ALTER TABLE visits ATTACH PARTITION visits_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        ALTER TABLE visits_2026 DROP CONSTRAINT bound;
        ```
        """#,
        "detach-blocks": #"""
        Taking a partition out makes everybody who uses the whole table wait.

        ```sql
        ALTER TABLE visits DETACH PARTITION visits_2025 CONCURRENTLY;
        ```

        It commits on its way; where it was interrupted, `DETACH PARTITION ... FINALIZE` ends it. With a default
        partition there is no other way than to wait.
        """#,
        "slow-under-lock": #"""
        All rows of a table are gone through while clients wait, by a statement that has no rule of its own.

        The longer the table, the longer they wait. Look for a way in steps: without a look at the rows first, and
        the look, or the work, in transactions that take no such lock.
        """#,
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
        "rename-breaks-clients": #"""
        Programs that run now ask by the old name, and fail the moment the new one is there.

        Either the programs are stopped meanwhile, or the old name goes on as a view for as long as they run.

        ```sql
        ALTER TABLE users RENAME TO people;
        CREATE VIEW users AS SELECT * FROM people;
        ```
        """#,
        "drop-breaks-clients": #"""
        Programs that run now still ask for what goes.

        Two steps are safe: first no program asks for it any more, then it goes, in a later revision.
        """#,
        "truncate-cascades": #"""
        `TRUNCATE ... CASCADE` empties whatever refers to the table, and what refers to that, whether it is named
        or not.

        Name the tables that are to be empty.
        """#,
        "checks-switched-off": #"""
        Triggers, and with them foreign keys, are switched off: rows come in that nothing has looked at.

        `DISABLE TRIGGER` takes SHARE ROW EXCLUSIVE and holds for everybody until it is switched on again, also
        where the script fails on its way. Write the statement so that the triggers may run.
        """#,
        "foreign-key-without-index": #"""
        No index leads from the referenced table back: each `DELETE` and each change of a key there reads all rows
        here.

        ```sql
        CREATE INDEX CONCURRENTLY orders_user_id_idx ON orders (user_id);
        ```
        """#,
        "json-column": #"""
        `json` keeps the text as it came: it knows no equality, so `DISTINCT` and `GROUP BY` fail, and no index
        serves it. `jsonb` does both, and only forgets blanks, the order of keys and keys that stand twice.
        """#,
        "timestamp-without-zone": #"""
        `timestamp` says what a clock showed and not where it hung: the same moment is another value for each time
        zone. `timestamptz` is the moment, takes as much room, and is shown in the zone of who asks.
        """#,
        "padded-text": #"""
        `char(n)` fills values up with blanks, which count in some comparisons and not in others. `text` with a
        check of the length takes no more room and holds what it was given.
        """#,
        "money-column": #"""
        `money` is read and written as the setting `lc_monetary` says, so that the same text is another sum
        elsewhere, and knows no currency. `numeric` is exact and the same everywhere.
        """#,
        "name-too-long": #"""
        PostgreSQL cuts names to 63 bytes and says so in a notice: the object has another name than the script
        says, and two that begin alike are one.
        """#,
        "table-copied": #"""
        SQLite: all rows of a table are written to a new one, while nobody else writes to the database.

        SQLite can add, drop and rename columns by itself; anything else takes a new table. The larger the table,
        the longer the database is locked, and the file may grow by as much: have room on the disk, and let nobody
        wait for a write meanwhile.
        """#,
    ]
}
