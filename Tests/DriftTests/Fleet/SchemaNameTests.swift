import AutogenSchema
import Testing

@testable import AutogenDrift

/// What is said of one schema is said of another, in SQL and in what SQL holds.
@Suite struct SchemaNameTests {
    @Test(
        arguments: [
            ("a", "b"), ("a.users", "b.users"), ("nextval('a.s'::regclass)", "nextval('b.s'::regclass)"),
            ("BEGIN PERFORM a.f(); END", "BEGIN PERFORM b.f(); END"),
            ("$$ SELECT a.f('a.x') $$", "$$ SELECT b.f('b.x') $$"),
            (
                "-- of a.users, which isn't a.x\nDROP TABLE a.users;",
                "-- of b.users, which isn't b.x\nDROP TABLE b.users;"
            ),
            ("/* a.x */ a.y", "/* b.x */ b.y"), ("ca.x, a_a.x, c.a.x, \"a.x\"", "ca.x, a_a.x, c.a.x, \"a.x\""),
            ("\"a\".x = a.y", "b.x = b.y"), ("\"a\".x", "b.x"), ("$a$a.x$a$", "$a$b.x$a$"),
            ("it isn't a.x", "it isn't b.x"), ("'", "'"),
            ("'a.", "'b."), ("a.", "b."),
        ]) func text(_ text: String, _ expected: String)
    {
        #expect(SchemaName("a", to: "b", Dialect.postgresql.syntax).text(text) == expected)
    }

    @Test func quotedNames() {
        let name = SchemaName("tenant-x", to: "model", Dialect.postgresql.syntax)
        #expect(name.text("SELECT f('\"tenant-x\".s') FROM \"tenant-x\".t") == "SELECT f('model.s') FROM model.t")
        #expect(SchemaName("model", to: "tenant-x", Dialect.postgresql.syntax).text("model.t") == "\"tenant-x\".t")
    }
}
