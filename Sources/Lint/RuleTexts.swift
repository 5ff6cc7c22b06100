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
        a limit it gives up and is tried again; autogen does so by itself.

        ```yaml
        revisions:
          lock-timeout: 2s
          retries: 5
        ```
        """#,
        "rename-breaks-clients": #"""
        Programs that run now ask by the old name, and fail the moment the new one is there.

        Either the programs are stopped meanwhile, or the old name goes on as a view for as long as they run. So it is with
        tables and their columns, with schemas, types and their values, functions and sequences.

        ```sql
        ALTER TABLE users RENAME TO people;
        CREATE VIEW users AS SELECT * FROM people;
        ```
        """#,
        "drop-breaks-clients": #"""
        Programs that run now still ask for a table or a column that goes.

        Two steps are safe: first no program asks for it any more, then it goes, in a later revision. A table can be given
        another name in between: what still asks for it is heard of while the rows are there.

        ```sql
        ALTER TABLE drafts RENAME TO drafts_going;
        -- a week later
        DROP TABLE drafts_going;
        ```
        """#,
        "drop-breaks-callers": #"""
        Programs that run now still ask for a view, a function, a type, a sequence or an extension that goes.

        What the database itself uses can't be dropped without a word; what programs call can. Drop it in a revision that is
        applied once none of them does.
        """#,
        "insert-needs-column": #"""
        A table gets a column that must have a value and has no default, or one that must have a value loses its default:
        programs that don't name it can't write a row any more.

        They run for as long as the new release is on its way, and often longer. Give the column a default, or demand the
        value only when all programs write it.

        ```sql
        ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'web';
        -- once all programs write it
        ALTER TABLE orders ALTER COLUMN channel DROP DEFAULT;
        ```
        """#,
        "writes-restricted": #"""
        A table that programs write to takes less than it did: a new check, key or restrictive policy, or a column that takes
        no NULL any more.

        Who still writes what is now refused fails. Let the programs go first, and the constraint come after them.
        """#,
        "null-comes": #"""
        A column may be NULL that never was: programs that read it may not expect that.

        Nothing fails at once. It fails with the first row that has no value, in whoever reads it.
        """#,
        "default-changed": #"""
        A column has another default, or none: programs that leave it out write other rows than they did.
        """#,
        "enum-value-added": #"""
        An enum has one more value: programs that know all values by heart meet one that they don't know.

        Let the programs go first. Without `BEFORE` or `AFTER` the new value is the greatest, which counts where rows are
        sorted or compared by it.

        ```sql
        ALTER TYPE mood ADD VALUE 'so so' BEFORE 'fine';
        ```
        """#,
        "guarantee-dropped": #"""
        What a constraint, a unique index, a trigger or a policy made sure of is no longer so.

        Programs that rely on it don't fail; they read rows that there never were.
        """#,
        "undecided-fill": #"""
        A column that must have a value comes to a table, and nothing says which value the rows get: the statement fails as
        soon as the table holds one row.

        That nothing failed so far is because the scratch database is empty. Say what the rows get: by a default, by
        `autogen revision --fill`, or in steps.

        ```sql
        ALTER TABLE orders ADD COLUMN channel text;
        UPDATE orders SET channel = 'web';  -- of a long table in batches, in a revision of its own
        ALTER TABLE orders ALTER COLUMN channel SET NOT NULL;
        ```
        """#,
        "rows-may-refuse": #"""
        A new key, check or `NOT NULL` is tried on rows that are there, and the script fails where one of them breaks it.

        `autogen upgrade` asks the rows before it runs anything (`preflight`), so this is for who wants to know when the script
        is written. On SQLite a column takes no NULL any more only by a copy of its table, which fails likewise.
        """#,
        "truncate-cascades": #"""
        `TRUNCATE ... CASCADE` empties whatever refers to the table, and what refers to that, whether it is named
        or not.

        Name the tables that are to be empty.
        """#,
        "checks-switched-off": #"""
        Triggers, checks and foreign keys are switched off: rows come in that nothing has looked at.

        `DISABLE TRIGGER` takes SHARE ROW EXCLUSIVE and holds for everybody until it is switched on again, also where the
        script fails on its way; `session_replication_role` and SQLite's `ignore_check_constraints` hold for the session.
        Write the statement so that the checks may run.
        """#,
        "lost-with-copy": #"""
        A table is made anew under its name, and what hung on the old one is gone: triggers, indexes, policies.

        Copying the rows does not bring them along. Make them again behind the copy; what is meant to go is dropped by its
        name, so that a reader sees it.

        ```sql
        CREATE TABLE users_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO users_new SELECT id, name FROM users;
        DROP TABLE users;
        ALTER TABLE users_new RENAME TO users;
        CREATE TRIGGER users_touch AFTER UPDATE ON users BEGIN SELECT 1; END;
        ```
        """#,
        "sequence-restarted": #"""
        A sequence begins again: it may give numbers that rows have already.

        ```sql
        SELECT setval('orders_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM orders), false);
        ```
        """#,
        "autovacuum-off": #"""
        Autovacuum is switched off for a table: dead rows stay, the table grows, and plans are made from old counts.

        Where it runs at the wrong time, make it gentler instead of switching it off.

        ```sql
        ALTER TABLE events SET (autovacuum_vacuum_cost_delay = 20, autovacuum_vacuum_scale_factor = 0.01);
        ```
        """#,
        "replica-identity-changed": #"""
        A table tells its subscribers otherwise which row is meant.

        With `NOTHING`, a published table takes no `UPDATE` and no `DELETE` any more. With `FULL`, every change carries the
        whole old row, and each subscriber looks for it in all of its rows. A key, or a unique index over columns that are
        `NOT NULL`, does neither.

        ```sql
        ALTER TABLE users REPLICA IDENTITY USING INDEX users_email_key;
        ```
        """#,
        "row-security-without-policy": #"""
        Row security is switched on for a table that has no policy which lets rows through: for everybody but its owner it is
        empty from now on.

        Nothing fails: programs read no rows. Make the policies in the same transaction.

        ```sql
        ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY orders_of_tenant ON orders USING (tenant_id = current_setting('app.tenant')::int);
        ```
        """#,
        "definer-search-path": #"""
        A function runs with the rights of its owner (`SECURITY DEFINER`) and has no `search_path` of its own: who calls it can
        put a table or an operator of theirs before the one that is meant, and it runs with the owner's rights.

        ```sql
        CREATE FUNCTION total(order_id int) RETURNS numeric LANGUAGE sql SECURITY DEFINER
            SET search_path = ''
            AS $$SELECT sum(amount) FROM app.items WHERE items.order_id = total.order_id$$;
        ```
        """#,
        "dynamic-sql": #"""
        A function joins a statement of texts and runs it: what a caller gives may be read as SQL.

        `format` quotes: `%I` a name, `%L` a value; values need not stand in the text at all.

        ```sql
        EXECUTE format('SELECT count(*) FROM %I WHERE id = $1', table_name) INTO n USING wanted;
        ```
        """#,
        "access-changed": #"""
        Who may do what changes: a grant, an owner, a policy, row security or default privileges of what is there.

        For teams in which somebody is to look at each such change.
        """#,
        "extension-updated": #"""
        An extension becomes another version: its functions, types and operators may do something else from now on.

        Without `TO` it is whichever version the server has, and servers differ.

        ```sql
        ALTER EXTENSION postgis UPDATE TO '3.5.2';
        ```
        """#,
        "foreign-key-without-index": #"""
        No index leads from the referenced table back: each `DELETE` and each change of a key there reads all rows
        here.

        ```sql
        CREATE INDEX CONCURRENTLY orders_user_id_idx ON orders (user_id);
        ```
        """#,
        "name-too-long": #"""
        PostgreSQL cuts names to 63 bytes and says so in a notice: the object has another name than the script
        says, and two that begin alike are one.
        """#,
        "name-against-convention": #"""
        A constraint or an index has another name than `naming` in `autogen.yaml` gives it.

        Nothing is found in a project that has no `naming`.

        ```yaml
        naming:
          index: "{table}_{columns}_idx"
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
        "varchar-limit": #"""
        `varchar(n)` takes no less room and no less time than `text`, and the length is part of the type: less of it has the
        whole table written anew, and views stand in the way of any change.

        ```sql
        ALTER TABLE users ADD COLUMN name text CHECK (length(name) <= 80);
        ```
        """#,
        "small-key": #"""
        A primary key of `integer` ends at 2,147,483,647, one of `smallint` at 32,767, and the day it does nothing can be
        written. Another type by then has the table written anew, with every table that refers to it.

        ```sql
        CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
        ```
        """#,
        "serial-column": #"""
        `serial` is a default and a sequence that are loosely tied to the column: who may write the table may still not use
        the sequence, and a copy of the table shares it. An identity column is one thing.

        ```sql
        CREATE TABLE events (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
        ```
        """#,
        "enum-created": #"""
        An enum takes new values and gives up none: to be rid of one, every column of it gets another type.

        A table of values, with a foreign key to it, loses one by `DELETE`, and can say more of each.
        """#,
        "domain-check": #"""
        A domain has a check. To change it, all tables that have a column of the domain are read at once, while nobody writes
        to them; and a column of the domain that is added later has its table written anew.

        A check on each column can be added `NOT VALID`, and validated table by table.
        """#,
        "wide-index": #"""
        An index over more than three columns is long, and the columns at its end rarely find anything that those before them
        have not found.
        """#,
        "column-order": #"""
        Each value begins at a multiple of its length, so a `boolean` before a `bigint` is followed by seven blank bytes, in
        every row. In a new table the order is free.
        """#,
        "unqualified-name": #"""
        A name without its schema means whatever `search_path` finds first, and that may be another one for another role.

        ```sql
        ALTER TABLE app.users ADD COLUMN age integer;
        ```
        """#,
        "table-copied": #"""
        SQLite: all rows of a table are written to a new one, while nobody else writes to the database.

        SQLite can add, drop and rename columns by itself; anything else takes a new table. The larger the table,
        the longer the database is locked, and the file may grow by as much: have room on the disk, and let nobody
        wait for a write meanwhile.
        """#,
        "strict-conversion": #"""
        A table becomes `STRICT`, and holds what it was given until now: a text in an `INTEGER` column was welcome. The copy
        of its rows ends at the first such value.

        Look for them before, and mend them in a revision of its own.

        ```sql
        SELECT rowid, * FROM users WHERE typeof(age) NOT IN ('integer', 'null');
        ```
        """#,
        "autoincrement-lost": #"""
        A table is copied and loses `AUTOINCREMENT`: the number of a row that was deleted goes to a new row.

        What remembers numbers of rows outside of the database, such as a client that is offline, takes the new row for the old
        one.

        ```sql
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
        ```
        """#,
        "synced-key": #"""
        A table that devices keep in step with each other, as by CloudKit, has a key that only one device can give: numbers
        that are counted, or a `UNIQUE` that no device can look after alone.

        It is off, since only you know which tables are synced. Turn it on for them:

        ```yaml
        lint:
          tables:
            - table: "*"
              severity: {synced-key: warning}
        ```

        ```sql
        CREATE TABLE notes (id TEXT PRIMARY KEY NOT NULL DEFAULT (uuid()), text TEXT NOT NULL DEFAULT '');
        ```
        """#,
    ]
}
