/// Indexes, keys and foreign keys of partitioned tables.
extension PartitionFact {
    static let indexes = [
        PartitionFact(
            name: "CREATE INDEX adopts and makes", setup: "CREATE INDEX own ON c1 (b)",
            statement: "CREATE INDEX pb ON p (b)",
            outcome: .sees("index", ["index c2_b_idx on c2 of pb", "index own on c1 of pb", "index pb on p "])),
        PartitionFact(
            name: "CREATE INDEX passes over what is attached", setup: "CREATE INDEX pb ON p (b)",
            statement: "CREATE INDEX second ON p (b)",
            outcome: .sees(
                "second",
                ["index c1_b_idx1 on c1 of second", "index c2_b_idx1 on c2 of second", "index second on p "])),
        PartitionFact(
            name: "CREATE INDEX ON ONLY", setup: "CREATE INDEX own ON c1 (b)",
            statement: "CREATE INDEX pb ON ONLY p (b)",
            outcome: .sees("index", ["index own on c1", "index pb on p , not valid"])),
        PartitionFact(
            name: "CREATE INDEX ON ONLY without partitions", setup: "DROP TABLE c1, c2",
            statement: "CREATE INDEX pb ON ONLY p (b)", outcome: .sees("index", ["index pb on p "])),
        PartitionFact(
            name: "ALTER INDEX ATTACH, the last one",
            setup: """
                CREATE INDEX pb ON ONLY p (b); CREATE INDEX own ON c1 (b); CREATE INDEX own2 ON c2 (b);
                ALTER INDEX pb ATTACH PARTITION own
                """,
            statement: "ALTER INDEX pb ATTACH PARTITION own2",
            outcome: .sees("index", ["index own on c1 of pb", "index own2 on c2 of pb", "index pb on p "])),
        PartitionFact(
            name: "ALTER INDEX ATTACH of what is attached",
            setup: "CREATE INDEX pb ON ONLY p (b); CREATE INDEX own ON c1 (b); ALTER INDEX pb ATTACH PARTITION own",
            statement: "ALTER INDEX pb ATTACH PARTITION own",
            outcome: .sees("index", ["index own on c1 of pb", "index pb on p , not valid"])),
        PartitionFact(
            name: "ALTER INDEX ATTACH of a second one",
            setup: "CREATE INDEX pb ON p (b); CREATE INDEX own ON c1 (b)",
            statement: "ALTER INDEX pb ATTACH PARTITION own",
            outcome: .refused("cannot attach index \"own\" as a partition of index \"pb\"")),
        PartitionFact(
            name: "DROP INDEX of a part", setup: "CREATE INDEX pb ON p (b)", statement: "DROP INDEX c1_b_idx",
            outcome: .refused("because index pb requires it")),
        PartitionFact(
            name: "DROP INDEX of the whole",
            setup: "CREATE INDEX own ON c1 (b); CREATE INDEX pb ON p (b); CREATE INDEX own2 ON c1 (b)",
            statement: "DROP INDEX pb", outcome: .sees("index", ["index own2 on c1"])),
        PartitionFact(
            name: "DROP INDEX over a part that is a key",
            setup: "ALTER TABLE c1 ADD CONSTRAINT own UNIQUE (a); CREATE UNIQUE INDEX pa ON p (a)",
            statement: "DROP INDEX pa", outcome: .refused("because other objects depend on it")),
        PartitionFact(
            name: "ALTER TYPE under an index", setup: "CREATE INDEX own ON c1 (b); CREATE INDEX pb ON p (b)",
            statement: "ALTER TABLE p ALTER COLUMN b TYPE bigint",
            outcome: .sees("index", ["index c1_b_idx on c1 of pb", "index c2_b_idx on c2 of pb", "index pb on p "])),
        PartitionFact(
            name: "ALTER TYPE under an index ON ONLY", setup: "CREATE INDEX pb ON ONLY p (b)",
            statement: "ALTER TABLE p ALTER COLUMN b TYPE bigint",
            outcome: .sees("index", ["index c1_b_idx on c1 of pb", "index c2_b_idx on c2 of pb", "index pb on p "])),
    ]

