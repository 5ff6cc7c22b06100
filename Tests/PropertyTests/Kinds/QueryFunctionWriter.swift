/// Functions that read tables and views, or give their rows.
enum QueryFunctionWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("function", &dice, number: dice.gene.number % 5)
        guard let source = dice.pick("source", draft.relations, by: \.quoted),
            let column = dice.pick("column", source.columns, by: \.name), let argument = TypeFact.builtIn.last
        else { return }
        let quoted = Names.quoted(path)
        let signature = "\(quoted)(\(argument.plain))"
        guard draft.take("function \(signature)") else { return }
        let select = "SELECT s.\(column.quoted) FROM \(source.quoted) s"
        let head = "CREATE FUNCTION \(quoted)(a \(argument.plain)) RETURNS"
        switch dice.number("form", 0...3) {
        case 0: draft.add("\(head) TABLE (result \(column.type.plain)) LANGUAGE sql STABLE BEGIN ATOMIC \(select); END")
        case 1:
            draft.add("\(head) \(column.type.plain) LANGUAGE sql STABLE RETURN (\(select) LIMIT 1)")
            draft.functions.append(
                FunctionFact(use: .value, path: path, arguments: [argument], result: column.type))
        case 2:
            draft.add(
                "\(head) SETOF \(source.quoted) LANGUAGE sql STABLE ROWS 10 AS $$ SELECT * FROM \(source.quoted) $$")
        default: draft.add("\(head) \(source.quoted).\(column.quoted)%TYPE LANGUAGE sql AS $$ \(select) LIMIT 1 $$")
        }
        draft.add(
            Thing(
                comment: "FUNCTION \(signature)", owner: "FUNCTION \(signature)", grant: "FUNCTION \(signature)",
                privileges: ["EXECUTE"]))
    }
}
