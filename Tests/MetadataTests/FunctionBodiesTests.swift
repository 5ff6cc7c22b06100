import AutogenMetadata
import AutogenSchema
import Testing

/// A body that is a text is read once all that it may name is there.
@Suite struct FunctionBodiesTests {
    @Test func pointsIntoTheBody() async throws {
        let project = try Project([
            "a.sql": """
            CREATE TABLE t (id int);
            CREATE FUNCTION fine() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM later';
            CREATE FUNCTION bad(a int) RETURNS int LANGUAGE plpgsql AS $$
            BEGIN
              RETURN SELEC 1;
            END $$;
            CREATE OR REPLACE PROCEDURE worse() LANGUAGE sql AS $$
              INSERT INTO t VALUES (1) RETURNNG id
            $$;
            """, "b.sql": "CREATE TABLE later (id int);\nALTER FUNCTION bad(int) STABLE;\n",
        ])
        let error = try #require(await project.problems(.postgresql))
        #expect(
            error.description == """
                a.sql:5:16: error: syntax error at or near "1" (42601)
                  5 |   RETURN SELEC 1;
                    |                ^
                a.sql:8:28: error: syntax error at or near "RETURNNG" (42601)
                  8 |   INSERT INTO t VALUES (1) RETURNNG id
                    |                            ^
                """)
    }

    /// A database may have functions that have outlived what they use, and dumps say that bodies are not to be read.
    @Test func warnsOfWhatADatabaseMayHave() async throws {
        let project = try Project([
            "a.sql": """
            CREATE FUNCTION old() RETURNS bigint LANGUAGE sql AS $$
              SELECT count(*) FROM gone $$;
            """,
            "dump.sql": """
            SET check_function_bodies = false;
            CREATE FUNCTION bad() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN SELEC 1; END';
            """,
        ])
        let loaded = try await project.load(.postgresql, query: "SELECT proname FROM pg_proc WHERE proname = 'old'")
        #expect(loaded.values == ["old"])
        #expect(
            loaded.notes.map(\.description) == [
                #"a.sql:2:24: warning: this body will fail when it is called: relation "gone" does not exist"#,
                #"dump.sql:2:75: warning: this body will fail when it is called: syntax error at or near "1""#,
            ])
    }

    /// What a file sets, and what the function sets for itself, holds where its body is read.
    @Test func readsWithTheSettingsOfTheFile() async throws {
        let project = try Project([
            "a.sql": """
            CREATE SCHEMA s; CREATE SCHEMA own; SET search_path = s;
            CREATE TABLE t (id int); CREATE TABLE own.u (id int);
            CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t';
            CREATE FUNCTION g() RETURNS bigint LANGUAGE sql SET search_path = own AS E'SELECT count(*)\\n FROM u';
            CREATE FUNCTION same(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION same(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
            """
        ])
        let loaded = try await project.load(.postgresql, query: "SELECT 1")
        #expect(loaded.notes.isEmpty)
    }
}
