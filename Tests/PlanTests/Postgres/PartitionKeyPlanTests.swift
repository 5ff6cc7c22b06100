import Testing

@Suite struct PartitionKeyPlanTests {
    @Test(arguments: [
        PlanCase(
            "the type of the column that a hash divides is made anew",
            from: """
                CREATE TYPE mood AS ENUM ('calm', 'wild');
                CREATE TABLE t (id integer, m mood) PARTITION BY HASH (m);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                """,
            to: """
                CREATE TYPE mood AS ENUM ('wild');
                CREATE TABLE t (id integer, m mood) PARTITION BY HASH (m);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                DROP TABLE public.t;
                ALTER TYPE public.mood RENAME TO mood__old;
                CREATE TYPE public.mood AS ENUM ('wild');
                CREATE TABLE public.t (
                    id integer,
                    m public.mood
                )
                PARTITION BY HASH (m);
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.t_1 ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                -- may fail: fails if a row of t_1 belongs to another partition: the values of m have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES WITH (modulus 2, remainder 0);
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.t_2 ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                DROP TYPE public.mood__old;
                -- may fail: fails if a row of t_2 belongs to another partition: the values of m have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES WITH (modulus 2, remainder 1);
                """,
            down: """
                ALTER TYPE public.mood ADD VALUE 'calm' BEFORE 'wild';
                """),
        PlanCase(
            "the column that divides a published table goes with the table",
            from: """
                CREATE DOMAIN label AS text;
                CREATE TABLE t (a label, id integer) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('x');
                CREATE PUBLICATION p FOR TABLE t_1;
                """,
            to: """
                CREATE TABLE u (id integer UNIQUE) PARTITION BY HASH (id);
                CREATE TABLE u_1 PARTITION OF u FOR VALUES WITH (MODULUS 1, REMAINDER 0) PARTITION BY HASH (id);
                CREATE TABLE u_1_1 PARTITION OF u_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE PUBLICATION p FOR TABLE u_1, u_1_1;
                """,
            up: """
                CREATE TABLE public.u (
                    id integer,
                    CONSTRAINT u_id_key UNIQUE (id)
                )
                PARTITION BY HASH (id);
                CREATE TABLE public.u_1 (
                    id integer,
                    CONSTRAINT u_1_id_key UNIQUE (id)
                )
                PARTITION BY HASH (id);
                CREATE TABLE public.u_1_1 (
                    id integer,
                    CONSTRAINT u_1_1_id_key UNIQUE (id)
                );
                ALTER TABLE ONLY public.u_1 ATTACH PARTITION public.u_1_1 FOR VALUES WITH (modulus 1, remainder 0);
                ALTER TABLE ONLY public.u ATTACH PARTITION public.u_1 FOR VALUES WITH (modulus 1, remainder 0);
                ALTER INDEX public.u_id_key ATTACH PARTITION public.u_1_id_key;
                ALTER INDEX public.u_1_id_key ATTACH PARTITION public.u_1_1_id_key;
                ALTER PUBLICATION p SET TABLE ONLY public.u_1, ONLY public.u_1_1;
                -- data loss: deletes all rows of table t
                DROP TABLE public.t;
                DROP DOMAIN public.label;
                """,
            down: """
                CREATE DOMAIN public.label AS text;
                CREATE TABLE public.t (
                    a public.label,
                    id integer
                )
                PARTITION BY LIST (a);
                CREATE TABLE public.t_1 (
                    a public.label,
                    id integer
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('x');
                ALTER PUBLICATION p SET TABLE ONLY public.t_1;
                -- data loss: deletes all rows of table u
                DROP TABLE public.u;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
