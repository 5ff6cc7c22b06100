import TestSupport
import Testing

/// NOT NULL constraints that a table has of its own beside those of its parents: server 18.
@Suite(.postgres(18...)) struct HeirOwnership18PlanTests {
    @Test(arguments: [
        PlanCase(
            "a constraint that the parent has becomes the heir's own",
            from: """
                CREATE TABLE p (a integer NOT NULL, b integer CONSTRAINT there NOT NULL);
                CREATE TABLE c () INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1, 2)", query: "SELECT a, b FROM p",
            to: """
                CREATE TABLE p (a integer NOT NULL, b integer CONSTRAINT there NOT NULL);
                COMMENT ON CONSTRAINT there ON p IS 'always';
                CREATE TABLE c (NOT NULL a, CONSTRAINT there NOT NULL b) INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                """,
            up: """
                UP0
                """,
            down: """
                DOWN0
                """),
        PlanCase(
            "an heir's primary key makes the parent's constraint its own, unless it comes later",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c () INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM p",
            to: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (PRIMARY KEY (a)) INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                ALTER TABLE d ADD PRIMARY KEY (a);
                CREATE TABLE e () INHERITS (p);
                ALTER TABLE e ADD PRIMARY KEY (a);
                """,
            up: """
                UP1
                """,
            down: """
                DOWN1
                """),
        PlanCase(
            "a parent refuses NULL where the heir's key does already",
            from: """
                CREATE TABLE p (a integer);
                CREATE TABLE c (b integer, PRIMARY KEY (a)) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1, 2)", query: "SELECT a, b FROM c",
            to: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (b integer, PRIMARY KEY (a)) INHERITS (p);
                """,
            up: """
                UP2
                """,
            down: """
                DOWN2
                """),
        PlanCase(
            "a constraint becomes the parent's alone, and the parent's key holds on to it",
            from: """
                CREATE TABLE p (a integer PRIMARY KEY);
                CREATE TABLE c (NOT NULL a) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM c",
            to: """
                CREATE TABLE p (a integer PRIMARY KEY);
                CREATE TABLE c () INHERITS (p);
                """,
            up: """
                UP3
                """,
            down: """
                DOWN3
                """),
        PlanCase(
            "the parent no longer refuses NULL, nor the heir",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (NOT NULL a) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM c",
            to: """
                CREATE TABLE p (a integer);
                CREATE TABLE c () INHERITS (p);
                """,
            up: """
                UP4
                """,
            down: """
                DOWN4
                """),
        PlanCase(
            "a table begins to inherit a constraint that is not to be its own",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (a integer NOT NULL);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM c",
            to: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (a integer) INHERITS (p);
                """,
            up: """
                UP5
                """,
            down: """
                DOWN5
                """),
        PlanCase(
            "a name that the server chose for a domain",
            from: """
                CREATE DOMAIN d AS integer NOT NULL;
                ALTER DOMAIN d RENAME CONSTRAINT d_not_null TO d_not_null1;
                """,
            to: """
                CREATE DOMAIN d AS integer CONSTRAINT given NOT NULL;
                CREATE DOMAIN e AS integer NOT NULL;
                ALTER DOMAIN e RENAME CONSTRAINT e_not_null TO e_not_null2;
                """,
            up: """
                UP6
                """,
            down: """
                DOWN6
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
