import AutogenSchema
import Testing

@Suite struct SQLTests {
    @Test(arguments: [
        ("users", "users"), ("Users", "\"Users\""), ("order", "\"order\""), ("two words", "\"two words\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""), ("", "\"\""), ("1st", "\"1st\""), ("größe", "\"größe\""), ("_a1", "_a1"),
    ])
    func quotesNamesWhereTheyMustBe(name: String, quoted: String) {
        let sql: SQL = "SELECT \(name: name)"
        #expect(sql.text == "SELECT \(quoted)")
    }

    @Test func quotesLiterals() {
        let sql: SQL = "COMMENT ON TABLE \(name: ["public", "order"]) IS \(literal: "a person's \\ order")"
        #expect(sql.text == #"COMMENT ON TABLE public."order" IS 'a person''s \ order'"#)
        let null: SQL = "IS \(literal: String?.none)"
        #expect(null.text == "IS NULL")
    }

    @Test func joinsParts() {
        let parts: [SQL] = ["a", "b"]
        let sql: SQL = "(\(parts, separator: ", ")) + \(7) + (\(names: ["x", "Y"])) + (\(literals: ["p", "q'"]))"
        #expect(sql.text == "(a, b) + 7 + (x, \"Y\") + ('p', 'q''')")
    }
}
