import AutogenSchema
import AutogenSQLText

/// A function runs with the rights of its owner (`SECURITY DEFINER`) and has no `search_path` of its own: who calls it can
/// put a table or an operator of theirs before the one that is meant, and it runs with the owner's rights.
///
/// ```sql
/// CREATE FUNCTION total(order_id int) RETURNS numeric LANGUAGE sql SECURITY DEFINER
///     SET search_path = ''
///     AS $$SELECT sum(amount) FROM app.items WHERE items.order_id = total.order_id$$;
/// ```
enum DefinerSearchPath: LintRule {
    static let code = "definer-search-path"

    static func faults(in script: LintScript) -> [LintFault] {
        script.functions(becoming: isOpen).map { id in
            script.fault(
                "\(id) runs with the rights of its owner, and whoever calls it says where its names are looked for",
                "SET search_path = '' and names with their schemas", of: id)
        }
    }

    /// Whether it runs as its owner with the caller's `search_path`; a body that the server has read names what it means.
    private static func isOpen(_ function: Function) -> Bool {
        guard !function.hasParsedBody.value else { return false }
        let head = SQLReader(function.definition, .postgresql)
        var reader = head
        var runsAsOwner = false
        while let token = reader.next() {
            if token.kind == .dollarString || token.kind == .string { break }
            if reader.isAt("SECURITY", "DEFINER") { runsAsOwner = true }
            if reader.isAt("SET", "SEARCH_PATH") { return false }
        }
        return runsAsOwner
    }
}
