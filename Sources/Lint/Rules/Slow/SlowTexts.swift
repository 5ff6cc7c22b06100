extension RuleTexts {
    /// Written from the comments in this folder, as a test demands: AUTOGEN_RECORD=1 writes it anew.
    static let slow: [String: String] = [
        "index-blocks-writes": #"""
        An index is built while nobody can write to the table.

        `CREATE INDEX` holds SHARE until the whole table is read and sorted. Build it beside the clients instead;
        a script that does so has `-- transaction: no`, and an attempt that fails is cleaned up and made again.

        ```sql
        CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
        ```
        """#,
        "partitioned-index-blocks": #"""
        An index over a table with partitions is built on all of them in one transaction, and nobody writes to any
        meanwhile.

        The server has no `CONCURRENTLY` for the whole, but it has for each partition. The index of the whole is valid
        as soon as the last partition's is attached.

        ```sql
        CREATE INDEX visits_day_idx ON ONLY visits (day);
        -- in a script with "transaction: no", one partition after the other
        CREATE INDEX CONCURRENTLY visits_2026_day_idx ON visits_2026 (day);
        -- and at the end
        ALTER INDEX visits_day_idx ATTACH PARTITION visits_2026_day_idx;
        ```
        """#,
        "drop-index-blocks": #"""
        Dropping an index makes everybody who uses its table wait.

        `DROP INDEX` takes ACCESS EXCLUSIVE on the table: it waits for all that runs on it, and all that comes
        later waits behind it.

        ```sql
        DROP INDEX CONCURRENTLY users_email_idx;
        ```

        The index of a constraint, and one with partitions, can't be dropped that way.

        It is off, since the lock is held for a moment only: `upgrade` gives up after a tenth of a second and tries again. Turn
        it on where scripts are run by other means.
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

        The columns of a primary key must be `NOT NULL` before, or all rows are looked at. Where a primary key takes the
        place of another, both belong in one statement, so that the table is never without:

        ```sql
        CREATE UNIQUE INDEX CONCURRENTLY users_new_pkey ON users (tenant_id, id);
        -- in a later transaction
        ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_new_pkey;
        ```
        """#,
        "exclusion-builds-index": #"""
        The index of an exclusion constraint is built while nobody reads or writes, and the server has no other way.

        `NOT VALID` and `USING INDEX` don't exist for it. Take a quiet hour, with `lock_timeout` set, and say so in the
        script; a table that is too long for that needs a successor that has the constraint from its first row on.

        ```sql
        CREATE TABLE bookings_new (LIKE bookings INCLUDING ALL, EXCLUDE USING gist (room WITH =, during WITH &&));
        -- then copy the rows in batches, keep both in step by a trigger, and swap the names
        ```
        """#,
        "primary-key-scans": #"""
        A primary key takes an index that is there, and still all rows are looked at: one of its columns may be NULL.

        The key makes its columns `NOT NULL`, and does so by reading the table while nobody else does. Columns that are
        `NOT NULL` before cost nothing.

        ```sql
        ALTER TABLE users ADD CONSTRAINT users_id_set CHECK (id IS NOT NULL) NOT VALID;
        -- in a second transaction
        ALTER TABLE users VALIDATE CONSTRAINT users_id_set;
        -- in a third
        ALTER TABLE users ALTER COLUMN id SET NOT NULL;
        ALTER TABLE users DROP CONSTRAINT users_id_set;
        ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_id_idx;
        ```
        """#,
        "type-rewrites": #"""
        Another type has the whole table written anew, with all its indexes, while nobody reads or writes.

        More room for text, for a `numeric` of the same scale or for fractions of a second costs nothing, and is
        not found here: what is found was measured. Otherwise take a new column: add it, keep it in step by a
        trigger, fill it in batches, and swap the names in a short transaction.
        """#,
        "type-checks-rows": #"""
        A column gets a type that asks no row to be written anew, and still all rows are read while nobody else does.

        A check over the column is tried again on all rows, and so is a foreign key; an index over it may be built anew.
        Without the check the change is a matter of a moment.

        ```sql
        ALTER TABLE users DROP CONSTRAINT users_name_check;
        ALTER TABLE users ALTER COLUMN name TYPE text;
        ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (name <> '') NOT VALID;
        -- in a later transaction
        ALTER TABLE users VALIDATE CONSTRAINT users_name_check;
        ```
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

        It is off, since the lock is held for a moment only: `upgrade` gives up after a tenth of a second and tries again. Turn
        it on where scripts are run by other means.
        """#,
        "domain-scans": #"""
        A domain gets a constraint, and all tables that have a column of it are read while nobody writes to them.

        Without a look at the rows it is a matter of a moment. The look in another transaction takes the same locks, but
        one can choose its hour; a check on the columns themselves hinders nobody.

        ```sql
        ALTER DOMAIN level ADD CONSTRAINT level_range CHECK (VALUE < 9) NOT VALID;
        -- in a later transaction, at a quiet hour
        ALTER DOMAIN level VALIDATE CONSTRAINT level_range;
        ```
        """#,
        "slow-under-lock": #"""
        All rows of a table are gone through while clients wait, by a statement that has no rule of its own.

        The longer the table, the longer they wait. Look for a way in steps: without a look at the rows first, and
        the look, or the work, in transactions that take no such lock.
        """#,
        "trigger-blocks-writes": #"""
        A trigger comes to a table that is there: nobody writes to it until the transaction ends.

        Making it is a matter of a moment, but the lock (SHARE ROW EXCLUSIVE) waits for all who write now, and who comes
        later waits behind it.

        ```sql
        SET LOCAL lock_timeout = '2s';
        CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
        ```
        """#,
    ]
}
