import Testing

/// Rows under changes of how a table is partitioned.
@Suite struct PartitionRowTests {
    @Test(arguments: [
        RowCase(
            "rows of a partition that goes, to the default one, while a type is made anew",
            from: """
                CREATE TYPE r AS RANGE (subtype = integer); CREATE TYPE c AS (x integer, y r);
                CREATE TABLE t (v c, k integer) PARTITION BY LIST (k);
                CREATE TABLE a PARTITION OF t FOR VALUES IN (2, 3); CREATE TABLE d PARTITION OF t DEFAULT;
                """,
            rows: "INSERT INTO t VALUES (ROW(1, '[1,2)'), 2), (ROW(1, '[3,4)'), 3)",
            to: """
                CREATE TYPE r AS RANGE (subtype = integer, multirange_type_name = other); CREATE TYPE c AS (x integer, y r);
                CREATE TABLE t (v c, k integer) PARTITION BY LIST (k);
                CREATE TABLE z PARTITION OF t FOR VALUES IN (2); CREATE TABLE d PARTITION OF t DEFAULT;
                """,
            query: "SELECT v::text, k FROM t ORDER BY k", up: "(1,\"[1,2)\")|2\n(1,\"[3,4)\")|3"),
        RowCase(
            "bounds of texts that look like numbers",
            from: """
                CREATE TABLE t (k text) PARTITION BY RANGE (k);
                CREATE TABLE a PARTITION OF t FOR VALUES FROM ('1') TO ('3');
                CREATE TABLE b PARTITION OF t FOR VALUES FROM ('3') TO ('9');
                """,
            rows: "INSERT INTO t VALUES ('15'), ('25'), ('4')",
            to: """
                CREATE TABLE t (k text) PARTITION BY RANGE (k);
                CREATE TABLE a PARTITION OF t FOR VALUES FROM ('1') TO ('20');
                CREATE TABLE b PARTITION OF t FOR VALUES FROM ('20') TO ('9');
                """,
            query: "SELECT tableoid::regclass, k FROM t ORDER BY k COLLATE \"C\"", up: "a|15\nb|25\nb|4",
            down: "a|15\na|25\nb|4"),
        RowCase(
            "a plain table with all that can hang on it",
            from: """
                CREATE SCHEMA s;
                CREATE TABLE ref (id int PRIMARY KEY);
                CREATE TABLE t (
                    id bigint GENERATED ALWAYS AS IDENTITY, ser serial, k int NOT NULL, n text,
                    up text GENERATED ALWAYS AS (upper(n)) STORED, r int REFERENCES ref, PRIMARY KEY (id, k),
                    CHECK (k >= 0));
                CREATE TABLE child (a bigint, b int, FOREIGN KEY (a, b) REFERENCES t);
                CREATE INDEX t_n ON t (n);
                CREATE VIEW v AS SELECT id, n FROM t;
                CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := NEW.n || '!';
                RETURN NEW;
                END $$;
                CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
                CREATE POLICY po ON t USING (k > 0);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                GRANT SELECT ON t TO PUBLIC;
                COMMENT ON TABLE t IS 'tee'; COMMENT ON COLUMN t.n IS 'en'; COMMENT ON INDEX t_n IS 'ix';
                COMMENT ON VIEW v IS 'vee';
                GRANT SELECT (n) ON t TO PUBLIC;
                """,
            rows: """
                INSERT INTO ref VALUES (1);
                INSERT INTO t (k,n,r) VALUES (1,'a',1),(11,'b',1),(5,'c',null);
                INSERT INTO child VALUES (1,1);
                DELETE FROM t WHERE n = 'c!';
                """,
            to: """
                CREATE SCHEMA s;
                CREATE TABLE ref (id int PRIMARY KEY);
                CREATE TABLE t (
                    id bigint GENERATED ALWAYS AS IDENTITY, ser serial, k int NOT NULL, n text,
                    up text GENERATED ALWAYS AS (upper(n)) STORED, r int REFERENCES ref, PRIMARY KEY (id, k),
                    CHECK (k >= 0)) PARTITION BY RANGE (k);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);
                CREATE TABLE child (a bigint, b int, FOREIGN KEY (a, b) REFERENCES t);
                CREATE INDEX t_n ON t (n);
                CREATE VIEW v AS SELECT id, n FROM t;
                CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := NEW.n || '!';
                RETURN NEW;
                END $$;
                CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
                CREATE POLICY po ON t USING (k > 0);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                GRANT SELECT ON t TO PUBLIC;
                COMMENT ON TABLE t IS 'tee'; COMMENT ON COLUMN t.n IS 'en'; COMMENT ON INDEX t_n IS 'ix';
                COMMENT ON VIEW v IS 'vee';
                GRANT SELECT (n) ON t TO PUBLIC;
                """,
            query: "SELECT tableoid::regclass, *, nextval('t_id_seq'), nextval('t_ser_seq') FROM t ORDER BY id",
            up: """
                t_1|1|1|1|a!|A!|1|4|4
                t_2|2|2|11|b!|B!|1|5|5
                """,
            down: """
                t|1|1|1|a!|A!|1|6|6
                t|2|2|11|b!|B!|1|7|7
                """,
            omits: ["data loss"]),
        RowCase(
            "another key, subpartitions, an enum made anew, a new column, a materialized view",
            from: """
                CREATE TYPE st AS ENUM ('a','b','c');
                CREATE TABLE p (id serial, k int, s st, n text, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1,2);
                CREATE TABLE p2 PARTITION OF p FOR VALUES IN (3,4,5) PARTITION BY RANGE (id);
                CREATE TABLE p2a PARTITION OF p2 FOR VALUES FROM (0) TO (100);
                CREATE TABLE pg PARTITION OF p FOR VALUES IN (6);
                CREATE INDEX pn ON p (n);
                CREATE MATERIALIZED VIEW mv AS SELECT count(*) FROM p;
                """,
            rows: """
                INSERT INTO p (k,s,n) VALUES (1,'a','x'),(3,'c','y'),(6,'a','z');
                REFRESH MATERIALIZED VIEW mv;
                """,
            to: """
                CREATE TYPE st AS ENUM ('c','a');
                CREATE TABLE p (
                    id serial, k bigint, s st, n varchar(20), extra int NOT NULL, PRIMARY KEY (id,
                    k)) PARTITION BY RANGE (k);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (4);
                CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (4) TO (5);
                CREATE TABLE pd PARTITION OF p DEFAULT;
                CREATE INDEX pn ON p (n);
                CREATE MATERIALIZED VIEW mv AS SELECT count(*) FROM p;
                """,
            query: "SELECT p.tableoid::regclass, p.id, p.k, p.s, p.n, mv.* FROM p, mv ORDER BY id",
            up: """
                p1|1|1|a|x|3
                p1|2|3|c|y|3
                pd|3|6|a|z|3
                """,
            down: """
                p1|1|1|a|x|3
                p2a|2|3|c|y|3
                pg|3|6|a|z|3
                """, decisions: .fills(["p.extra": "0"])),
        RowCase(
            "other bounds",
            from: """
                CREATE TABLE p (id int PRIMARY KEY, n text) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
                CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
                CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (20) TO (30);
                CREATE TABLE pd PARTITION OF p DEFAULT;
                CREATE TABLE c (p int REFERENCES p);
                CREATE TABLE l (s text, n int generated always as identity) PARTITION BY LIST (s);
                CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a','b', NULL);
                CREATE TABLE l2 PARTITION OF l FOR VALUES IN ('c');
                CREATE TABLE h (id int) PARTITION BY HASH (id);
                CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                """,
            rows: """
                INSERT INTO p VALUES (1,'a'),(7,'b'),(12,'c'),(25,'d'),(35,'e'),(99,'f');
                INSERT INTO c VALUES (7);
                INSERT INTO l (s) VALUES ('a'),('b'),('c'),(NULL);
                INSERT INTO h SELECT generate_series(1,20);
                """,
            to: """
                CREATE TABLE p (id int PRIMARY KEY, n text) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (5);
                CREATE TABLE p23 PARTITION OF p FOR VALUES FROM (5) TO (30);
                CREATE TABLE p4 PARTITION OF p FOR VALUES FROM (30) TO (40);
                CREATE TABLE pd PARTITION OF p DEFAULT;
                CREATE TABLE c (p int REFERENCES p);
                CREATE TABLE l (s text, n int generated always as identity) PARTITION BY LIST (s);
                CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('c','b');
                CREATE TABLE l2 PARTITION OF l FOR VALUES IN ('a', NULL);
                CREATE TABLE h (id int) PARTITION BY HASH (id);
                CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 0);
                CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 1);
                CREATE TABLE h2 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 2);
                CREATE TABLE h3 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 3);
                """,
            query: """
                SELECT string_agg(tableoid::regclass || ' ' || x, ', ' ORDER BY x) FROM (
                    SELECT tableoid, id::text AS x FROM p UNION ALL SELECT tableoid, coalesce(s, '-') FROM l
                    UNION ALL SELECT 1::oid, count(DISTINCT tableoid) || ' of ' || count(*) FROM h
                ) q
                """,
            up: """
                l2 -, p1 1, p23 12, p23 25, p4 35, 1 4 of 20, p23 7, pd 99, l2 a, l1 b, l1 c
                """,
            down: """
                l1 -, p1 1, p2 12, 1 2 of 20, p3 25, pd 35, p1 7, pd 99, l1 a, l1 b, l2 c
                """),
        RowCase(
            "keys of several columns, of expressions and of dates",
            from: """
                CREATE TABLE p (d date, n integer) PARTITION BY RANGE (d, n);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2025-01-01', 5);
                CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2025-01-01', 5) TO (MAXVALUE, MAXVALUE);
                CREATE TABLE q (name text) PARTITION BY LIST (lower(name) COLLATE "C");
                CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('a', 'b');
                """,
            rows: """
                INSERT INTO p VALUES ('2024-01-01', 1), ('2025-01-01', 4), ('2025-01-01', 5), ('2026-01-01', 1);
                INSERT INTO q VALUES ('A'), ('b');
                """,
            to: """
                CREATE TABLE p (d date, n integer) PARTITION BY RANGE (d, n);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2025-01-01', MINVALUE);
                CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2025-01-01', MINVALUE) TO (MAXVALUE, MAXVALUE);
                CREATE TABLE q (name text) PARTITION BY LIST (lower(name) COLLATE "C");
                CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('b');
                CREATE TABLE q2 PARTITION OF q DEFAULT;
                """,
            query: """
                SELECT tableoid::regclass, d || ' ' || n FROM p UNION ALL SELECT tableoid::regclass, name FROM q ORDER BY 2
                """,
            up: """
                p1|2024-01-01 1
                p2|2025-01-01 4
                p2|2025-01-01 5
                p2|2026-01-01 1
                q2|A
                q1|b
                """,
            down: """
                p1|2024-01-01 1
                p1|2025-01-01 4
                p2|2025-01-01 5
                p2|2026-01-01 1
                q1|A
                q1|b
                """),
        RowCase(
            "a table with a check of its own joins",
            from: """
                CREATE TABLE p (id integer, CONSTRAINT positive CHECK (id > 0)) PARTITION BY RANGE (id);
                CREATE TABLE p1 (id integer, CONSTRAINT positive CHECK (id > 0));
                """,
            rows: "INSERT INTO p1 VALUES (1), (2)",
            to: """
                CREATE TABLE p (id integer, CONSTRAINT positive CHECK (id > 0)) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);
                """,
            query: "SELECT tableoid::regclass, * FROM p1", up: "p1|1\np1|2", down: "p1|1\np1|2"),
        RowCase(
            "the rows of a partition go to a plain table, in which a column has another type and refuses NULL",
            from: """
                CREATE TABLE t (k integer, span interval) PARTITION BY LIST (k);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1, 2);
                """,
            rows: "INSERT INTO t VALUES (1, '1 day'), (2, NULL)",
            to: "CREATE TABLE t (k integer, span character varying(5) NOT NULL DEFAULT '2 d')",
            query: "SELECT k, span FROM t ORDER BY k",
            up: """
                1|1 day
                2|2 d
                """,
            down: """
                1|1 day
                2|2 days
                """),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }

    @Test(arguments: [
        RowCase(
            "a row fits no partition", from: "CREATE TABLE t (id integer);", rows: "INSERT INTO t VALUES (1), (99)",
            to: """
                CREATE TABLE t (id integer) PARTITION BY RANGE (id);
                CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (9);
                """, query: "SELECT * FROM t", up: "1\n99"),
        RowCase(
            "a row fits no bound",
            from: """
                CREATE TABLE t (id integer) PARTITION BY RANGE (id);
                CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);
                """, rows: "INSERT INTO t VALUES (1), (99)",
            to: """
                CREATE TABLE t (id integer) PARTITION BY RANGE (id);
                CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (9);
                """, query: "SELECT * FROM t", up: "1\n99"),
    ])
    func `rows without a place stop the script`(_ test: RowCase) async throws { try await test.checkRefused() }
}
