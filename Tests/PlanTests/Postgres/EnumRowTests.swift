import Testing

@Suite struct EnumRowTests {
    @Test(arguments: [
        RowCase(
            "a label goes that no row has",
            from: """
                CREATE TYPE s AS ENUM ('a', 'b', 'c');
                CREATE TABLE t (s s DEFAULT 'a', l s[]);
                COMMENT ON COLUMN t.s IS 'state';
                """,
            rows: "INSERT INTO t VALUES ('a', '{a,c}'), ('c', NULL)",
            to: """
                CREATE TYPE s AS ENUM ('c', 'a');
                CREATE TABLE t (s s DEFAULT 'a', l s[]);
                COMMENT ON COLUMN t.s IS 'state';
                """,
            query: "SELECT * FROM t ORDER BY s::text", up: "a|{a,c}\nc|NULL", omits: ["RENAME VALUE"])
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }

    @Test func `a label that rows hold is not lost`() async throws {
        try await RowCase(
            "a label goes", from: "CREATE TYPE s AS ENUM ('a', 'b', 'c'); CREATE TABLE t (s s);",
            rows: "INSERT INTO t VALUES ('a'), ('b')",
            to: "CREATE TYPE s AS ENUM ('a', 'c'); CREATE TABLE t (s s);", query: "SELECT s FROM t ORDER BY s",
            up: "a\nb", says: ["-- may fail: fails if a value of s is not one of the new public.s"]
        ).checkRefused()
    }
}
