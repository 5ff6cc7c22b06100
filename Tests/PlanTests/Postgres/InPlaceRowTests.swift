import Testing

/// What changes in place, and what the rows are after it.
@Suite struct InPlaceRowTests {
    @Test(arguments: [
        RowCase(
            "one of each",
            from: """
                CREATE TABLE t (
                    id int PRIMARY KEY, a int, g int GENERATED ALWAYS AS (a * 2) STORED,
                    g2 int GENERATED ALWAYS AS (a * 2) STORED, pl int);
                CREATE UNLOGGED TABLE u (id int);
                CREATE SEQUENCE s AS integer;
                CREATE SEQUENCE os;
                CREATE TABLE o (id int);
                CREATE INDEX oi ON o (id) WITH (fillfactor=70);
                CREATE TABLE f (
                    id int, r int, CONSTRAINT fk FOREIGN KEY (r) REFERENCES t, CONSTRAINT ck CHECK (id > 0),
                    CONSTRAINT fk2 FOREIGN KEY (r) REFERENCES t);
                CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER tg BEFORE UPDATE ON o FOR EACH ROW EXECUTE FUNCTION tf();
                CREATE POLICY po ON o FOR SELECT TO plan_reader USING (id > 0);
                CREATE TABLE pp (id int) PARTITION BY RANGE (id);
                CREATE TABLE pp1 PARTITION OF pp FOR VALUES FROM (0) TO (10);
                CREATE INDEX pp1i ON pp1 (id);
                CREATE MATERIALIZED VIEW mv AS SELECT id AS x FROM o;
                """,
            rows: """
                INSERT INTO t VALUES (1,2,DEFAULT,DEFAULT,9);
                INSERT INTO u VALUES (1);
                INSERT INTO o VALUES (1);
                INSERT INTO f VALUES (1,1);
                SELECT nextval('os'), nextval('s'), nextval('s');
                INSERT INTO pp VALUES (1);
                """,
            to: """
                CREATE TABLE t (
                    id int PRIMARY KEY, a int, g int, g2 int GENERATED ALWAYS AS (a * 3) STORED,
                    pl int GENERATED ALWAYS AS (a + 1) STORED);
                CREATE TABLE u (id int);
                CREATE SEQUENCE s AS bigint CACHE 5;
                CREATE SEQUENCE os;
                CREATE TABLE o (id int DEFAULT nextval('os'));
                ALTER SEQUENCE os OWNED BY o.id;
                CREATE INDEX oi ON o (id) WITH (fillfactor=80);
                CREATE TABLE f (
                    id int, r int, CONSTRAINT fk FOREIGN KEY (r) REFERENCES t, CONSTRAINT ck CHECK (id > 0),
                    CONSTRAINT fk2 FOREIGN KEY (r) REFERENCES t DEFERRABLE INITIALLY DEFERRED);
                CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER tg BEFORE UPDATE ON o FOR EACH ROW EXECUTE FUNCTION tf();
                ALTER TABLE o ENABLE ALWAYS TRIGGER tg;
                CREATE POLICY po ON o FOR SELECT TO plan_reader, plan_writer USING (id > 1);
                CREATE TABLE pp (id int) PARTITION BY RANGE (id);
                CREATE TABLE pp1 PARTITION OF pp FOR VALUES FROM (0) TO (10);
                CREATE INDEX ppi ON pp (id);
                CREATE MATERIALIZED VIEW mv AS SELECT id AS y FROM o;
                """,
            query: "SELECT t.id, a, g, g2, pl, u.*, pp.*, nextval('s'), nextval('os') FROM t, u, pp",
            up: """
                1|2|4|6|3|1|1|3|2
                """,
            down: """
                1|2|4|4|3|1|1|8|3
                """,
            says: [
                "ALTER COLUMN g DROP EXPRESSION", "SET LOGGED", "ALTER CONSTRAINT fk2", "ENABLE ALWAYS TRIGGER",
                "ALTER POLICY", "ALTER SEQUENCE public.s AS bigint", "OWNED BY", "ALTER INDEX public.oi SET",
            ],
            omits: ["DROP INDEX", "DROP TRIGGER", "DROP POLICY", "DROP CONSTRAINT", "DROP SEQUENCE"]),
        RowCase(
            "an index stands alone after it was part of another",
            from: """
                CREATE TABLE p (id integer, k integer) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
                CREATE INDEX i ON p (id);
                CREATE INDEX o ON p1 (k) WITH (fillfactor=70) WHERE k > 0;
                """,
            rows: "INSERT INTO p VALUES (1)",
            to: """
                CREATE TABLE p (id integer, k integer) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
                CREATE INDEX p1_id_idx ON p1 (id);
                CREATE INDEX o ON p1 (k) WITH (deduplicate_items=off) WHERE k > 0;
                """,
            query: "SELECT id FROM p", up: "1",
            says: ["ALTER INDEX public.o\n    SET (deduplicate_items='off'),\n    RESET (fillfactor)"]),
        RowCase(
            "constraints that are validated",
            from: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (p integer, CHECK (p > 0));
                ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES p NOT VALID;
                ALTER TABLE t ADD CONSTRAINT c CHECK (p < 9) NOT VALID;
                """,
            rows: "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1)",
            to: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (p integer, CHECK (p > 0));
                ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES p DEFERRABLE;
                ALTER TABLE t ADD CONSTRAINT c CHECK (p < 9);
                """,
            query: "SELECT * FROM t", up: "1", says: ["VALIDATE CONSTRAINT k", "VALIDATE CONSTRAINT c"],
            omits: ["DROP"]),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }
}
