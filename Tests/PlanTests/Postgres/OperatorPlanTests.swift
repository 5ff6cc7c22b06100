import Testing

@Suite struct OperatorPlanTests {
    @Test(arguments: [
        PlanCase(
            "made and dropped",
            from: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                """,
            to: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                CREATE OPERATOR ~~~ (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ~~~, RESTRICT = eqsel);
                COMMENT ON OPERATOR ~~~ (integer, integer) IS 'next to each other';
                ALTER OPERATOR ~~~ (integer, integer) OWNER TO plan_writer;
                """,
            up: """
                CREATE OPERATOR public.~~~ (
                    FUNCTION = public.near,
                    LEFTARG = integer,
                    RIGHTARG = integer,
                    COMMUTATOR = OPERATOR(public.~~~),
                    RESTRICT = eqsel
                );
                ALTER OPERATOR public.~~~ (integer, integer) OWNER TO plan_writer;
                COMMENT ON OPERATOR public.~~~ (integer, integer) IS 'next to each other';
                """,
            down: """
                DROP OPERATOR public.~~~ (integer, integer);
                """),
        PlanCase(
            "a pair of partners, one of them new",
            from: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                CREATE OPERATOR ~~~ (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer);
                """,
            to: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                CREATE OPERATOR ~~~ (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer);
                CREATE OPERATOR !~~~ (FUNCTION = far, LEFTARG = integer, RIGHTARG = integer, NEGATOR = ~~~);
                """,
            up: """
                CREATE OPERATOR public.!~~~ (
                    FUNCTION = public.far,
                    LEFTARG = integer,
                    RIGHTARG = integer,
                    NEGATOR = OPERATOR(public.~~~)
                );
                """,
            down: """
                DROP OPERATOR public.!~~~ (integer, integer);
                """),
        PlanCase(
            "estimators change in place",
            from: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                CREATE OPERATOR ~~~ (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer, RESTRICT = eqsel, JOIN = eqjoinsel);
                """,
            to: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                CREATE OPERATOR ~~~ (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer, RESTRICT = neqsel);
                """,
            up: """
                ALTER OPERATOR public.~~~ (integer, integer) SET (RESTRICT = neqsel, JOIN = NONE);
                """,
            down: """
                ALTER OPERATOR public.~~~ (integer, integer) SET (RESTRICT = eqsel, JOIN = eqjoinsel);
                """),
        PlanCase(
            "another function makes another operator, and the view above is made anew",
            from: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                CREATE OPERATOR ~~~ (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer);
                CREATE VIEW v AS SELECT 1 OPERATOR(public.~~~) 2 AS close;
                """,
            to: """
                CREATE FUNCTION near(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) < 2' LANGUAGE sql IMMUTABLE;
                CREATE FUNCTION far(integer, integer) RETURNS boolean AS 'SELECT abs($1 - $2) >= 2' LANGUAGE sql IMMUTABLE;
                CREATE OPERATOR ~~~ (FUNCTION = far, LEFTARG = integer, RIGHTARG = integer);
                CREATE VIEW v AS SELECT 1 OPERATOR(public.~~~) 2 AS close;
                """,
            up: """
                DROP VIEW public.v;
                DROP OPERATOR public.~~~ (integer, integer);
                CREATE OPERATOR public.~~~ (
                    FUNCTION = public.far,
                    LEFTARG = integer,
                    RIGHTARG = integer
                );
                CREATE VIEW public.v AS
                 SELECT (1 OPERATOR(public.~~~) 2) AS close;
                """,
            down: """
                DROP VIEW public.v;
                DROP OPERATOR public.~~~ (integer, integer);
                CREATE OPERATOR public.~~~ (
                    FUNCTION = public.near,
                    LEFTARG = integer,
                    RIGHTARG = integer
                );
                CREATE VIEW public.v AS
                 SELECT (1 OPERATOR(public.~~~) 2) AS close;
                """),
        PlanCase(
            "a prefix operator",
            from: """
                CREATE FUNCTION half(integer) RETURNS integer AS 'SELECT $1 / 2' LANGUAGE sql IMMUTABLE;
                """,
            to: """
                CREATE FUNCTION half(integer) RETURNS integer AS 'SELECT $1 / 2' LANGUAGE sql IMMUTABLE;
                CREATE SCHEMA "Math";
                CREATE OPERATOR "Math".@/ (FUNCTION = half, RIGHTARG = integer);
                """,
            up: """
                CREATE SCHEMA "Math";
                CREATE OPERATOR "Math".@/ (
                    FUNCTION = public.half,
                    RIGHTARG = integer
                );
                """,
            down: """
                DROP OPERATOR "Math".@/ (NONE, integer);
                DROP SCHEMA "Math";
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
