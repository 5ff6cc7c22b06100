/// A random SQLite schema as SQL, with what later genes must know of the objects made so far.
struct SQLiteDraft: Sendable {
    private(set) var statements: [String] = []
    /// The keys of the choices that each gene made.
    var drawn: [Gene.Place: Set<String>] = [:]
    var relations: [SQLiteRelation] = []

    var script: String { statements.map { $0 + "\n;\n" }.joined() }
    var tables: [SQLiteRelation] { relations.filter { $0.form == .table } }

    mutating func add(_ statement: String) { statements.append(statement) }

    static func name(_ word: String, _ number: Int) -> String {
        number % 12 == 4 ? "\(word)_é\(number)" : Names.name(word, number)
    }
}

extension Genome {
    /// Writes the schema down in SQLite's SQL.
    func sqliteDraft() -> SQLiteDraft {
        var draft = SQLiteDraft()
        for gene in ordered {
            var dice = Dice(gene)
            switch gene.kind {
            case .table: SQLiteTableWriter.write(&dice, into: &draft)
            case .index: SQLiteIndexWriter.write(&dice, into: &draft)
            case .view: SQLiteViewWriter.write(&dice, into: &draft)
            case .trigger: SQLiteTriggerWriter.write(&dice, into: &draft)
            default: continue
            }
            draft.drawn[gene.place] = dice.drawn
        }
        return draft
    }
}
