import Testing

@Suite struct EnumPlanTests {
    @Test(arguments: [
        PlanCase(
            "labels are added",
            from: """
                CREATE TYPE mood AS ENUM ('ok');
                """,
            to: """
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'fine', 'it''s great');
                """,
            up: """
                ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
                ALTER TYPE public.mood ADD VALUE 'fine' AFTER 'ok';
                ALTER TYPE public.mood ADD VALUE 'it''s great' AFTER 'fine';
                """,
            down: """
                DROP TYPE public.mood;
                -- data loss: label public.mood.sad: drops the label, which no row may hold by then
                -- data loss: label public.mood.fine: drops the label, which no row may hold by then
                -- data loss: label public.mood."it's great": drops the label, which no row may hold by then
                CREATE TYPE public.mood AS ENUM ('ok');
                """),
        PlanCase(
            "a new label is used at once",
            from: """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE t (m mood DEFAULT 'sad');
                """,
            to: """
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                CREATE TABLE t (m mood DEFAULT 'happy');
                CREATE VIEW v AS SELECT * FROM t WHERE m = 'happy';
                """,
            up: """
                ALTER TYPE public.mood ADD VALUE 'happy' AFTER 'ok';
                ALTER TABLE ONLY public.t ALTER COLUMN m SET DEFAULT 'happy'::public.mood;
                CREATE VIEW public.v AS
                 SELECT t.m
                   FROM public.t
                  WHERE (t.m = 'happy'::public.mood);
                """,
            down: """
                DROP VIEW public.v;
                ALTER TABLE ONLY public.t ALTER COLUMN m DROP DEFAULT;
                ALTER TYPE public.mood RENAME TO mood__old;
                -- data loss: label public.mood.happy: drops the label, which no row may hold by then
                CREATE TYPE public.mood AS ENUM ('sad', 'ok');
                -- may fail: fails if a value of m is not one of the new public.mood
                ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
                DROP TYPE public.mood__old;
                ALTER TABLE ONLY public.t ALTER COLUMN m SET DEFAULT 'sad'::public.mood;
                """),
        PlanCase(
            "a label goes that a default, an index, a view and a check use",
            from: """
                CREATE TYPE state AS ENUM ('new', 'open', 'done');
                CREATE TABLE task (
                    id integer PRIMARY KEY,
                    state state DEFAULT 'new' NOT NULL,
                    past state[] DEFAULT '{new}',
                    CHECK (state <> 'done' OR id > 0)
                );
                CREATE INDEX task_new ON task (id) WHERE state = 'new';
                CREATE VIEW fresh AS SELECT id, state FROM task WHERE state = 'new';
                CREATE VIEW fresher AS SELECT id FROM fresh WHERE id > 9;
                """,
            to: """
                CREATE TYPE state AS ENUM ('open', 'done');
                CREATE TABLE task (
                    id integer PRIMARY KEY,
                    state state DEFAULT 'open' NOT NULL,
                    past state[] DEFAULT '{open}',
                    CHECK (state <> 'done' OR id > 0)
                );
                CREATE INDEX task_new ON task (id) WHERE state = 'open';
                CREATE VIEW fresh AS SELECT id, state FROM task WHERE state = 'open';
                CREATE VIEW fresher AS SELECT id FROM fresh WHERE id > 9;
                """,
            up: """
                DROP VIEW public.fresher;
                DROP VIEW public.fresh;
                DROP INDEX public.task_new;
                ALTER TABLE public.task DROP CONSTRAINT task_check;
                ALTER TABLE ONLY public.task
                    ALTER COLUMN past DROP DEFAULT,
                    ALTER COLUMN state DROP DEFAULT;
                ALTER TYPE public.state RENAME TO state__old;
                -- data loss: label public.state.new: drops the label, which no row may hold by then
                CREATE TYPE public.state AS ENUM ('open', 'done');
                -- may fail: fails if a value of state is not one of the new public.state
                -- may fail: fails if a value of past is not one of the new public.state[]
                ALTER TABLE public.task
                    ALTER COLUMN state TYPE public.state USING state::text::public.state,
                    ALTER COLUMN past TYPE public.state[] USING past::text::public.state[];
                DROP TYPE public.state__old;
                ALTER TABLE ONLY public.task
                    ALTER COLUMN past SET DEFAULT '{open}'::public.state[],
                    ALTER COLUMN state SET DEFAULT 'open'::public.state;
                -- may fail: fails if rows break task_check
                ALTER TABLE public.task ADD CONSTRAINT task_check CHECK (((state <> 'done'::public.state) OR (id > 0)));
                CREATE INDEX task_new ON public.task USING btree (id) WHERE (state = 'open'::public.state);
                CREATE VIEW public.fresh AS
                 SELECT task.id,
                    task.state
                   FROM public.task
                  WHERE (task.state = 'open'::public.state);
                CREATE VIEW public.fresher AS
                 SELECT fresh.id
                   FROM public.fresh
                  WHERE (fresh.id > 9);
                """,
            down: """
                ALTER TYPE public.state ADD VALUE 'new' BEFORE 'open';
                DROP INDEX public.task_new;
                ALTER TABLE ONLY public.task
                    ALTER COLUMN past SET DEFAULT '{new}'::public.state[],
                    ALTER COLUMN state SET DEFAULT 'new'::public.state;
                CREATE INDEX task_new ON public.task USING btree (id) WHERE (state = 'new'::public.state);
                CREATE OR REPLACE VIEW public.fresh AS
                 SELECT task.id,
                    task.state
                   FROM public.task
                  WHERE (task.state = 'new'::public.state);
                """),
        PlanCase(
            "labels in another order, with a function and a domain over it",
            from: """
                CREATE TYPE size AS ENUM ('s', 'l', 'm');
                CREATE DOMAIN shirt AS size CHECK (VALUE <> 's');
                CREATE FUNCTION next(v size) RETURNS size LANGUAGE sql AS $$ SELECT 'm'::size $$;
                CREATE TABLE t (a size, b shirt, c size DEFAULT next('s'));
                """,
            to: """
                CREATE TYPE size AS ENUM ('s', 'm', 'l');
                CREATE DOMAIN shirt AS size CHECK (VALUE <> 's');
                CREATE FUNCTION next(v size) RETURNS size LANGUAGE sql AS $$ SELECT 'm'::size $$;
                CREATE TABLE t (a size, b shirt, c size DEFAULT next('s'));
                """,
            up: """
                SET check_function_bodies = off;
                ALTER TABLE ONLY public.t ALTER COLUMN c DROP DEFAULT;
                DROP FUNCTION public.next(public.size);
                ALTER DOMAIN public.shirt DROP CONSTRAINT shirt_check;
                ALTER TYPE public.size RENAME TO size__old;
                CREATE TYPE public.size AS ENUM ('s', 'm', 'l');
                CREATE OR REPLACE FUNCTION public.next(v public.size)
                 RETURNS public.size
                 LANGUAGE sql
                AS $function$ SELECT 'm'::size $function$;
                -- may fail: fails if a value of a is not one of the new public.size
                -- may fail: fails if a value of c is not one of the new public.size
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.size USING a::text::public.size,
                    ALTER COLUMN c TYPE public.size USING c::text::public.size;
                ALTER TABLE ONLY public.t ALTER COLUMN c SET DEFAULT public.next('s'::public.size);
                ALTER DOMAIN public.shirt RENAME TO shirt__old;
                CREATE DOMAIN public.shirt AS public.size
                    CONSTRAINT shirt_check CHECK ((VALUE <> 's'::public.size));
                -- may fail: fails if a value of b is not one of the new public.shirt
                ALTER TABLE public.t ALTER COLUMN b TYPE public.shirt USING b::text::public.shirt;
                DROP DOMAIN public.shirt__old;
                DROP TYPE public.size__old;
                """,
            down: """
                SET check_function_bodies = off;
                ALTER TABLE ONLY public.t ALTER COLUMN c DROP DEFAULT;
                DROP FUNCTION public.next(public.size);
                ALTER DOMAIN public.shirt DROP CONSTRAINT shirt_check;
                ALTER TYPE public.size RENAME TO size__old;
                CREATE TYPE public.size AS ENUM ('s', 'l', 'm');
                CREATE OR REPLACE FUNCTION public.next(v public.size)
                 RETURNS public.size
                 LANGUAGE sql
                AS $function$ SELECT 'm'::size $function$;
                -- may fail: fails if a value of a is not one of the new public.size
                -- may fail: fails if a value of c is not one of the new public.size
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.size USING a::text::public.size,
                    ALTER COLUMN c TYPE public.size USING c::text::public.size;
                ALTER TABLE ONLY public.t ALTER COLUMN c SET DEFAULT public.next('s'::public.size);
                ALTER DOMAIN public.shirt RENAME TO shirt__old;
                CREATE DOMAIN public.shirt AS public.size
                    CONSTRAINT shirt_check CHECK ((VALUE <> 's'::public.size));
                -- may fail: fails if a value of b is not one of the new public.shirt
                ALTER TABLE public.t ALTER COLUMN b TYPE public.shirt USING b::text::public.shirt;
                DROP DOMAIN public.shirt__old;
                DROP TYPE public.size__old;
                """),
        PlanCase(
            "an enum becomes text",
            from: """
                CREATE TYPE state AS ENUM ('new', 'done');
                CREATE TABLE t (s state DEFAULT 'new' NOT NULL, PRIMARY KEY (s));
                """,
            to: """
                CREATE TABLE t (s text DEFAULT 'new' NOT NULL, PRIMARY KEY (s));
                """,
            up: """
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                ALTER TABLE ONLY public.t ALTER COLUMN s DROP DEFAULT;
                ALTER TABLE public.t ALTER COLUMN s TYPE text;
                DROP TYPE public.state;
                ALTER TABLE ONLY public.t ALTER COLUMN s SET DEFAULT 'new'::text;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (s);
                """,
            down: """
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                ALTER TABLE ONLY public.t ALTER COLUMN s DROP DEFAULT;
                CREATE TYPE public.state AS ENUM ('new', 'done');
                -- may fail: no assignment cast to public.state, so USING: fails if a value of s can't be read as one
                ALTER TABLE public.t ALTER COLUMN s TYPE public.state USING s::public.state;
                ALTER TABLE ONLY public.t ALTER COLUMN s SET DEFAULT 'new'::public.state;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (s);
                """),
        PlanCase(
            "a partition key of an enum that keeps its labels",
            from: """
                CREATE TYPE kind AS ENUM ('a', 'b');
                CREATE TABLE t (k kind, n integer) PARTITION BY LIST (k);
                CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
                """,
            to: """
                CREATE TYPE kind AS ENUM ('a', 'b', 'c');
                CREATE TABLE t (k kind, n integer) PARTITION BY LIST (k);
                CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a', 'c');
                """,
            up: """
                ALTER TYPE public.kind ADD VALUE 'c' AFTER 'b';
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_a;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_a FOR VALUES IN ('a', 'c');
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_a;
                DROP TABLE public.t;
                ALTER TYPE public.kind RENAME TO kind__old;
                -- data loss: label public.kind.c: drops the label, which no row may hold by then
                CREATE TYPE public.kind AS ENUM ('a', 'b');
                CREATE TABLE public.t (
                    k public.kind,
                    n integer
                )
                PARTITION BY LIST (k);
                -- may fail: fails if a value of k is not one of the new public.kind
                ALTER TABLE public.t_a ALTER COLUMN k TYPE public.kind USING k::text::public.kind;
                DROP TYPE public.kind__old;
                -- may fail: fails if a row of t_a lies outside of its new bound and belongs to no other partition
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_a FOR VALUES IN ('a');
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
