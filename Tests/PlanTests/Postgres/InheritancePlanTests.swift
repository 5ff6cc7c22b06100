import Testing

/// Columns, checks and defaults that come from a parent.
struct InheritancePlanTests {
    @Test(arguments: [
        PlanCase(
            "a child leaves its parent with a column and a check",
            from: """
                CREATE TABLE base (id integer, n integer CHECK (n > 0));
                CREATE TABLE child (id integer, more text) INHERITS (base);
                """,
            to: """
                CREATE TABLE child (n text);
                """,
            up: """
                ALTER TABLE public.child NO INHERIT public.base;
                ALTER TABLE public.child DROP CONSTRAINT base_n_check;
                -- data loss: column public.child.id: drops the column with its values
                -- data loss: column public.child.more: drops the column with its values
                ALTER TABLE public.child
                    ALTER COLUMN n TYPE text,
                    DROP COLUMN id,
                    DROP COLUMN more;
                -- data loss: table public.base: drops the table with its rows
                DROP TABLE public.base;
                """,
            down: """
                ALTER TABLE public.child RENAME TO child__old;
                CREATE TABLE public.base (
                    id integer,
                    n integer,
                    CONSTRAINT base_n_check CHECK ((n > 0))
                );
                CREATE TABLE public.child (
                    id integer,
                    more text
                )
                INHERITS (public.base);
                -- rewrite: copies the rows of child__old to child
                -- may fail: no assignment cast to integer, so USING: fails if a value of n can't be read as one
                INSERT INTO public.child (n)
                SELECT n::integer FROM ONLY public.child__old;
                DROP TABLE public.child__old;
                """),
        PlanCase(
            "a column of a parent goes that a view of the child uses",
            from: """
                CREATE TABLE base (id integer, n integer);
                CREATE TABLE child () INHERITS (base);
                CREATE VIEW v AS SELECT n FROM child;
                """,
            to: """
                CREATE TABLE base (id integer);
                CREATE TABLE child () INHERITS (base);
                CREATE VIEW v AS SELECT id AS n FROM child;
                """,
            up: """
                CREATE OR REPLACE VIEW public.v AS
                 SELECT child.id AS n
                   FROM public.child;
                -- data loss: column public.base.n: drops the column with its values
                ALTER TABLE public.base DROP COLUMN n;
                """,
            down: """
                ALTER TABLE public.base ADD COLUMN n integer;
                CREATE OR REPLACE VIEW public.v AS
                 SELECT child.n
                   FROM public.child;
                """),
        PlanCase(
            "a parent gets an identity column",
            from: """
                CREATE TABLE base (id integer);
                CREATE TABLE child () INHERITS (base);
                """,
            to: """
                CREATE TABLE base (id integer, n bigint GENERATED ALWAYS AS IDENTITY);
                CREATE TABLE child () INHERITS (base);
                """,
            up: """
                -- needs a decision: column public.base.n: fails on rows, which need a value
                ALTER TABLE public.base ADD COLUMN n bigint DEFAULT NULL /* autogen:fill public.base.n */ NOT NULL;
                ALTER TABLE public.base ALTER COLUMN n DROP DEFAULT;
                ALTER TABLE public.base ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.base_n_seq);
                """,
            down: """
                -- data loss: column public.base.n: drops the column with its values
                ALTER TABLE public.base DROP COLUMN n;
                """),
        PlanCase(
            "a child goes with a column of the parent",
            from: """
                CREATE TABLE base (id integer, n integer);
                CREATE TABLE child (n integer) INHERITS (base);
                """,
            to: """
                CREATE TABLE base (id integer);
                """,
            up: """
                -- data loss: table public.child: drops the table with its rows
                DROP TABLE public.child;
                -- data loss: column public.base.n: drops the column with its values
                ALTER TABLE public.base DROP COLUMN n;
                """,
            down: """
                ALTER TABLE public.base ADD COLUMN n integer;
                CREATE TABLE public.child (
                    n integer
                )
                INHERITS (public.base);
                """),
        PlanCase(
            "a child begins with what its parent has had",
            from: """
                CREATE TABLE base (id integer, n integer CHECK (n > 0));
                CREATE TABLE child (id integer);
                """,
            to: """
                CREATE TABLE base (id integer, n integer CHECK (n > 0));
                CREATE TABLE child (id integer) INHERITS (base);
                """,
            up: """
                -- data loss: table public.child: drops the table with its rows
                DROP TABLE public.child;
                CREATE TABLE public.child (
                    id integer
                )
                INHERITS (public.base);
                """,
            down: """
                ALTER TABLE public.child NO INHERIT public.base;
                ALTER TABLE public.child DROP CONSTRAINT base_n_check;
                -- data loss: column public.child.n: drops the column with its values
                ALTER TABLE public.child DROP COLUMN n;
                """),
        PlanCase(
            "a partition without the default of its parent",
            from: """
                CREATE TABLE t (id integer) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
                """,
            to: """
                CREATE TABLE t (id integer, n integer DEFAULT 0) PARTITION BY LIST (id);
                CREATE TABLE t_1 (id integer, n integer);
                ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN (1);
                CREATE TABLE t_2 PARTITION OF t (n DEFAULT 2) FOR VALUES IN (2);
                """,
            up: """
                ALTER TABLE public.t ADD COLUMN n integer DEFAULT 0;
                ALTER TABLE ONLY public.t_1 ALTER COLUMN n DROP DEFAULT;
                ALTER TABLE ONLY public.t_2 ALTER COLUMN n SET DEFAULT 2;
                """,
            down: """
                -- data loss: column public.t.n: drops the column with its values
                ALTER TABLE public.t DROP COLUMN n;
                """),
        PlanCase(
            "a partition leaves a table that is made anew without one of its columns",
            from: """
                CREATE TABLE t (id integer, n integer, gone integer) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            to: """
                CREATE TABLE t (id integer, n integer) PARTITION BY LIST (n);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            up: """
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TABLE public.t_1 RENAME TO t_1__old;
                CREATE TABLE public.t (
                    id integer,
                    n integer
                )
                PARTITION BY LIST (n);
                CREATE TABLE public.t_1 (
                    id integer,
                    n integer
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                -- rewrite: copies the rows of t_1__old to t
                -- may fail: fails if a row fits no partition of t
                -- data loss: column public.t.gone: drops the column with its values
                INSERT INTO public.t (id, n)
                SELECT id, n FROM ONLY public.t_1__old;
                DROP TABLE public.t_1__old;
                DROP TABLE public.t__old;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TABLE public.t_1 RENAME TO t_1__old;
                CREATE TABLE public.t (
                    id integer,
                    n integer,
                    gone integer
                )
                PARTITION BY LIST (id);
                CREATE TABLE public.t_1 (
                    id integer,
                    n integer,
                    gone integer
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                -- rewrite: copies the rows of t_1__old to t
                -- may fail: fails if a row fits no partition of t
                INSERT INTO public.t (id, n)
                SELECT id, n FROM ONLY public.t_1__old;
                DROP TABLE public.t_1__old;
                DROP TABLE public.t__old;
                """),
        PlanCase(
            "a column of a child that comes to be the parent's alone",
            from: """
                CREATE TABLE base (made date DEFAULT '2020-01-01');
                CREATE TABLE t (n integer, extra integer) INHERITS (base);
                """,
            to: """
                CREATE TABLE base (made date DEFAULT '2020-01-01', extra integer);
                CREATE TABLE t (n integer) INHERITS (base);
                """,
            up: """
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TABLE public.base ADD COLUMN extra integer;
                CREATE TABLE public.t (
                    n integer
                )
                INHERITS (public.base);
                ALTER TABLE ONLY public.t ALTER COLUMN made SET DEFAULT '2020-01-01'::date;
                -- rewrite: copies the rows of t__old to t
                INSERT INTO public.t (made, extra, n)
                SELECT made, extra, n FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """,
            down: """
                -- data loss: column public.base.extra: drops the column with its values
                ALTER TABLE ONLY public.base DROP COLUMN extra;
                """),
        PlanCase(
            "a child of a table becomes partitioned",
            from: """
                CREATE TABLE base (id integer);
                CREATE TABLE t (n integer) INHERITS (base);
                """,
            to: """
                CREATE TABLE base (id integer);
                CREATE TABLE t (id integer) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            up: """
                ALTER TABLE public.t RENAME TO t__old;
                CREATE TABLE public.t (
                    id integer
                )
                PARTITION BY LIST (id);
                CREATE TABLE public.t_1 (
                    id integer
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                -- rewrite: copies the rows of t__old to t
                -- may fail: fails if a row fits no partition of t
                -- data loss: column public.t.n: drops the column with its values
                INSERT INTO public.t (id)
                SELECT id FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                CREATE TABLE public.t (
                    n integer
                )
                INHERITS (public.base);
                -- rewrite: copies the rows of t_1 to t
                INSERT INTO public.t (id)
                SELECT id FROM ONLY public.t_1;
                DROP TABLE public.t_1;
                DROP TABLE public.t__old;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
