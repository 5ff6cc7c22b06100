import Testing

/// What a table keeps that leaves a partitioned one or joins it, and what goes with an index of the whole.
@Suite struct PartitionLeavingRowTests {
    @Test(arguments: [
        RowCase(
            "a check and a column of the whole change, and the one that leaves keeps its own",
            from: """
                CREATE TABLE meal (kind int, CONSTRAINT known CHECK (kind > 0)) PARTITION BY LIST (kind);
                CREATE TABLE meal_1 PARTITION OF meal FOR VALUES IN (1);
                """,
            rows: "INSERT INTO meal VALUES (1)",
            to: """
                CREATE TABLE meal (kind int, price int, CONSTRAINT known CHECK (kind > 1)) PARTITION BY LIST (kind);
                CREATE TABLE meal_1 (kind int, CONSTRAINT known CHECK (kind > 0));
                """,
            query: "SELECT kind FROM meal_1", up: "1"),
        RowCase(
            "a table loses a column of its own before it joins",
            from: "CREATE TABLE meal (kind int) PARTITION BY LIST (kind); CREATE TABLE meal_1 (kind int, extra text);",
            rows: "INSERT INTO meal_1 VALUES (1, 'salt')",
            to: """
                CREATE TABLE meal (kind int) PARTITION BY LIST (kind);
                CREATE TABLE meal_1 PARTITION OF meal FOR VALUES IN (1);
                """,
            query: "SELECT kind FROM meal_1", up: "1"),
        RowCase(
            "from one whole to another, with a column and a check that only one of them has",
            from: """
                CREATE TABLE lunch (kind int, price int, CONSTRAINT paid CHECK (price > 0)) PARTITION BY LIST (kind);
                CREATE TABLE dinner (kind int) PARTITION BY LIST (kind);
                CREATE TABLE meal_1 PARTITION OF lunch FOR VALUES IN (1);
                """,
            rows: "INSERT INTO lunch VALUES (1, 5)",
            to: """
                CREATE TABLE lunch (kind int) PARTITION BY LIST (kind);
                CREATE TABLE dinner (kind int, price int, CONSTRAINT paid CHECK (price > 0)) PARTITION BY LIST (kind);
                CREATE TABLE meal_1 PARTITION OF dinner FOR VALUES IN (1);
                """,
            query: "SELECT kind, price FROM meal_1", up: "1|5"),
        RowCase(
            "one goes while a foreign key to the whole changes",
            from: """
                CREATE TABLE town (id int PRIMARY KEY) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                CREATE TABLE town_2 PARTITION OF town FOR VALUES IN (2);
                CREATE TABLE street (town int, CONSTRAINT lies FOREIGN KEY (town) REFERENCES town);
                """,
            rows: "INSERT INTO town VALUES (1); INSERT INTO street VALUES (1)",
            to: """
                CREATE TABLE town (id int PRIMARY KEY) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                CREATE TABLE street (town int, CONSTRAINT lies FOREIGN KEY (town) REFERENCES town ON DELETE CASCADE);
                """,
            query: "SELECT town FROM street", up: "1"),
        RowCase(
            "a key of a partition stands among the parts of an index, which goes or becomes a key",
            from: """
                CREATE TABLE town (id int NOT NULL, name text NOT NULL) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town (CONSTRAINT own UNIQUE (id)) FOR VALUES IN (1);
                CREATE UNIQUE INDEX whole ON town (id);
                CREATE TABLE port (id int NOT NULL) PARTITION BY LIST (id);
                CREATE TABLE port_1 PARTITION OF port (CONSTRAINT port_own UNIQUE (id)) FOR VALUES IN (1);
                CREATE TABLE port_2 PARTITION OF port FOR VALUES IN (2);
                CREATE UNIQUE INDEX port_whole ON port (id);
                """,
            rows: "INSERT INTO town VALUES (1, 'a'); INSERT INTO port VALUES (1), (2)",
            to: """
                CREATE TABLE town (id int NOT NULL, name text NOT NULL) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town (CONSTRAINT own UNIQUE (id)) FOR VALUES IN (1);
                CREATE TABLE port (id int NOT NULL) PARTITION BY LIST (id);
                CREATE TABLE port_1 PARTITION OF port (CONSTRAINT port_own UNIQUE (id)) FOR VALUES IN (1);
                CREATE TABLE port_2 PARTITION OF port FOR VALUES IN (2);
                ALTER TABLE port ADD CONSTRAINT port_whole UNIQUE (id);
                """,
            query: "SELECT (SELECT count(*) FROM town), (SELECT count(*) FROM port)", up: "1|2"),
        RowCase(
            "the parts of indexes and keys have what is said of them after a type has changed",
            from: """
                CREATE TABLE town (id int, size int NOT NULL, name varchar(9), PRIMARY KEY (id)) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                CREATE INDEX by_size ON town_1 (size); CREATE INDEX town_size ON town (size);
                CREATE UNIQUE INDEX ON town (id, size); ALTER TABLE town_1 REPLICA IDENTITY USING INDEX town_1_id_size_idx;
                CREATE INDEX town_name ON town (name);
                COMMENT ON CONSTRAINT town_1_pkey ON town_1 IS 'one of one'; ALTER TABLE town_1 CLUSTER ON by_size;
                """,
            rows: "INSERT INTO town VALUES (1, 2, 'a')",
            to: """
                CREATE TABLE town (id int, size bigint NOT NULL, name varchar(20), PRIMARY KEY (id))
                    PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                CREATE INDEX by_size ON town_1 (size); CREATE INDEX town_size ON town (size);
                CREATE UNIQUE INDEX ON town (id, size); ALTER TABLE town_1 REPLICA IDENTITY USING INDEX town_1_id_size_idx;
                CREATE INDEX town_name ON town (name);
                COMMENT ON CONSTRAINT town_1_pkey ON town_1 IS 'one of one'; ALTER TABLE town_1 CLUSTER ON by_size;
                """,
            query: "SELECT * FROM town", up: "1|2|a", omits: ["DROP INDEX public.town_name"]),
        RowCase(
            "a bound in the middle changes while a new one comes below it and a column to the whole",
            from: """
                CREATE TABLE town (id int, part int) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1) PARTITION BY LIST (part);
                CREATE TABLE town_1_1 PARTITION OF town_1 FOR VALUES IN (1);
                """,
            rows: "INSERT INTO town VALUES (1, 1)",
            to: """
                CREATE TABLE town (id int, part int, name text) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1, 2) PARTITION BY LIST (part);
                CREATE TABLE town_1_1 PARTITION OF town_1 FOR VALUES IN (1);
                CREATE TABLE town_1_2 PARTITION OF town_1 FOR VALUES IN (2);
                """,
            query: "SELECT id, part FROM town", up: "1|1"),
        RowCase(
            "the same while a column gets another type, under a key",
            from: """
                CREATE TABLE town (id int, part int, size int, PRIMARY KEY (id, part)) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1) PARTITION BY LIST (part);
                CREATE TABLE town_1_1 PARTITION OF town_1 FOR VALUES IN (1);
                """,
            rows: "INSERT INTO town VALUES (1, 1, 5)",
            to: """
                CREATE TABLE town (id int, part int, size bigint, PRIMARY KEY (id, part)) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1, 2) PARTITION BY LIST (part);
                CREATE TABLE town_1_1 PARTITION OF town_1 FOR VALUES IN (1);
                CREATE TABLE a_town_1_2 PARTITION OF town_1 FOR VALUES IN (2);
                """,
            query: "SELECT id, part, size FROM town", up: "1|1|5"),
        RowCase(
            "a foreign key to a partition finds the key that stays",
            from: """
                CREATE TABLE town (id int, part int, PRIMARY KEY (id, part) DEFERRABLE, CONSTRAINT other UNIQUE (id, part))
                    PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1); CREATE TABLE street (id int, part int);
                """,
            rows: "INSERT INTO town VALUES (1, 1); INSERT INTO street VALUES (1, 1)",
            to: """
                CREATE TABLE town (id int, part int, PRIMARY KEY (id, part)) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                CREATE TABLE street (id int, part int, FOREIGN KEY (id, part) REFERENCES town_1);
                """,
            query: "SELECT id, part FROM street", up: "1|1"),
        RowCase(
            "an index of the whole alone stays so while its column gets another type",
            from: """
                CREATE TABLE town (id int, size varchar(3)) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1); CREATE INDEX town_size ON ONLY town (size);
                """,
            rows: "INSERT INTO town VALUES (1, 'a')",
            to: """
                CREATE TABLE town (id int, size text) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1); CREATE INDEX town_size ON ONLY town (size);
                """,
            query: "SELECT id, size FROM town", up: "1|a"),
        RowCase(
            "a table between goes to another whole with a check that both have, and gets a partition",
            from: """
                CREATE TABLE land (id int, part int, CONSTRAINT small CHECK (part < 9)) PARTITION BY LIST (id);
                CREATE TABLE town PARTITION OF land FOR VALUES IN (1) PARTITION BY LIST (part);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                """,
            rows: "INSERT INTO land VALUES (1, 1)",
            to: """
                CREATE TABLE realm (id int, part int, CONSTRAINT small CHECK (part < 9)) PARTITION BY LIST (id);
                CREATE TABLE realm_1 PARTITION OF realm FOR VALUES IN (1) PARTITION BY LIST (id);
                CREATE TABLE town PARTITION OF realm_1 FOR VALUES IN (1) PARTITION BY LIST (part);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                CREATE TABLE a_town_2 PARTITION OF town FOR VALUES IN (2);
                """,
            query: "SELECT id, part FROM town", up: "1|1"),
        RowCase(
            "a partition of a table that is made anew gets a column",
            from: """
                CREATE TABLE town (id text, size int) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN ('1');
                """,
            rows: "INSERT INTO town VALUES ('1', 5)",
            to: """
                CREATE TABLE town (id int, size int, name text) PARTITION BY LIST (id);
                CREATE TABLE town_1 PARTITION OF town FOR VALUES IN (1);
                """,
            query: "SELECT id, size FROM town", up: "1|5"),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }
}
