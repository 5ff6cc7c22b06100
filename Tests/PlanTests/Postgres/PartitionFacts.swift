/// What the server does with partitions by itself, one line of the page each: a statement, and what is there after it.
///
/// The tables are `p`, partitioned by a list of `a`, and its partitions `c1` and `c2`. What was made by hand for the sake of
/// the fact is called `own`; names that the server chooses for the parts of foreign keys differ from version to version.
struct PartitionFact: Sendable, CustomStringConvertible {
    enum Outcome: Sendable {
        /// Lines of ``PartitionView`` that hold a word.
        case sees(String, [String])
        case refused(String)
    }

    /// As the page has it.
    let name: String
    var setup = ""
    let statement: String
    let outcome: Outcome
    /// Another outcome from a version on.
    var later: (version: Int, outcome: Outcome)?

    var description: String { name }

    static let tables = """
        CREATE TABLE p (a integer NOT NULL, b integer) PARTITION BY LIST (a);
        CREATE TABLE c1 PARTITION OF p FOR VALUES IN (1);
        CREATE TABLE c2 PARTITION OF p FOR VALUES IN (2);
        CREATE TABLE o (x integer PRIMARY KEY);
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
        """

    static let all: [PartitionFact] =
        creation + attachment + detachment + indexes + keys + foreignKeys + checks + columns

    private static let creation = [
        PartitionFact(
            name: "CREATE makes indexes", setup: "CREATE INDEX pb ON p (b); CREATE INDEX po ON ONLY p (b DESC)",
            statement: "CREATE TABLE c3 PARTITION OF p FOR VALUES IN (3)",
            outcome: .sees("on c3", ["index c3_b_idx on c3 of pb", "index c3_b_idx1 on c3 of po"])),
        PartitionFact(
            name: "CREATE makes keys", setup: "ALTER TABLE p ADD PRIMARY KEY (a), ADD UNIQUE (a, b)",
            statement: "CREATE TABLE c3 PARTITION OF p FOR VALUES IN (3)",
            outcome: .sees(
                "key c3", ["primary key c3_pkey on c3 of p_pkey", "unique key c3_a_b_key on c3 of p_a_b_key"])),
        PartitionFact(
            name: "CREATE copies checks", setup: "ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0)",
            statement: "CREATE TABLE c3 PARTITION OF p FOR VALUES IN (3)",
            outcome: .sees("on c3", ["check positive on c3, inherited"])),
        PartitionFact(
            name: "CREATE makes foreign keys",
            setup: "ALTER TABLE p ADD CONSTRAINT away FOREIGN KEY (b) REFERENCES o",
            statement: "CREATE TABLE c3 PARTITION OF p FOR VALUES IN (3)",
            outcome: .sees("on c3", ["foreign key away on c3 to o of away"])),
        PartitionFact(
            name: "CREATE makes row triggers",
            setup: """
                CREATE TRIGGER each AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
                CREATE TRIGGER once AFTER INSERT ON p FOR EACH STATEMENT EXECUTE FUNCTION f()
                """,
            statement: "CREATE TABLE c3 PARTITION OF p FOR VALUES IN (3)",
            outcome: .sees("on c3", ["trigger each on c3 of each"])),
        PartitionFact(
            name: "DROP of a whole takes partitions", statement: "DROP TABLE p",
            outcome: .sees("table", ["table o"])),
        PartitionFact(
            name: "DROP of a partition under a foreign key",
            setup: "ALTER TABLE p ADD PRIMARY KEY (a); CREATE TABLE r (x integer REFERENCES p)",
            statement: "DROP TABLE c1", outcome: .refused("because other objects depend on it")),
    ]

