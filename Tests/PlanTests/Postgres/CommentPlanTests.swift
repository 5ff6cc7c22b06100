import Testing

@Suite struct CommentPlanTests {
    @Test(arguments: [
        PlanCase(
            "the schema public has one to begin with",
            from: """
                COMMENT ON SCHEMA public IS 'ours';
                """,
            to: "",
            up: """
                COMMENT ON SCHEMA public IS 'standard public schema';
                """,
            down: """
                COMMENT ON SCHEMA public IS 'ours';
                """),
        PlanCase(
            "on every kind of object",
            from: """
                CREATE SCHEMA s;
                CREATE TYPE s.e AS ENUM ('a');
                CREATE TYPE s.c AS (x integer);
                CREATE SEQUENCE s.q;
                CREATE TABLE s.t (a integer PRIMARY KEY);
                CREATE INDEX i ON s.t (a);
                CREATE VIEW s.v AS SELECT a FROM s.t;
                CREATE FUNCTION s.f(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE PROCEDURE s.p() LANGUAGE sql AS $$ SELECT 1 $$;
                COMMENT ON TABLE s.t IS 'before';
                COMMENT ON SEQUENCE s.q IS 'before';
                """,
            to: """
                CREATE SCHEMA s;
                CREATE TYPE s.e AS ENUM ('a');
                CREATE TYPE s.c AS (x integer);
                CREATE SEQUENCE s.q;
                CREATE TABLE s.t (a integer PRIMARY KEY);
                CREATE INDEX i ON s.t (a);
                CREATE VIEW s.v AS SELECT a FROM s.t;
                CREATE FUNCTION s.f(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE PROCEDURE s.p() LANGUAGE sql AS $$ SELECT 1 $$;
                COMMENT ON SCHEMA s IS 'it''s "ours"';
                COMMENT ON TYPE s.e IS 'an enum';
                COMMENT ON TYPE s.c IS 'a composite type';
                COMMENT ON COLUMN s.c.x IS 'an attribute';
                COMMENT ON TABLE s.t IS 'after';
                COMMENT ON COLUMN s.t.a IS 'a column';
                COMMENT ON CONSTRAINT t_pkey ON s.t IS 'a key';
                COMMENT ON INDEX s.i IS 'an index';
                COMMENT ON VIEW s.v IS 'a view';
                COMMENT ON COLUMN s.v.a IS 'of the view';
                COMMENT ON FUNCTION s.f(integer) IS 'a function';
                COMMENT ON PROCEDURE s.p() IS 'a procedure';
                """,
            up: """
                COMMENT ON SEQUENCE s.q IS NULL;
                COMMENT ON SCHEMA s IS 'it''s "ours"';
                COMMENT ON TYPE s.e IS 'an enum';
                COMMENT ON TYPE s.c IS 'a composite type';
                COMMENT ON COLUMN s.c.x IS 'an attribute';
                COMMENT ON FUNCTION s.f(integer) IS 'a function';
                COMMENT ON PROCEDURE s.p() IS 'a procedure';
                COMMENT ON INDEX s.i IS 'an index';
                COMMENT ON TABLE s.t IS 'after';
                COMMENT ON COLUMN s.t.a IS 'a column';
                COMMENT ON CONSTRAINT t_pkey ON s.t IS 'a key';
                COMMENT ON VIEW s.v IS 'a view';
                COMMENT ON COLUMN s.v.a IS 'of the view';
                """,
            down: """
                COMMENT ON VIEW s.v IS NULL;
                COMMENT ON COLUMN s.v.a IS NULL;
                COMMENT ON INDEX s.i IS NULL;
                COMMENT ON COLUMN s.t.a IS NULL;
                COMMENT ON CONSTRAINT t_pkey ON s.t IS NULL;
                COMMENT ON FUNCTION s.f(integer) IS NULL;
                COMMENT ON PROCEDURE s.p() IS NULL;
                COMMENT ON TYPE s.c IS NULL;
                COMMENT ON COLUMN s.c.x IS NULL;
                COMMENT ON TYPE s.e IS NULL;
                COMMENT ON SCHEMA s IS NULL;
                COMMENT ON SEQUENCE s.q IS 'before';
                COMMENT ON TABLE s.t IS 'before';
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
