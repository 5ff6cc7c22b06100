import AutogenSchema
import AutogenSQLText

/// A function joins a statement of texts and runs it: what a caller gives may be read as SQL.
///
/// `format` quotes: `%I` a name, `%L` a value; values need not stand in the text at all.
///
/// ```sql
/// EXECUTE format('SELECT count(*) FROM %I WHERE id = $1', table_name) INTO n USING wanted;
/// ```
enum DynamicSQL: LintRule {
    static let code = "dynamic-sql"
    static let severity = LintSeverity.note

    static func faults(in script: LintScript) -> [LintFault] {
        script.functions(becoming: joinsStatements).map { id in
            script.fault(
                "\(id) puts a statement together with || and runs it: what it is given may be read as SQL",
                "EXECUTE format('... %I ... %L', ...), and values with USING", of: id)
        }
    }

    /// Whether the body has an `EXECUTE` whose text is joined of pieces that nothing quotes.
    private static func joinsStatements(_ function: Function) -> Bool {
        var head = SQLReader(function.definition, .postgresql)
        while let token = head.next() {
            guard token.kind == .dollarString else { continue }
            return SQLStatement.all(in: head.value(of: token), .postgresql).contains(where: joins)
        }
        return false
    }

    private static func joins(_ statement: SQLStatement) -> Bool {
        var reader = statement.reader
        while !reader.isAtEnd {
            guard reader.skip("EXECUTE"), !reader.isAt("FUNCTION"), !reader.isAt("PROCEDURE") else {
                _ = reader.next()
                continue
            }
            var isJoined = false
            var isQuoted = false
            while !reader.isAtEnd, !reader.isAt("USING"), !reader.isAt("INTO") {
                isJoined = isJoined || reader.isAt(symbol: "||")
                isQuoted =
                    isQuoted || ["QUOTE_IDENT", "QUOTE_LITERAL", "QUOTE_NULLABLE", "FORMAT"].contains(reader.keyword)
                _ = reader.next()
            }
            if isJoined, !isQuoted { return true }
        }
        return false
    }
}
