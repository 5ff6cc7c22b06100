import Testing

/// Tables that become logged or unlogged.
struct PersistencePlanTests {
    @Test(arguments: [
        PlanCase(
            "a table that is no longer published",
            from: """
                CREATE TABLE t (a integer);
                CREATE TABLE u (a integer);
                CREATE PUBLICATION zz FOR TABLE t, u;
                """,
            to: """
                CREATE UNLOGGED TABLE t (a integer);
                CREATE TABLE u (a integer);
                CREATE PUBLICATION zz FOR TABLE u;
                """,
            up: """
                ALTER PUBLICATION zz SET TABLE ONLY public.u;
                ALTER TABLE public.t SET UNLOGGED;
                """,
            down: """
                ALTER TABLE public.t SET LOGGED;
                ALTER PUBLICATION zz SET TABLE ONLY public.t, ONLY public.u;
                """),
        PlanCase(
            "a table that logical decoding reads as a catalog",
            from: """
                CREATE TABLE t (id integer) WITH (user_catalog_table = true);
                """,
            to: """
                CREATE UNLOGGED TABLE t (id integer) WITH (fillfactor = 80);
                """,
            up: """
                ALTER TABLE public.t RESET (user_catalog_table);
                ALTER TABLE public.t SET UNLOGGED;
                ALTER TABLE public.t SET (fillfactor='80');
                """,
            down: """
                ALTER TABLE public.t SET LOGGED;
                ALTER TABLE public.t
                    SET (user_catalog_table='true'),
                    RESET (fillfactor);
                """),
        PlanCase(
            "both ends of a foreign key",
            from: """
                CREATE TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b (id integer REFERENCES a);
                """,
            to: """
                CREATE UNLOGGED TABLE a (id integer PRIMARY KEY);
                CREATE UNLOGGED TABLE b (id integer REFERENCES a);
                """,
            up: """
                ALTER TABLE public.b SET UNLOGGED;
                ALTER TABLE public.a SET UNLOGGED;
                """,
            down: """
                ALTER TABLE public.a SET LOGGED;
                ALTER TABLE public.b SET LOGGED;
                """),
        PlanCase(
            "a foreign key that can be only then",
            from: """
                CREATE UNLOGGED TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b (id integer);
                """,
            to: """
                CREATE TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b (id integer REFERENCES a);
                """,
            up: """
                ALTER TABLE public.a SET LOGGED;
                -- may fail: fails if rows break b_id_fkey
                ALTER TABLE public.b ADD CONSTRAINT b_id_fkey FOREIGN KEY (id) REFERENCES public.a(id);
                """,
            down: """
                ALTER TABLE public.b DROP CONSTRAINT b_id_fkey;
                ALTER TABLE public.a SET UNLOGGED;
                """),
        PlanCase(
            "a foreign key to the key of a partitioned table that is made anew",
            from: """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE a (id integer, m mood, UNIQUE (id, m)) PARTITION BY HASH (id);
                CREATE TABLE a_0 PARTITION OF a FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE TABLE b (id integer, m mood, FOREIGN KEY (id, m) REFERENCES a (id, m));
                """,
            to: """
                CREATE TYPE mood AS ENUM ('ok');
                CREATE TABLE a (id integer, m mood, UNIQUE (id, m)) PARTITION BY HASH (id);
                CREATE TABLE a_0 PARTITION OF a FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE TABLE b (id integer, m mood, FOREIGN KEY (id, m) REFERENCES a (id, m));
                """,
            up: """
                ALTER TABLE public.b DROP CONSTRAINT b_id_m_fkey;
                ALTER TYPE public.mood RENAME TO mood__old;
                -- data loss: label public.mood.sad: drops the label, which no row may hold by then
                CREATE TYPE public.mood AS ENUM ('ok');
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.b ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.a
                    DROP CONSTRAINT a_id_m_key,
                    ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                -- may fail: fails if rows break a_id_m_key
                ALTER TABLE ONLY public.a ADD CONSTRAINT a_id_m_key UNIQUE (id, m);
                DROP TYPE public.mood__old;
                -- may fail: fails if rows break a_0_id_m_key
                ALTER TABLE public.a_0 ADD CONSTRAINT a_0_id_m_key UNIQUE (id, m);
                ALTER INDEX public.a_id_m_key ATTACH PARTITION public.a_0_id_m_key;
                -- may fail: fails if rows break b_id_m_fkey
                ALTER TABLE public.b ADD CONSTRAINT b_id_m_fkey FOREIGN KEY (id, m) REFERENCES public.a(id, m);
                """,
            down: """
                ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
                """),
        PlanCase(
            "a table becomes logged and gets an identity column",
            from: """
                CREATE UNLOGGED TABLE t (a integer);
                """,
            to: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS IDENTITY);
                """,
            up: """
                ALTER TABLE public.t SET LOGGED;
                ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_b_seq) NOT NULL;
                """,
            down: """
                ALTER TABLE public.t SET UNLOGGED;
                -- data loss: column public.t.b: drops the column with its values
                ALTER TABLE public.t DROP COLUMN b;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