    static let keys = [
        PartitionFact(
            name: "ADD key adopts and makes",
            setup: "CREATE UNIQUE INDEX own ON c1 (a); ALTER TABLE c2 ADD CONSTRAINT own2 PRIMARY KEY (a)",
            statement: "ALTER TABLE p ADD PRIMARY KEY (a)",
            outcome: .sees(
                "on c",
                [
                    "index own on c1", "primary key c1_pkey on c1 of p_pkey", "primary key own2 on c2 of p_pkey",
                ])),
        PartitionFact(
            name: "ADD key to ONLY the whole", statement: "ALTER TABLE ONLY p ADD CONSTRAINT k UNIQUE (a)",
            outcome: .sees(" k", ["unique key k on p , not valid"])),
        PartitionFact(
            name: "ALTER INDEX ATTACH of a unique index to a key",
            setup: "ALTER TABLE ONLY p ADD CONSTRAINT k UNIQUE (a); CREATE UNIQUE INDEX own ON c1 (a)",
            statement: "ALTER INDEX k ATTACH PARTITION own",
            outcome: .refused("cannot attach index \"own\" as a partition of index \"k\"")),
        PartitionFact(
            name: "ALTER INDEX ATTACH of a key to a unique index",
            setup: "CREATE UNIQUE INDEX k ON ONLY p (a); ALTER TABLE c1 ADD CONSTRAINT own UNIQUE (a)",
            statement: "ALTER INDEX k ATTACH PARTITION own",
            outcome: .sees("own", ["unique key own on c1 of k"])),
        PartitionFact(
            name: "DROP CONSTRAINT of a part's key", setup: "ALTER TABLE p ADD PRIMARY KEY (a)",
            statement: "ALTER TABLE c1 DROP CONSTRAINT c1_pkey",
            outcome: .refused("cannot drop inherited constraint \"c1_pkey\"")),
        PartitionFact(
            name: "DROP CONSTRAINT of the whole's key",
            setup: "CREATE UNIQUE INDEX own ON c1 (a); ALTER TABLE p ADD PRIMARY KEY (a)",
            statement: "ALTER TABLE p DROP CONSTRAINT p_pkey", outcome: .sees("on c", ["index own on c1"])),
        PartitionFact(
            name: "DROP CONSTRAINT under a reference to a part",
            setup: "ALTER TABLE p ADD PRIMARY KEY (a); CREATE TABLE r (x integer REFERENCES c1)",
            statement: "ALTER TABLE p DROP CONSTRAINT p_pkey",
            outcome: .refused("because other objects depend on it")),
    ]

    static let foreignKeys = [
        PartitionFact(
            name: "ADD FOREIGN KEY of the whole",
            setup: "ALTER TABLE c1 ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES o",
            statement: "ALTER TABLE p ADD CONSTRAINT own_too FOREIGN KEY (b) REFERENCES o",
            outcome: .sees(
                "foreign",
                [
                    "foreign key own on c1 to o of own_too", "foreign key own_too on c2 to o of own_too",
                    "foreign key own_too on p to o",
                ])),
        PartitionFact(
            name: "ADD FOREIGN KEY under a name that is taken",
            setup: "ALTER TABLE c2 ADD CONSTRAINT away CHECK (b > 0)",
            statement: "ALTER TABLE p ADD CONSTRAINT away FOREIGN KEY (b) REFERENCES o",
            outcome: .sees("on c2", ["check away on c2", "foreign key of the server's name on c2 to o of away"])),
        PartitionFact(
            name: "ADD FOREIGN KEY to ONLY the whole",
            statement: "ALTER TABLE ONLY p ADD CONSTRAINT away FOREIGN KEY (b) REFERENCES o",
            outcome: .refused("cannot use ONLY for foreign key on partitioned table")),
        PartitionFact(
            name: "ADD FOREIGN KEY that refers to the whole",
            setup: "ALTER TABLE p ADD PRIMARY KEY (a); CREATE TABLE r (x integer)",
            statement: "ALTER TABLE r ADD CONSTRAINT own FOREIGN KEY (x) REFERENCES p",
            outcome: .sees(
                "on r",
                [
                    "foreign key of the server's name on r to c1 of own",
                    "foreign key of the server's name on r to c2 of own", "foreign key own on r to p",
                ])),
        PartitionFact(
            name: "ADD FOREIGN KEY to a key that is not valid",
            setup: "ALTER TABLE ONLY p ADD CONSTRAINT k UNIQUE (a); CREATE TABLE r (x integer)",
            statement: "ALTER TABLE r ADD FOREIGN KEY (x) REFERENCES p (a)",
            outcome: .refused("there is no unique constraint matching given keys")),
        PartitionFact(
            name: "DROP CONSTRAINT of a part's foreign key",
            setup: "ALTER TABLE p ADD CONSTRAINT away FOREIGN KEY (b) REFERENCES o",
            statement: "ALTER TABLE c1 DROP CONSTRAINT away", outcome: .refused("cannot drop inherited constraint")),
        PartitionFact(
            name: "DROP CONSTRAINT of the whole's foreign key",
            setup: """
                ALTER TABLE c1 ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES o;
                ALTER TABLE p ADD CONSTRAINT away FOREIGN KEY (b) REFERENCES o
                """,
            statement: "ALTER TABLE p DROP CONSTRAINT away", outcome: .sees("foreign", [])),
    ]
}