    private static let attachment = [
        PartitionFact(
            name: "ATTACH adopts one index, makes the others",
            setup: """
                CREATE INDEX pa ON p (a); CREATE INDEX pb ON p (b);
                CREATE TABLE c3 (a integer NOT NULL, b integer); CREATE INDEX own ON c3 (b); CREATE INDEX own2 ON c3 (b)
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .sees("on c3", ["index c3_a_idx on c3 of pa", "index own on c3 of pb", "index own2 on c3"])),
        PartitionFact(
            name: "ATTACH passes over an index that is not valid",
            setup: """
                CREATE INDEX pb ON p (b);
                CREATE TABLE c3 (a integer NOT NULL, b integer) PARTITION BY LIST (a);
                CREATE TABLE c3a PARTITION OF c3 FOR VALUES IN (3);
                CREATE INDEX own ON ONLY c3 (b)
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .sees("on c3 ", ["index c3_b_idx on c3 of pb", "index own on c3 , not valid"])),
        PartitionFact(
            name: "ATTACH leaves the whole's index as it is",
            setup: """
                CREATE INDEX pb ON ONLY p (b); CREATE TABLE c3 (a integer NOT NULL, b integer);
                ALTER TABLE p DETACH PARTITION c1; ALTER TABLE p DETACH PARTITION c2
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .sees("pb", ["index c3_b_idx on c3 of pb", "index pb on p , not valid"])),
        PartitionFact(
            name: "ATTACH adopts a key",
            setup: """
                ALTER TABLE p ADD PRIMARY KEY (a);
                CREATE TABLE c3 (a integer NOT NULL, b integer, CONSTRAINT own PRIMARY KEY (a))
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .sees("on c3", ["primary key own on c3 of p_pkey"])),
        PartitionFact(
            name: "ATTACH takes no unique index for a key",
            setup: """
                ALTER TABLE p ADD PRIMARY KEY (a);
                CREATE TABLE c3 (a integer NOT NULL, b integer); CREATE UNIQUE INDEX own ON c3 (a)
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .sees("on c3", ["index own on c3", "primary key c3_pkey on c3 of p_pkey"])),
        PartitionFact(
            name: "ATTACH asks for NOT NULL", setup: "CREATE TABLE c3 (a integer, b integer)",
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .refused("must be marked NOT NULL")),
        PartitionFact(
            name: "ATTACH asks for checks",
            setup: """
                ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0); CREATE TABLE c3 (a integer NOT NULL, b integer)
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .refused("child table is missing constraint")),
        PartitionFact(
            name: "ATTACH makes a check an inherited one",
            setup: """
                ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0);
                CREATE TABLE c3 (a integer NOT NULL, b integer, CONSTRAINT positive CHECK (b > 0))
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .sees("on c3", ["check positive on c3, inherited"])),
        PartitionFact(
            name: "ATTACH adopts a foreign key",
            setup: """
                ALTER TABLE p ADD CONSTRAINT away FOREIGN KEY (b) REFERENCES o;
                CREATE TABLE c3 (a integer NOT NULL, b integer, CONSTRAINT own FOREIGN KEY (b) REFERENCES o)
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .sees("on c3", ["foreign key own on c3 to o of away"])),
        PartitionFact(
            name: "ATTACH adopts no trigger",
            setup: """
                CREATE TRIGGER each AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
                CREATE TABLE c3 (a integer NOT NULL, b integer);
                CREATE TRIGGER each AFTER INSERT ON c3 FOR EACH ROW EXECUTE FUNCTION f()
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .refused("trigger \"each\" for relation \"c3\" already exists")),
        PartitionFact(
            name: "ATTACH looks for rows of the default partition",
            setup: """
                CREATE TABLE d PARTITION OF p DEFAULT; INSERT INTO p VALUES (3);
                CREATE TABLE c3 (a integer NOT NULL, b integer)
                """,
            statement: "ALTER TABLE p ATTACH PARTITION c3 FOR VALUES IN (3)",
            outcome: .refused("default partition \"d\" would be violated by some row")),
    ]

    private static let detachment = [
        PartitionFact(
            name: "DETACH leaves indexes and keys",
            setup: "CREATE INDEX pb ON p (b); ALTER TABLE p ADD PRIMARY KEY (a)",
            statement: "ALTER TABLE p DETACH PARTITION c1",
            outcome: .sees("on c1", ["index c1_b_idx on c1", "primary key c1_pkey on c1"])),
        PartitionFact(
            name: "DETACH leaves checks and foreign keys",
            setup: """
                ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0);
                ALTER TABLE p ADD CONSTRAINT away FOREIGN KEY (b) REFERENCES o
                """,
            statement: "ALTER TABLE p DETACH PARTITION c1",
            outcome: .sees("on c1", ["check positive on c1", "foreign key away on c1 to o"])),
        PartitionFact(
            name: "DETACH takes triggers",
            setup: "CREATE TRIGGER each AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f()",
            statement: "ALTER TABLE p DETACH PARTITION c1",
            outcome: .sees("trigger", ["trigger each on c2 of each", "trigger each on p"])),
        PartitionFact(
            name: "DETACH takes references",
            setup: """
                ALTER TABLE p ADD PRIMARY KEY (a);
                CREATE TABLE r (x integer, CONSTRAINT own FOREIGN KEY (x) REFERENCES p)
                """,
            statement: "ALTER TABLE p DETACH PARTITION c1",
            outcome: .sees(
                "on r",
                [
                    "foreign key of the server's name on r to c2 of own", "foreign key own on r to p",
                ])),
        PartitionFact(
            name: "DETACH looks for references to rows",
            setup: """
                ALTER TABLE p ADD PRIMARY KEY (a); INSERT INTO p VALUES (1);
                CREATE TABLE r (x integer REFERENCES p); INSERT INTO r VALUES (1)
                """,
            statement: "ALTER TABLE p DETACH PARTITION c1",
            outcome: .refused("violates foreign key constraint")),
    ]

    private static let checks = [
        PartitionFact(
            name: "ADD CHECK merges", setup: "ALTER TABLE c1 ADD CONSTRAINT positive CHECK (b > 0)",
            statement: "ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0)",
            outcome: .sees(
                "check",
                [
                    "check positive on c1, inherited", "check positive on c2, inherited", "check positive on p",
                ])),
        PartitionFact(
            name: "ADD CHECK meets another of the name",
            setup: "ALTER TABLE c1 ADD CONSTRAINT positive CHECK (b > 1)",
            statement: "ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0)",
            outcome: .refused("constraint \"positive\" for relation \"c1\" already exists")),
        PartitionFact(
            name: "ADD CHECK to ONLY the whole",
            statement: "ALTER TABLE ONLY p ADD CONSTRAINT positive CHECK (b > 0)",
            outcome: .refused("constraint must be added to child tables too")),
        PartitionFact(
            name: "DROP CONSTRAINT of a part's check",
            setup: "ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0)",
            statement: "ALTER TABLE c1 DROP CONSTRAINT positive",
            outcome: .refused("cannot drop inherited constraint")),
        PartitionFact(
            name: "DROP CONSTRAINT of the whole's check",
            setup: """
                ALTER TABLE c1 ADD CONSTRAINT positive CHECK (b > 0);
                ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0)
                """,
            statement: "ALTER TABLE p DROP CONSTRAINT positive", outcome: .sees("check", [])),
        PartitionFact(
            name: "DROP CONSTRAINT of ONLY the whole's check",
            setup: "ALTER TABLE p ADD CONSTRAINT positive CHECK (b > 0)",
            statement: "ALTER TABLE ONLY p DROP CONSTRAINT positive",
            outcome: .refused("cannot remove constraint from only the partitioned table"),
            later: (18, .sees("check", ["check positive on c1", "check positive on c2"]))),
    ]

    private static let columns = [
        PartitionFact(
            name: "SET NOT NULL goes down", statement: "ALTER TABLE p ALTER b SET NOT NULL",
            outcome: .sees(
                "b integer",
                ["column c1.b integer not null", "column c2.b integer not null", "column p.b integer not null"])),
        PartitionFact(
            name: "DROP NOT NULL goes down", setup: "ALTER TABLE p ALTER b SET NOT NULL",
            statement: "ALTER TABLE p ALTER b DROP NOT NULL",
            outcome: .sees("b integer", ["column c1.b integer", "column c2.b integer", "column p.b integer"])),
        PartitionFact(
            name: "DROP NOT NULL leaves a part's own",
            setup: "ALTER TABLE c1 ALTER b SET NOT NULL; ALTER TABLE p ALTER b SET NOT NULL",
            statement: "ALTER TABLE p ALTER b DROP NOT NULL",
            outcome: .sees("b integer", ["column c1.b integer", "column c2.b integer", "column p.b integer"]),
            later: (
                18, .sees("b integer", ["column c1.b integer not null", "column c2.b integer", "column p.b integer"])
            )),
        PartitionFact(
            name: "DROP NOT NULL of a part", setup: "ALTER TABLE p ALTER b SET NOT NULL",
            statement: "ALTER TABLE c1 ALTER b DROP NOT NULL",
            outcome: .refused("column \"b\" is marked NOT NULL in parent table")),
        PartitionFact(
            name: "ADD COLUMN to ONLY the whole", statement: "ALTER TABLE ONLY p ADD c integer",
            outcome: .refused("column must be added to child tables too")),
        PartitionFact(
            name: "DROP COLUMN of the key", statement: "ALTER TABLE p DROP a",
            outcome: .refused("because it is part of the partition key")),
        PartitionFact(
            name: "DROP COLUMN of a part", statement: "ALTER TABLE c1 DROP b",
            outcome: .refused("cannot drop inherited column \"b\"")),
        PartitionFact(
            name: "ALTER TYPE of a part", statement: "ALTER TABLE c1 ALTER b TYPE bigint",
            outcome: .refused("cannot alter inherited column \"b\"")),
        PartitionFact(
            name: "SET DEFAULT goes down", setup: "ALTER TABLE c1 ALTER b SET DEFAULT 1",
            statement: "ALTER TABLE p ALTER b SET DEFAULT 2",
            outcome: .sees(
                "b integer",
                ["column c1.b integer default 2", "column c2.b integer default 2", "column p.b integer default 2"])),
        PartitionFact(
            name: "SET DEFAULT of ONLY the whole", setup: "ALTER TABLE c1 ALTER b SET DEFAULT 1",
            statement: "ALTER TABLE ONLY p ALTER b SET DEFAULT 2",
            outcome: .sees(
                "b integer", ["column c1.b integer default 1", "column c2.b integer", "column p.b integer default 2"])),
    ]
}
