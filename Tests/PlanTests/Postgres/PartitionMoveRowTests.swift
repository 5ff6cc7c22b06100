import Testing

/// Rows that go from one partition to another: for whoever refers to them, or watches them come and go, they stay.
@Suite struct PartitionMoveRowTests {
    @Test(arguments: [
        RowCase(
            "out of the default partition, under foreign keys to the whole",
            from: """
                CREATE TABLE parcel (id int PRIMARY KEY, inside int REFERENCES parcel ON DELETE CASCADE)
                    PARTITION BY LIST (id);
                CREATE TABLE parcel_rest PARTITION OF parcel DEFAULT;
                CREATE TABLE scan (parcel int REFERENCES parcel ON DELETE CASCADE);
                CREATE TABLE note (parcel int REFERENCES parcel ON DELETE SET NULL);
                """,
            rows: """
                INSERT INTO parcel VALUES (1, NULL), (2, 1);
                INSERT INTO scan VALUES (1), (2); INSERT INTO note VALUES (1);
                """,
            to: """
                CREATE TABLE parcel (id int PRIMARY KEY, inside int REFERENCES parcel ON DELETE CASCADE)
                    PARTITION BY LIST (id);
                CREATE TABLE parcel_rest PARTITION OF parcel DEFAULT;
                CREATE TABLE parcel_1 PARTITION OF parcel FOR VALUES IN (1);
                CREATE TABLE scan (parcel int REFERENCES parcel ON DELETE CASCADE);
                CREATE TABLE note (parcel int REFERENCES parcel ON DELETE SET NULL);
                """,
            query: """
                SELECT (SELECT string_agg(tableoid::regclass || ' ' || id, ', ' ORDER BY id) FROM parcel),
                       (SELECT string_agg(parcel::text, ', ' ORDER BY parcel) FROM scan),
                       (SELECT string_agg(parcel::text, ', ') FROM note)
                """,
            up: "parcel_1 1, parcel_rest 2|1, 2|1", refusesDown: true),
        RowCase(
            "past the triggers of the partitions and of the whole",
            from: """
                CREATE TABLE trip (day int) PARTITION BY RANGE (day);
                CREATE TABLE trip_a PARTITION OF trip FOR VALUES FROM (0) TO (20);
                CREATE TABLE trip_b PARTITION OF trip FOR VALUES FROM (20) TO (30);
                CREATE TABLE log (what text);
                CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                CREATE FUNCTION record() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN INSERT INTO log VALUES (TG_OP); RETURN OLD; END $$;
                CREATE TRIGGER record AFTER DELETE ON trip FOR EACH ROW EXECUTE FUNCTION record();
                CREATE TRIGGER swallow BEFORE INSERT ON trip_b FOR EACH ROW EXECUTE FUNCTION swallow();
                """,
            rows: """
                INSERT INTO trip VALUES (15);
                ALTER TABLE trip_b DISABLE TRIGGER swallow; INSERT INTO trip VALUES (25);
                ALTER TABLE trip_b ENABLE TRIGGER swallow;
                """,
            to: """
                CREATE TABLE trip (day int) PARTITION BY RANGE (day);
                CREATE TABLE trip_a PARTITION OF trip FOR VALUES FROM (0) TO (10);
                CREATE TABLE trip_b PARTITION OF trip FOR VALUES FROM (10) TO (30);
                CREATE TABLE log (what text);
                CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                CREATE FUNCTION record() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN INSERT INTO log VALUES (TG_OP); RETURN OLD; END $$;
                CREATE TRIGGER record AFTER DELETE ON trip FOR EACH ROW EXECUTE FUNCTION record();
                CREATE TRIGGER swallow BEFORE INSERT ON trip_b FOR EACH ROW EXECUTE FUNCTION swallow();
                """,
            query: "SELECT (SELECT string_agg(tableoid::regclass || ' ' || day, ', ') FROM trip), count(*) FROM log",
            up: "trip_b 25, trip_b 15|0", down: "trip_a 15, trip_b 25|0"),
        RowCase(
            "to the partition itself, where the whole is none any longer but the parent of it",
            from: """
                CREATE TABLE reading (site int) PARTITION BY LIST (site);
                CREATE TABLE reading_1 PARTITION OF reading FOR VALUES IN (1);
                """,
            rows: "INSERT INTO reading VALUES (1)",
            to: "CREATE TABLE reading (site int); CREATE TABLE reading_1 () INHERITS (reading);",
            query: "SELECT tableoid::regclass, site FROM reading", up: "reading_1|1"),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }

    @Test(
        "a row that a foreign key finds in its own partition alone is not lost without a word",
        arguments: [
            RowCase(
                "cascades",
                from: """
                    CREATE TABLE trip (day int PRIMARY KEY) PARTITION BY RANGE (day);
                    CREATE TABLE trip_a PARTITION OF trip FOR VALUES FROM (0) TO (20);
                    CREATE TABLE trip_b PARTITION OF trip FOR VALUES FROM (20) TO (30);
                    CREATE TABLE stop (day int REFERENCES trip_a ON DELETE CASCADE);
                    """,
                rows: "INSERT INTO trip VALUES (15); INSERT INTO stop VALUES (15)",
                to: """
                    CREATE TABLE trip (day int PRIMARY KEY) PARTITION BY RANGE (day);
                    CREATE TABLE trip_a PARTITION OF trip FOR VALUES FROM (0) TO (10);
                    CREATE TABLE trip_b PARTITION OF trip FOR VALUES FROM (10) TO (30);
                    CREATE TABLE stop (day int REFERENCES trip_a ON DELETE CASCADE);
                    """,
                query: "SELECT count(*) FROM stop", up: "1")
        ])
    func refuses(_ test: RowCase) async throws { try await test.checkRefused() }
}
