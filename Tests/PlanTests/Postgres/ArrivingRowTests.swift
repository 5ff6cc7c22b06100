import Testing

/// Rows that come to a table or a partition meet what that asks of them: the plan says so before.
@Suite struct ArrivingRowTests {
    private static let boxes = """
        CREATE TYPE size AS (w integer, h integer);
        CREATE TABLE box (id integer, a size DEFAULT ROW(1, 2) NOT NULL, b size DEFAULT ROW(1, 2) NOT NULL);
        """

    @Test(arguments: [
        RowCase(
            "a partitioned table becomes a plain one with a check, a key and an index of its own",
            from: """
                CREATE TABLE visit (id integer, kind text) PARTITION BY LIST (kind);
                CREATE TABLE visit_a PARTITION OF visit FOR VALUES IN ('a');
                CREATE TABLE visit_b PARTITION OF visit FOR VALUES IN ('b');
                """,
            rows: "INSERT INTO visit VALUES (1, 'a'), (2, 'b')",
            to: """
                CREATE TABLE visit (
                    id integer, kind text, CONSTRAINT positive CHECK (id > 0), CONSTRAINT visit_key UNIQUE (id));
                CREATE UNIQUE INDEX visit_kind ON visit (kind);
                """,
            query: "SELECT id, kind FROM visit ORDER BY id", up: "1|a\n2|b",
            says: [
                "may fail: fails if rows break positive", "may fail: fails if rows break visit_key",
                "may fail: fails if rows are not unique",
            ]),
        RowCase(
            "rows that satisfied a check already",
            from: "CREATE TABLE visit (id integer, kind text, CONSTRAINT positive CHECK (id > 0))",
            rows: "INSERT INTO visit VALUES (1, 'a')",
            to: """
                CREATE TABLE visit (id integer, kind text, CONSTRAINT positive CHECK (id > 0)) PARTITION BY LIST (kind);
                CREATE TABLE visit_a PARTITION OF visit FOR VALUES IN ('a');
                """,
            query: "SELECT id, kind FROM visit", up: "1|a", omits: ["rows break positive"]),
        RowCase(
            "rows that move to a partition with partitions",
            from: """
                CREATE TABLE visit (id integer, kind text) PARTITION BY RANGE (id);
                CREATE TABLE visit_low PARTITION OF visit FOR VALUES FROM (0) TO (20);
                """,
            rows: "INSERT INTO visit VALUES (1, 'a'), (15, 'b')",
            to: """
                CREATE TABLE visit (id integer, kind text) PARTITION BY RANGE (id);
                CREATE TABLE visit_low PARTITION OF visit FOR VALUES FROM (0) TO (10);
                CREATE TABLE visit_high PARTITION OF visit (CONSTRAINT late CHECK (id > 10))
                    FOR VALUES FROM (10) TO (20) PARTITION BY LIST (kind);
                CREATE TABLE visit_high_b PARTITION OF visit_high FOR VALUES IN ('b');
                """,
            query: "SELECT id, kind FROM visit ORDER BY id", up: "1|a\n15|b",
            says: [
                "may fail: fails if a row fits no partition of visit_high", "may fail: fails if rows break late",
            ]),
        RowCase(
            "a value in place of NULL, of a composite type",
            from: """
                CREATE TYPE size AS (w integer, h integer);
                CREATE TABLE box (id integer, a size, b size) PARTITION BY LIST (id);
                CREATE TABLE box_1 PARTITION OF box FOR VALUES IN (1);
                """,
            rows: "INSERT INTO box VALUES (1, NULL, '(3,4)')",
            to: boxes,
            query: "SELECT id, a::text, b::text FROM box", up: "1|(1,2)|(3,4)"),
        RowCase(
            "the same where the table stays",
            from: "CREATE TYPE size AS (w integer, h integer); CREATE TABLE box (id integer, a size, b size);",
            rows: "INSERT INTO box VALUES (1, NULL, '(3,4)')",
            to: boxes,
            query: "SELECT id, a::text, b::text FROM box", up: "1|(1,2)|(3,4)"),
        RowCase(
            "a domain begins to refuse NULL, and a column of it has a default of it",
            from: "CREATE DOMAIN size AS integer; CREATE TABLE box (id integer, s size DEFAULT 3::size);",
            rows: "INSERT INTO box VALUES (1, NULL), (2, 7)",
            to: "CREATE DOMAIN size AS integer NOT NULL; CREATE TABLE box (id integer, s size DEFAULT 3::size);",
            query: "SELECT id, s FROM box ORDER BY id", up: "1|3\n2|7"),
        RowCase(
            "a column of a domain with a check comes to rows",
            from: "CREATE TABLE box (id integer)", rows: "INSERT INTO box VALUES (1)",
            to: """
                CREATE DOMAIN size AS integer CHECK (VALUE > 0); CREATE TABLE box (id integer, s size);
                """,
            query: "SELECT id FROM box", up: "1",
            says: ["may fail: rows get NULL: fails if a check of public.size, or of its base, refuses it"]),
    ])
    func rowsThatCome(_ rowCase: RowCase) async throws { try await rowCase.check() }
}
