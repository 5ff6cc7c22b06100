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
                -- data loss: label public.mood.calm: drops the label, which no row may hold by then
                CREATE TYPE public.mood AS ENUM ('wild');
                CREATE TABLE public.t (
                    id integer,
                    m public.mood
                )
                PARTITION BY HASH (m);
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.t_1 ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                -- may fail: fails if a row of t_1 belongs to another partition: the values of m have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES WITH (modulus 2, remainder 0);
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.t_2 ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                DROP TYPE public.mood__old;
                -- may fail: fails if a row of t_2 belongs to another partition: the values of m have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES WITH (modulus 2, remainder 1);
                """,
            down: """
                ALTER TYPE public.mood ADD VALUE 'calm' BEFORE 'wild';
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
