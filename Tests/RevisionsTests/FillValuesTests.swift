import AutogenSQLText
import AutogenSchema
import Testing

@testable import AutogenRevisions

@Suite struct FillValuesTests {
    private let values = FillValues([Address(kind: "column", path: ["public", "t", "a b"]): "lower('x')"])

    @Test func takesThePlaceOfTheMark() {
        let text = #"ALTER TABLE t ADD COLUMN "a b" text DEFAULT NULL /* autogen:fill public.t."a b" */ NOT NULL"#
        #expect(
            values.filling(text, .postgresql)
                == "ALTER TABLE t ADD COLUMN \"a b\" text DEFAULT (lower('x')\n) NOT NULL")
    }

    /// In a string, for another column, or without a NULL before it, the words mean nothing.
    @Test(arguments: [
        #"SELECT 'NULL /* autogen:fill public.t."a b" */'"#, "SELECT NULL /* autogen:fill public.t.b */",
        #"SELECT 1 /* autogen:fill public.t."a b" */"#,
    ])
    func leavesAllElse(_ text: String) { #expect(values.filling(text, .postgresql) == text) }
}
