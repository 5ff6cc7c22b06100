import TestSupport
import Testing

/// Constraints that are not enforced, and those over time: server 18.
@Suite(.postgres(18...)) struct Constraint18PlanTests {
    @Test(arguments: [
        PlanCase(
            "a foreign key is no longer enforced, another one is",
            from: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (a integer CONSTRAINT a REFERENCES p, b integer CONSTRAINT b REFERENCES p NOT ENFORCED);
                """,
            rows: "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 1)", query: "SELECT a, b FROM t",
            to: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (a integer CONSTRAINT a REFERENCES p NOT ENFORCED, b integer CONSTRAINT b REFERENCES p);
                """,
            up: """
                -- may fail: fails if rows break b
                ALTER TABLE public.t
                    ALTER CONSTRAINT a NOT ENFORCED,
                    ALTER CONSTRAINT b ENFORCED;
                """,
            down: """
                -- may fail: fails if rows break a
                ALTER TABLE public.t
                    ALTER CONSTRAINT a ENFORCED,
                    ALTER CONSTRAINT b NOT ENFORCED;
                """),
        PlanCase(
            "a foreign key is deferred and no longer enforced",
            from: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (a integer CONSTRAINT a REFERENCES p);
                """,
            rows: "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1)", query: "SELECT a FROM t",
            to: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (a integer CONSTRAINT a REFERENCES p DEFERRABLE INITIALLY DEFERRED NOT ENFORCED);
                """,
            up: """
                ALTER TABLE public.t
                    ALTER CONSTRAINT a DEFERRABLE INITIALLY DEFERRED,
                    ALTER CONSTRAINT a NOT ENFORCED;
                """,
            down: """
                -- may fail: fails if rows break a
                ALTER TABLE public.t
                    ALTER CONSTRAINT a NOT DEFERRABLE,
                    ALTER CONSTRAINT a ENFORCED;
                """),
        PlanCase(
            "a check is no longer enforced",
            from: """
                CREATE TABLE t (a integer CONSTRAINT positive CHECK (a > 0));
                """,
            rows: "INSERT INTO t VALUES (1)", query: "SELECT a FROM t",
            to: """
                CREATE TABLE t (a integer CONSTRAINT positive CHECK (a > 0) NOT ENFORCED);
                CREATE TABLE u (a integer CONSTRAINT positive CHECK (a > 0) NOT ENFORCED);
                """,
            up: """
                ALTER TABLE public.t
                    DROP CONSTRAINT positive,
                    ADD CONSTRAINT positive CHECK ((a > 0)) NOT ENFORCED;
                CREATE TABLE public.u (
                    a integer,
                    CONSTRAINT positive CHECK ((a > 0)) NOT ENFORCED
                );
                """,
            down: """
                -- may fail: fails if rows break positive
                ALTER TABLE public.t
                    DROP CONSTRAINT positive,
                    ADD CONSTRAINT positive CHECK ((a > 0));
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
                """),
        PlanCase(
            "a foreign key of a partitioned table is no longer enforced",
            from: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (a integer CONSTRAINT a REFERENCES p) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            rows: "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1)", query: "SELECT a FROM t",
            to: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (a integer CONSTRAINT a REFERENCES p NOT ENFORCED) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            up: """
                ALTER TABLE public.t ALTER CONSTRAINT a NOT ENFORCED;
                """,
            down: """
                -- may fail: fails if rows break a
                ALTER TABLE public.t ALTER CONSTRAINT a ENFORCED;
                """),
        PlanCase(
            "keys without overlaps and their foreign key",
            from: """
                CREATE TABLE room (id int4range, during daterange);
                CREATE TABLE booking (room int4range, during daterange);
                """,
            rows: """
                INSERT INTO room VALUES ('[1,2)', '[2026-01-01,2027-01-01)');
                INSERT INTO booking VALUES ('[1,2)', '[2026-03-01,2026-04-01)');
                """, query: "SELECT * FROM room, booking",
            to: """
                CREATE TABLE room (id int4range, during daterange,
                    PRIMARY KEY (id, during WITHOUT OVERLAPS));
                CREATE TABLE booking (room int4range, during daterange,
                    CONSTRAINT once UNIQUE (room, during WITHOUT OVERLAPS),
                    CONSTRAINT room FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD during));
                """,
            up: """
                -- may fail: fails if rows break once
                ALTER TABLE public.booking ADD CONSTRAINT once UNIQUE (room, during WITHOUT OVERLAPS);
                -- needs a decision: column public.room.id: fails while rows hold NULL in it, which need a value
                -- needs a decision: column public.room.during: fails while rows hold NULL in it, which need a value
                -- may fail: fails if rows break room_pkey
                ALTER TABLE public.room
                    ALTER COLUMN id SET NOT NULL,
                    ALTER COLUMN during SET NOT NULL,
                    ADD CONSTRAINT room_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS);
                -- may fail: fails if rows break room
                ALTER TABLE public.booking ADD CONSTRAINT room FOREIGN KEY (room, PERIOD during) REFERENCES public.room(id, PERIOD during);
                """,
            down: """
                ALTER TABLE public.booking
                    DROP CONSTRAINT once,
                    DROP CONSTRAINT room;
                ALTER TABLE public.room
                    DROP CONSTRAINT room_pkey,
                    ALTER COLUMN id DROP NOT NULL,
                    ALTER COLUMN during DROP NOT NULL;
                """),
        PlanCase(
            "a key begins to mind overlaps",
            from: """
                CREATE TABLE room (id int4range, during daterange, CONSTRAINT k UNIQUE (id, during));
                """,
            rows: "INSERT INTO room VALUES ('[1,2)', '[2026-01-01,2027-01-01)')", query: "SELECT * FROM room",
            to: """
                CREATE TABLE room (id int4range, during daterange, CONSTRAINT k UNIQUE (id, during WITHOUT OVERLAPS));
                """,
            up: """
                -- may fail: fails if rows break k
                ALTER TABLE public.room
                    DROP CONSTRAINT k,
                    ADD CONSTRAINT k UNIQUE (id, during WITHOUT OVERLAPS);
                """,
            down: """
                -- may fail: fails if rows break k
                ALTER TABLE public.room
                    DROP CONSTRAINT k,
                    ADD CONSTRAINT k UNIQUE (id, during);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
