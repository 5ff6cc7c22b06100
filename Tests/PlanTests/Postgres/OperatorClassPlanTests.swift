import Testing

@Suite struct OperatorClassPlanTests {
    @Test(arguments: [
        PlanCase(
            "made and dropped with its family",
            from: """
                CREATE FUNCTION less(integer, integer) RETURNS boolean AS 'int4gt' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION compare(integer, integer) RETURNS integer AS 'SELECT btint4cmp($2, $1)' LANGUAGE sql IMMUTABLE STRICT;
                CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = integer, RIGHTARG = integer);
                """,
            to: """
                CREATE FUNCTION less(integer, integer) RETURNS boolean AS 'int4gt' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION compare(integer, integer) RETURNS integer AS 'SELECT btint4cmp($2, $1)' LANGUAGE sql IMMUTABLE STRICT;
                CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = integer, RIGHTARG = integer);
                CREATE OPERATOR CLASS backward_ops FOR TYPE integer USING btree AS OPERATOR 1 <<<, OPERATOR 3 =, FUNCTION 1 compare(integer, integer);
                COMMENT ON OPERATOR CLASS backward_ops USING btree IS 'the last first';
                """,
            up: """
                CREATE OPERATOR FAMILY public.backward_ops USING btree;
                CREATE OPERATOR CLASS public.backward_ops
                    FOR TYPE integer USING btree FAMILY public.backward_ops AS
                    OPERATOR 1 public.<<<(integer,integer),
                    OPERATOR 3 =(integer,integer),
                    FUNCTION 1 (integer, integer) public.compare(integer,integer);
                COMMENT ON OPERATOR CLASS public.backward_ops USING btree IS 'the last first';
                """,
            down: """
                DROP OPERATOR CLASS public.backward_ops USING btree;
                DROP OPERATOR FAMILY public.backward_ops USING btree;
                """),
        PlanCase(
            "in a family that is there, with an index",
            from: """
                CREATE FUNCTION less(integer, integer) RETURNS boolean AS 'int4gt' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION compare(integer, integer) RETURNS integer AS 'SELECT btint4cmp($2, $1)' LANGUAGE sql IMMUTABLE STRICT;
                CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = integer, RIGHTARG = integer);
                CREATE TABLE t (n integer);
                CREATE OPERATOR FAMILY backward USING btree;
                """,
            to: """
                CREATE FUNCTION less(integer, integer) RETURNS boolean AS 'int4gt' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION compare(integer, integer) RETURNS integer AS 'SELECT btint4cmp($2, $1)' LANGUAGE sql IMMUTABLE STRICT;
                CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = integer, RIGHTARG = integer);
                CREATE TABLE t (n integer);
                CREATE OPERATOR FAMILY backward USING btree;
                CREATE OPERATOR CLASS backward_ops FOR TYPE integer USING btree FAMILY backward AS OPERATOR 1 <<<, OPERATOR 3 =, FUNCTION 1 compare(integer, integer);
                CREATE INDEX t_n ON t (n backward_ops);
                """,
            up: """
                CREATE OPERATOR CLASS public.backward_ops
                    FOR TYPE integer USING btree FAMILY public.backward AS
                    OPERATOR 1 public.<<<(integer,integer),
                    OPERATOR 3 =(integer,integer),
                    FUNCTION 1 (integer, integer) public.compare(integer,integer);
                CREATE INDEX t_n ON public.t USING btree (n public.backward_ops);
                """,
            down: """
                DROP INDEX public.t_n;
                DROP OPERATOR CLASS public.backward_ops USING btree;
                """),
        PlanCase(
            "another member makes another class, and the index anew",
            from: """
                CREATE FUNCTION less(integer, integer) RETURNS boolean AS 'int4gt' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION compare(integer, integer) RETURNS integer AS 'SELECT btint4cmp($2, $1)' LANGUAGE sql IMMUTABLE STRICT;
                CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = integer, RIGHTARG = integer);
                CREATE OPERATOR CLASS backward_ops FOR TYPE integer USING btree AS OPERATOR 1 <<<, OPERATOR 3 =, FUNCTION 1 compare(integer, integer);
                CREATE TABLE t (n integer);
                CREATE INDEX t_n ON t (n backward_ops);
                """,
            to: """
                CREATE FUNCTION less(integer, integer) RETURNS boolean AS 'int4gt' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION compare(integer, integer) RETURNS integer AS 'SELECT btint4cmp($2, $1)' LANGUAGE sql IMMUTABLE STRICT;
                CREATE OPERATOR <<< (FUNCTION = less, LEFTARG = integer, RIGHTARG = integer);
                CREATE OPERATOR CLASS backward_ops FOR TYPE integer USING btree AS OPERATOR 1 <<<, OPERATOR 5 >, OPERATOR 3 =, FUNCTION 1 compare(integer, integer);
                CREATE TABLE t (n integer);
                CREATE INDEX t_n ON t (n backward_ops);
                """,
            up: """
                DROP INDEX public.t_n;
                DROP OPERATOR CLASS public.backward_ops USING btree;
                CREATE OPERATOR CLASS public.backward_ops
                    FOR TYPE integer USING btree FAMILY public.backward_ops AS
                    OPERATOR 1 public.<<<(integer,integer),
                    OPERATOR 3 =(integer,integer),
                    OPERATOR 5 >(integer,integer),
                    FUNCTION 1 (integer, integer) public.compare(integer,integer);
                CREATE INDEX t_n ON public.t USING btree (n public.backward_ops);
                """,
            down: """
                DROP INDEX public.t_n;
                DROP OPERATOR CLASS public.backward_ops USING btree;
                CREATE OPERATOR CLASS public.backward_ops
                    FOR TYPE integer USING btree FAMILY public.backward_ops AS
                    OPERATOR 1 public.<<<(integer,integer),
                    OPERATOR 3 =(integer,integer),
                    FUNCTION 1 (integer, integer) public.compare(integer,integer);
                CREATE INDEX t_n ON public.t USING btree (n public.backward_ops);
                """),
        PlanCase(
            "what the index keeps",
            from: """

                """,
            to: """
                CREATE OPERATOR CLASS points FOR TYPE point USING gist AS STORAGE box;
                """,
            up: """
                CREATE OPERATOR FAMILY public.points USING gist;
                CREATE OPERATOR CLASS public.points
                    FOR TYPE point USING gist FAMILY public.points AS
                    STORAGE box;
                """,
            down: """
                DROP OPERATOR CLASS public.points USING gist;
                DROP OPERATOR FAMILY public.points USING gist;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
