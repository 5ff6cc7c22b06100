import Testing

/// Parts of a table that get another name.
@Suite struct RenamedPartPlanTests {
    @Test(arguments: [
        PlanCase(
            "the index of a partition stays when that of the table gets another name",
            from: """
                CREATE TABLE t (id integer, n integer) PARTITION BY HASH (id);
                CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE INDEX one ON t (n);
                """,
            to: """
                CREATE TABLE t (id integer, n integer) PARTITION BY HASH (id);
                CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE INDEX two ON t (n);
                """,
            up: """
                ALTER INDEX public.one RENAME TO two;
                """,
            down: """
                ALTER INDEX public.two RENAME TO one;
                """),
        PlanCase(
            "a primary key under another name",
            from: """
                CREATE TABLE t (id integer CONSTRAINT one PRIMARY KEY) PARTITION BY HASH (id);
                CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                """,
            to: """
                CREATE TABLE t (id integer CONSTRAINT another PRIMARY KEY) PARTITION BY HASH (id);
                CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                """,
            up: """
                ALTER TABLE public.t RENAME CONSTRAINT one TO another;
                """,
            down: """
                ALTER TABLE public.t RENAME CONSTRAINT another TO one;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
