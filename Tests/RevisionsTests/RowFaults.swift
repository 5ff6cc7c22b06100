import AutogenRevisions
import AutogenSchema

/// A script that keeps all values, and faults that are put into it: each leads to the right schema with wrong rows.
struct RowScenario {
    struct Fault {
        let direction: Direction
        /// Of which kind it is: something is left out, two things are exchanged, a value is read as something else, or
        /// comes at the wrong time.
        let kind: Kind
        let text: String
        let replacement: String

        enum Kind: String { case drop, swap, cast, order }
    }

    let name: String
    let dialect: Dialect
    let start: String
    let target: String
    var upgrade: String
    var downgrade: String
    let faults: [Fault]
}

private func up(_ kind: RowScenario.Fault.Kind, _ text: String, _ replacement: String) -> RowScenario.Fault {
    .init(direction: .upgrade, kind: kind, text: text, replacement: replacement)
}

private func down(_ kind: RowScenario.Fault.Kind, _ text: String, _ replacement: String) -> RowScenario.Fault {
    .init(direction: .downgrade, kind: kind, text: text, replacement: replacement)
}

extension RowScenario {
    static let all = [copied, altered, converted, moved, labelled]

    /// A table of SQLite that is built anew.
    private static let copied = RowScenario(
        name: "copied", dialect: .sqlite,
        start: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INT);",
        target: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INT, CHECK (n > 0));",
        upgrade: """
            CREATE TABLE t_new (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INT, CHECK (n > 0));
            INSERT INTO t_new (id, a, b, n) SELECT id, a, b, n FROM t;
            DROP TABLE t;
            ALTER TABLE t_new RENAME TO t;
            """,
        downgrade: """
            CREATE TABLE t_new (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INT);
            INSERT INTO t_new (id, a, b, n) SELECT id, a, b, n FROM t;
            DROP TABLE t;
            ALTER TABLE t_new RENAME TO t;
            """,
        faults: [
            up(.swap, "SELECT id, a, b, n", "SELECT id, b, a, n"),
            up(.drop, "(id, a, b, n) SELECT id, a, b, n", "(id, a, b) SELECT id, a, b"),
            up(.drop, "n FROM t;", "n FROM t WHERE n IS NOT NULL;"),
            up(.drop, "INSERT INTO t_new (id, a, b, n) SELECT id, a, b, n FROM t;", ""),
            up(.cast, "SELECT id, a, b, n", "SELECT id, CAST(a AS INT), b, n"),
            up(.cast, "SELECT id, a, b, n", "SELECT id, substr(a, 1, 4), b, n"),
            up(.cast, "SELECT id, a, b, n", "SELECT id, a, b, n + 1"),
            up(.cast, "SELECT id, a, b, n", "SELECT id, a, b, coalesce(n, 7)"),
            up(.swap, "SELECT id, a, b, n", "SELECT n, a, b, id"),
            up(.swap, "SELECT id, a, b, n", "SELECT id, a, a, n"),
            up(
                .order, "SELECT id, a, b, n FROM t;",
                "SELECT id, (SELECT a FROM t AS o WHERE o.id <> t.id AND o.a IS NOT NULL LIMIT 1), b, n FROM t;"),
            up(.order, "SELECT id, a, b, n FROM t;", "SELECT row_number() OVER (ORDER BY id DESC), a, b, n FROM t;"),
            down(.swap, "SELECT id, a, b, n", "SELECT id, b, a, n"),
            down(.drop, "(id, a, b, n) SELECT id, a, b, n", "(id, a, n) SELECT id, a, n"),
            down(.cast, "SELECT id, a, b, n", "SELECT id, a, upper(b), n"),
            down(.order, "n FROM t;", "n FROM t ORDER BY id LIMIT 1;"),
        ])

    /// Columns that come and go beside others.
    private static let altered = RowScenario(
        name: "altered", dialect: .sqlite,
        start: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INT);",
        target: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INT, c TEXT);",
        upgrade: "ALTER TABLE t ADD COLUMN c TEXT;", downgrade: "ALTER TABLE t DROP COLUMN c;",
        faults: [
            up(
                .drop, "ALTER TABLE t ADD COLUMN c TEXT;",
                "ALTER TABLE t DROP COLUMN n; ALTER TABLE t ADD COLUMN n INT; ALTER TABLE t ADD COLUMN c TEXT;"),
            up(
                .swap, "ADD COLUMN c TEXT;",
                "ADD COLUMN c TEXT; ALTER TABLE t RENAME a TO x; ALTER TABLE t RENAME b TO a; ALTER TABLE t RENAME x TO b;"
            ),
            up(.cast, "ADD COLUMN c TEXT;", "ADD COLUMN c TEXT; UPDATE t SET a = upper(a);"),
            up(.order, "ADD COLUMN c TEXT;", "ADD COLUMN c TEXT; UPDATE t SET c = a, a = c;"),
            down(.drop, "ALTER TABLE t DROP COLUMN c;", "ALTER TABLE t DROP COLUMN c; DELETE FROM t WHERE n IS NULL;"),
            down(.swap, "ALTER TABLE t DROP COLUMN c;", "UPDATE t SET a = b, b = a; ALTER TABLE t DROP COLUMN c;"),
        ])

    /// Types that change, with a column that is rounded with consent.
    private static let converted = RowScenario(
        name: "converted", dialect: .postgresql,
        start: "CREATE TABLE t (id integer PRIMARY KEY, a text, b text, n integer, m numeric(10,4), d timestamp);",
        target: "CREATE TABLE t (id integer PRIMARY KEY, a text, b varchar(40), n bigint, m numeric(10,2), d date);",
        upgrade: """
            -- hazard (data loss): column public.t.m: rounds its values
            -- hazard (data loss): column public.t.d: drops the time of its values
            ALTER TABLE t ALTER n TYPE bigint, ALTER b TYPE varchar(40), ALTER m TYPE numeric(10,2), ALTER d TYPE date;
            """,
        downgrade: """
            ALTER TABLE t ALTER n TYPE integer, ALTER b TYPE text, ALTER m TYPE numeric(10,4), ALTER d TYPE timestamp;
            """,
        faults: [
            up(.cast, "ALTER n TYPE bigint", "ALTER n TYPE bigint USING n + 1"),
            up(.cast, "ALTER n TYPE bigint", "ALTER n TYPE bigint USING 0"),
            up(.drop, "ALTER n TYPE bigint", "ALTER n TYPE bigint USING NULL"),
            up(.drop, "ALTER n TYPE bigint", "DROP n, ADD n bigint"),
            up(.swap, "ALTER n TYPE bigint", "ALTER n TYPE bigint USING id"),
            up(.cast, "ALTER b TYPE varchar(40)", "ALTER b TYPE varchar(40) USING left(b, 5)"),
            up(.swap, "ALTER b TYPE varchar(40)", "ALTER b TYPE varchar(40) USING a"),
            down(.cast, "ALTER n TYPE integer", "ALTER n TYPE integer USING n::text::integer % 10"),
            down(.drop, "ALTER b TYPE text", "DROP b, ADD b text"),
            down(.swap, "ALTER b TYPE text", "ALTER b TYPE text USING a"),
        ])

    /// A table whose rows go to another one, with what refers to them.
    private static let moved = RowScenario(
        name: "moved", dialect: .postgresql,
        start: """
            CREATE TABLE t (id integer PRIMARY KEY, a text NOT NULL, b text);
            CREATE TABLE u (id integer PRIMARY KEY, t integer NOT NULL REFERENCES t, note text);
            """,
        target: """
            CREATE TABLE t (id integer, a text NOT NULL, b text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
            CREATE TABLE t_all PARTITION OF t DEFAULT;
            CREATE TABLE u (id integer PRIMARY KEY, t integer NOT NULL REFERENCES t, note text);
            """,
        upgrade: """
            ALTER TABLE u DROP CONSTRAINT u_t_fkey;
            ALTER TABLE t RENAME TO t_old;
            ALTER INDEX t_pkey RENAME TO t_old_pkey;
            CREATE TABLE t (id integer, a text NOT NULL, b text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
            CREATE TABLE t_all PARTITION OF t DEFAULT;
            INSERT INTO t (id, a, b) SELECT id, a, b FROM t_old;
            DROP TABLE t_old;
            ALTER TABLE u ADD CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES t;
            """,
        downgrade: """
            ALTER TABLE u DROP CONSTRAINT u_t_fkey;
            ALTER TABLE t RENAME TO t_old;
            ALTER INDEX t_pkey RENAME TO t_old_pkey;
            CREATE TABLE t (id integer PRIMARY KEY, a text NOT NULL, b text);
            INSERT INTO t (id, a, b) SELECT id, a, b FROM t_old;
            DROP TABLE t_old;
            ALTER TABLE u ADD CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES t;
            """,
        faults: [
            up(.swap, "SELECT id, a, b FROM", "SELECT id, coalesce(b, a), a FROM"),
            up(.drop, "(id, a, b) SELECT id, a, b", "(id, a) SELECT id, a"),
            up(.cast, "SELECT id, a, b FROM", "SELECT id, a::char(3), b FROM"),
            up(
                .order, "SELECT id, a, b FROM t_old",
                "SELECT x.id, y.a, x.b FROM (SELECT *, row_number() OVER (ORDER BY id) n FROM t_old) x JOIN (SELECT *, row_number() OVER (ORDER BY id DESC) n FROM t_old) y USING (n)"
            ),
            down(.drop, "(id, a, b) SELECT id, a, b", "(id, a) SELECT id, a"),
            down(.cast, "SELECT id, a, b FROM", "SELECT id, md5(a), b FROM"),
            down(.order, "DROP TABLE t_old;", "DROP TABLE t_old; UPDATE u SET t = (SELECT min(id) FROM t);"),
        ])

    /// A label that goes from an enum, with consent.
    private static let labelled = RowScenario(
        name: "labelled", dialect: .postgresql,
        start: """
            CREATE TYPE mood AS ENUM ('sad', 'fine', 'glad');
            CREATE TABLE t (id integer PRIMARY KEY, m mood, k boolean NOT NULL, tags text[], at timestamptz);
            """,
        target: """
            CREATE TYPE mood AS ENUM ('sad', 'fine', 'glad', 'new');
            CREATE TABLE t (id integer PRIMARY KEY, m mood, k boolean NOT NULL, tags text[], at timestamptz, x text);
            """,
        upgrade: "ALTER TYPE mood ADD VALUE 'new';\nALTER TABLE t ADD x text;",
        downgrade: """
            ALTER TABLE t DROP x;
            ALTER TYPE mood RENAME TO mood_old;
            CREATE TYPE mood AS ENUM ('sad', 'fine', 'glad');
            ALTER TABLE t ALTER m TYPE mood USING m::text::mood;
            DROP TYPE mood_old;
            """,
        faults: [
            up(
                .swap, "ADD x text;",
                "ADD x text; UPDATE t SET m = CASE m WHEN 'sad' THEN 'fine'::mood WHEN 'fine' THEN 'sad' END;"),
            up(.cast, "ADD x text;", "ADD x text; UPDATE t SET k = NOT k;"),
            up(.order, "ADD x text;", "ADD x text; UPDATE t SET tags = tags || tags;"),
            up(.cast, "ADD x text;", "ADD x text; UPDATE t SET at = at + interval '1 hour';"),
            down(.drop, "USING m::text::mood", "USING NULL"),
        ])
}
