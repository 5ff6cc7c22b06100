import AutogenSchema
import Testing

@testable import Autogen

/// What has a name of the server's making, and what is written under another name.
@Suite struct NamingTests {
    private func index(
        _ name: String, _ columns: [String], _ keysAndRest: String, hasExpressions: Bool = false
    ) -> SchemaObject {
        var index = Index()
        index.hasExpressions = NotCompared(hasExpressions)
        index.table = ["public", "t"]
        index.columns = columns
        index.definition = "CREATE INDEX \(SQL.quoted(name: name)) ON public.t USING btree \(keysAndRest)"
        return SchemaObject(ObjectID(.index, "public", name), .index(index))
    }

    @Test(
        arguments: [
            ("t_a_idx", ["a"], "(a)", true), ("t_a_idx1", ["a"], "(a)", true), ("t_x_idx", ["a"], "(a)", false),
            ("t_expr_idx", [], "(((a + b)))", true), ("t_a_expr_idx", ["a"], "(a, ((b + c)))", true),
            ("t_open_idx", ["a"], "(a) WHERE ((b > 0) AND (c > 0))", false),
            ("t_open_idx", ["a"], "(a) WHERE (b = '(('::text)", false),
        ]) func given(_ name: String, _ columns: [String], _ rest: String, _ isGiven: Bool)
    {
        #expect(DefaultName.isGiven(to: index(name, columns, rest, hasExpressions: name.contains("expr"))) == isGiven)
    }

    @Test func clauseOfABreach() throws {
        let empty = Catalog(dialect: .postgresql, version: ServerVersion(16, 0))
        var catalog = empty
        let rest = "(a) WHERE (b = ' INDEX \"Of all\" '::text)"
        catalog.insert(index("Of all", ["a"], rest))
        let naming = NamingConvention([.index: "ix_{table}_{columns}"])
        let breach = try #require(naming.breaches(in: catalog, beyond: empty).first)
        #expect(breach.wanted == "ix_t_a")
        #expect(breach.clause == "CREATE INDEX ix_t_a ON public.t USING btree \(rest)")
    }
}
