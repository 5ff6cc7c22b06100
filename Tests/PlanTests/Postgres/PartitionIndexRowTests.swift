import Testing

/// Partitions with indexes, keys and foreign keys of the whole, while the whole or a part of it changes.
@Suite struct PartitionIndexRowTests {
    @Test(arguments: [
        RowCase(
            "an indexed column goes, of partitions that come before and after their whole",
            from: """
                CREATE TABLE m (id int, kind text, size int) PARTITION BY LIST (kind);
                CREATE TABLE a PARTITION OF m FOR VALUES IN ('a') PARTITION BY LIST (id);
                CREATE TABLE a1 PARTITION OF a DEFAULT;
                CREATE TABLE z PARTITION OF m DEFAULT;
                CREATE INDEX ON m (size);
                """,
            rows: "INSERT INTO m VALUES (1, 'a', 2), (2, 'b', 3)",
            to: """
                CREATE TABLE m (id int, kind text) PARTITION BY LIST (kind);
                CREATE TABLE a PARTITION OF m FOR VALUES IN ('a') PARTITION BY LIST (id);
                CREATE TABLE a1 PARTITION OF a DEFAULT;
                CREATE TABLE z PARTITION OF m DEFAULT;
                """,
            query: "SELECT id, kind FROM m ORDER BY id", up: "1|a\n2|b", omits: ["DROP INDEX"]),
        RowCase(
            "a table with an index becomes a partition of one that is partitioned",
            from: """
                CREATE TABLE event (id int NOT NULL, at date NOT NULL);
                CREATE TABLE event_23 (id int NOT NULL, at date NOT NULL);
                CREATE INDEX ON event_23 (at);
                """,
            rows: "INSERT INTO event_23 VALUES (1, '2023-05-05')",
            to: """
                CREATE TABLE event (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
                CREATE TABLE event_23 PARTITION OF event FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
                CREATE INDEX ON event (at);
                """,
            query: "SELECT * FROM event_23", up: "1|2023-05-05"),
        RowCase(
            "a child with an index becomes a partition, under a view",
            from: """
                CREATE TABLE event (id int PRIMARY KEY, at date NOT NULL, kind text);
                CREATE TABLE event_23 (PRIMARY KEY (id)) INHERITS (event);
                CREATE VIEW kinds AS SELECT kind, count(*) FROM event GROUP BY kind;
                CREATE INDEX ON event_23 (at);
                """,
            rows: "INSERT INTO event_23 VALUES (1, '2023-05-05', 'a')",
            to: """
                CREATE TABLE event (id int NOT NULL, at date NOT NULL, kind text) PARTITION BY RANGE (at);
                CREATE TABLE event_23 PARTITION OF event FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
                CREATE VIEW kinds AS SELECT kind, count(*) FROM event GROUP BY kind;
                CREATE INDEX ON event (at);
                """,
            query: "SELECT * FROM kinds", up: "a|1"),
        RowCase(
            "a partition becomes a table, and keeps its index and its key",
            from: """
                CREATE TABLE event (id int PRIMARY KEY, n text) PARTITION BY RANGE (id);
                CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (10);
                CREATE INDEX ON event (n);
                """,
            rows: "INSERT INTO event VALUES (1, 'a')",
            to: "CREATE TABLE event_1 (id int PRIMARY KEY, n text); CREATE INDEX ON event_1 (n);",
            query: "SELECT * FROM event_1", up: "1|a", omits: ["DROP INDEX", "CREATE INDEX", "PRIMARY KEY"]),
        RowCase(
            "a partition gets another key, under an index of its whole",
            from: """
                CREATE TABLE job (id int, day date, state text) PARTITION BY RANGE (day);
                CREATE INDEX job_id ON job (id);
                CREATE TABLE job_24 PARTITION OF job FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
                    PARTITION BY LIST (state);
                CREATE TABLE job_24_new PARTITION OF job_24 FOR VALUES IN ('new');
                """,
            rows: "INSERT INTO job VALUES (1, '2024-02-02', 'new')",
            to: """
                CREATE TABLE job (id int, day date, state text) PARTITION BY RANGE (day);
                CREATE INDEX job_id ON job (id);
                CREATE TABLE job_24 PARTITION OF job FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
                    PARTITION BY LIST (id);
                CREATE TABLE job_24_new PARTITION OF job_24 FOR VALUES IN (1);
                """,
            query: "SELECT * FROM job_24_new", up: "1|2024-02-02|new"),
        RowCase(
            "a label goes from the key of a partition that is partitioned",
            from: """
                CREATE TYPE state AS ENUM ('new', 'late', 'lost');
                CREATE TABLE job (id int, day date, state state) PARTITION BY RANGE (day);
                CREATE INDEX job_id ON job (id);
                CREATE TABLE job_24 PARTITION OF job FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
                    PARTITION BY LIST (state);
                CREATE TABLE job_24_new PARTITION OF job_24 FOR VALUES IN ('new');
                """,
            rows: "INSERT INTO job VALUES (1, '2024-02-02', 'new')",
            to: """
                CREATE TYPE state AS ENUM ('new', 'late');
                CREATE TABLE job (id int, day date, state state) PARTITION BY RANGE (day);
                CREATE INDEX job_id ON job (id);
                CREATE TABLE job_24 PARTITION OF job FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
                    PARTITION BY LIST (state);
                CREATE TABLE job_24_new PARTITION OF job_24 FOR VALUES IN ('new');
                """,
            query: "SELECT * FROM job_24_new", up: "1|2024-02-02|new"),
        RowCase(
            "partitions of two levels come and go under a foreign key to the whole",
            from: """
                CREATE TABLE u (id int, k int, PRIMARY KEY (id, k)) PARTITION BY RANGE (id);
                CREATE TABLE u1 PARTITION OF u FOR VALUES FROM (0) TO (10) PARTITION BY LIST (k);
                CREATE TABLE u11 PARTITION OF u1 FOR VALUES IN (1);
                CREATE TABLE u12 PARTITION OF u1 FOR VALUES IN (2);
                CREATE TABLE u2 PARTITION OF u FOR VALUES FROM (10) TO (20);
                CREATE TABLE f (u int, k int, FOREIGN KEY (u, k) REFERENCES u);
                """,
            rows: "INSERT INTO u VALUES (1, 1); INSERT INTO f VALUES (1, 1)",
            to: """
                CREATE TABLE u (id int, k int, PRIMARY KEY (id, k)) PARTITION BY RANGE (id);
                CREATE TABLE u1 PARTITION OF u FOR VALUES FROM (0) TO (10) PARTITION BY LIST (k);
                CREATE TABLE u11 PARTITION OF u1 FOR VALUES IN (1);
                CREATE TABLE f (u int, k int, FOREIGN KEY (u, k) REFERENCES u);
                """,
            query: "SELECT f.* FROM f JOIN u ON u.id = f.u", up: "1|1"),
        RowCase(
            "the bounds of a partition of a partition move under a foreign key to the whole",
            from: """
                CREATE TABLE u (id int, k text, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
                CREATE TABLE u1 PARTITION OF u FOR VALUES IN ('a') PARTITION BY LIST (id);
                CREATE TABLE u11 PARTITION OF u1 FOR VALUES IN (1, 2);
                CREATE TABLE f (u int, k text, CONSTRAINT to_u FOREIGN KEY (u, k) REFERENCES u);
                """,
            rows: "INSERT INTO u VALUES (1, 'a'), (2, 'a'); INSERT INTO f VALUES (1, 'a')",
            to: """
                CREATE TABLE u (id int, k text, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
                CREATE TABLE u1 PARTITION OF u FOR VALUES IN ('a') PARTITION BY LIST (id);
                CREATE TABLE u11 PARTITION OF u1 FOR VALUES IN (1, 2, 3);
                CREATE TABLE f (u int, k text, CONSTRAINT to_u FOREIGN KEY (u, k) REFERENCES u);
                """,
            query: "SELECT f.* FROM f JOIN u ON u.id = f.u", up: "1|a"),
        RowCase(
            "a partition goes on refusing NULL where its whole does no longer",
            from: """
                CREATE TABLE p (a int, b int NOT NULL, c int) PARTITION BY LIST (a);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (c);
                CREATE TABLE p11 PARTITION OF p1 DEFAULT;
                CREATE TABLE p2 PARTITION OF p DEFAULT;
                """,
            rows: "INSERT INTO p VALUES (1, 2, 3)",
            to: """
                CREATE TABLE p (a int, b int, c int) PARTITION BY LIST (a);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (c);
                CREATE TABLE p11 PARTITION OF p1 DEFAULT;
                CREATE TABLE p2 PARTITION OF p DEFAULT;
                ALTER TABLE p1 ALTER b SET NOT NULL;
                """,
            query: "SELECT * FROM p", up: "1|2|3"),
        RowCase(
            "one attached index goes, so that the one of the whole is ONLY its own",
            from: """
                CREATE TABLE p (a int, b text) PARTITION BY LIST (a);
                CREATE TABLE p1 PARTITION OF p DEFAULT;
                CREATE INDEX i ON p (b);
                """,
            rows: "INSERT INTO p VALUES (1, 'x')",
            to: """
                CREATE TABLE p (a int, b text) PARTITION BY LIST (a);
                CREATE TABLE p1 PARTITION OF p DEFAULT;
                CREATE INDEX i ON ONLY p (b);
                """,
            query: "SELECT * FROM p", up: "1|x"),
        RowCase(
            "a partition is divided in another way, beside a default partition",
            from: """
                CREATE TABLE p (a int, b int, c text) PARTITION BY RANGE (a);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
                CREATE TABLE p11 PARTITION OF p1 FOR VALUES IN (1);
                CREATE TABLE p2 PARTITION OF p DEFAULT;
                CREATE INDEX i ON p (c);
                """,
            rows: "INSERT INTO p VALUES (1, 1, 'x'), (11, 1, 'y')",
            to: """
                CREATE TABLE p (a int, b int, c text) PARTITION BY RANGE (a);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY HASH (b);
                CREATE TABLE p11 PARTITION OF p1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE TABLE p2 PARTITION OF p DEFAULT;
                CREATE INDEX i ON p (c);
                """,
            query: "SELECT tableoid::regclass, a FROM p ORDER BY a", up: "p11|1\np2|11"),
        RowCase(
            "two keys of the same columns, with a partition in two levels",
            from: "CREATE TABLE town (id int, part int);", rows: "INSERT INTO town VALUES (1, 1)",
            to: """
                CREATE TABLE town (
                    id int, part int, PRIMARY KEY (id, part) DEFERRABLE INITIALLY DEFERRED,
                    UNIQUE (id, part) DEFERRABLE, CONSTRAINT a_key UNIQUE (id, part))
                    PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1) PARTITION BY LIST (part);
                CREATE TABLE town_1_1 PARTITION OF town_1 FOR VALUES IN (1);
                """,
            query: "SELECT * FROM town", up: "1|1"),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }
}
