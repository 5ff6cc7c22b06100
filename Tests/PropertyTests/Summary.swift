/// What a run went through.
struct Summary: CustomStringConvertible {
    private var pairs = 0
    private var statements = 0
    private var rows = 0
    private var refused = 0

    mutating func add(_ outcome: PairCheck.Outcome) {
        pairs += 1
        statements += outcome.statements
        rows += outcome.rows
        refused += outcome.isRefusedByRows ? 1 : 0
    }

    var description: String {
        "\(pairs) pairs passed with \(statements) statements and \(rows) rows; in \(refused) a hazard came true, "
            + "so they passed on empty tables"
    }
}
