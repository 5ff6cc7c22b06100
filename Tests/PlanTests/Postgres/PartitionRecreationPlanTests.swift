import Testing

/// Partitions of a table that is made anew.
@Suite struct PartitionRecreationPlanTests {
    @Test(arguments: [
        PlanCase(
            "partitions whose table is made anew keep its checks",
            from: """
                CREATE TABLE t (a integer, b bigint, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (b);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
                """,
            to: """
                CREATE TABLE t (a integer, b text, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (b);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('1');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN ('2');
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                DROP TABLE public.t;
                ALTER TABLE public.t_1 ALTER COLUMN b TYPE text;
                ALTER TABLE public.t_2 ALTER COLUMN b TYPE text;
                CREATE TABLE public.t (
                    a integer,
                    b text,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (b);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('1');
                -- may fail: fails if a row of t_2 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN ('2');
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                DROP TABLE public.t;
                -- may fail: no assignment cast to bigint, so USING: fails if a value of b can't be read as one
                ALTER TABLE public.t_1 ALTER COLUMN b TYPE bigint USING b::bigint;
                -- may fail: no assignment cast to bigint, so USING: fails if a value of b can't be read as one
                ALTER TABLE public.t_2 ALTER COLUMN b TYPE bigint USING b::bigint;
                CREATE TABLE public.t (
                    a integer,
                    b bigint,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (b);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('1');
                -- may fail: fails if a row of t_2 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN ('2');
                """),
        PlanCase(
            "a partition of a table in another schema keeps the check",
            from: """
                CREATE SCHEMA s;
                CREATE TABLE s.t (a integer, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF s.t FOR VALUES IN (1);
                """,
            to: """
                CREATE TABLE t (a integer, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            up: """
                -- data loss: partition public.t_1: takes its rows out of s.t; they stay in public.t_1
                ALTER TABLE ONLY s.t DETACH PARTITION public.t_1;
                CREATE TABLE public.t (
                    a integer,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (a);
                -- may fail: fails if a row of t_1 lies outside of its bound
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                DROP TABLE s.t;
                DROP SCHEMA s;
                """,
            down: """
                -- data loss: partition public.t_1: takes its rows out of public.t; they stay in public.t_1
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                CREATE SCHEMA s;
                CREATE TABLE s.t (
                    a integer,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (a);
                -- may fail: fails if a row of t_1 lies outside of its bound
                ALTER TABLE ONLY s.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                DROP TABLE public.t;
                """),
        PlanCase(
            "a partition below a partition whose table is made anew",
            from: """
                CREATE DOMAIN d AS integer;
                CREATE TABLE t (a integer) PARTITION BY RANGE (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (a);
                CREATE TABLE t_1_1 PARTITION OF t_1 FOR VALUES FROM (1) TO (9);
                """,
            to: """
                CREATE DOMAIN d AS integer;
                CREATE TABLE t (a d) PARTITION BY RANGE (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (a);
                CREATE TABLE t_1_1 PARTITION OF t_1 FOR VALUES FROM (1) TO (9);
                """,
            up: """
                ALTER TABLE ONLY public.t_1 DETACH PARTITION public.t_1_1;
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    a public.d
                )
                PARTITION BY RANGE (a);
                CREATE TABLE public.t_1 (
                    a public.d
                )
                PARTITION BY RANGE (a);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM ('1') TO ('9');
                -- may fail: fails if a value of a does not fit public.d
                ALTER TABLE public.t_1_1 ALTER COLUMN a TYPE public.d;
                -- may fail: fails if a row of t_1_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_1 FOR VALUES FROM ('1') TO ('9');
                """,
            down: """
                ALTER TABLE ONLY public.t_1 DETACH PARTITION public.t_1_1;
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    a integer
                )
                PARTITION BY RANGE (a);
                CREATE TABLE public.t_1 (
                    a integer
                )
                PARTITION BY RANGE (a);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (1) TO (9);
                ALTER TABLE public.t_1_1 ALTER COLUMN a TYPE integer;
                -- may fail: fails if a row of t_1_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_1 FOR VALUES FROM (1) TO (9);
                """),
        PlanCase(
            "the check of a divided table whose key is made anew",
            from: """
                CREATE TYPE mood AS ENUM ('calm');
                CREATE TABLE t (m mood CONSTRAINT known CHECK (m IN ('calm'))) PARTITION BY LIST (m);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('calm');
                """,
            to: """
                CREATE TYPE mood AS ENUM ('wild', 'calm');
                CREATE TABLE t (m mood CONSTRAINT known CHECK (m IN ('wild', 'calm'))) PARTITION BY LIST (m);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('calm');
                """,
            up: """
                ALTER TYPE public.mood ADD VALUE 'wild' BEFORE 'calm';
                ALTER TABLE public.t DROP CONSTRAINT known;
                -- may fail: fails if rows break known
                ALTER TABLE public.t ADD CONSTRAINT known CHECK ((m = ANY (ARRAY['wild'::public.mood, 'calm'::public.mood])));
                """,
            down: """
                ALTER TABLE public.t DROP CONSTRAINT known;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                DROP TABLE public.t;
                ALTER TYPE public.mood RENAME TO mood__old;
                -- data loss: label public.mood.wild: drops the label, which no row may hold by then
                CREATE TYPE public.mood AS ENUM ('calm');
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.t_1 ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                DROP TYPE public.mood__old;
                CREATE TABLE public.t (
                    m public.mood,
                    CONSTRAINT known CHECK ((m = 'calm'::public.mood))
                )
                PARTITION BY LIST (m);
                -- may fail: fails if rows break known
                ALTER TABLE public.t_1 ADD CONSTRAINT known CHECK ((m = 'calm'::public.mood));
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('calm');
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
