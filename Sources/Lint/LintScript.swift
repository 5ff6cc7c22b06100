package import AutogenPlan
package import AutogenSQLText
package import AutogenSchema

/// A script that is looked at, with what running it has shown.
package struct LintScript: Sendable {
    /// As messages show it.
    package let file: String
    package let dialect: Dialect
    /// Those of the upgrade, in order.
    package let statements: [LintStatement]
    /// The schema that the script starts from.
    package let before: Catalog
    /// The schema that it leads to.
    package let after: Catalog

    package init(file: String, dialect: Dialect, statements: [LintStatement], before: Catalog, after: Catalog) {
        self.file = file
        self.dialect = dialect
        self.statements = statements
        self.before = before
        self.after = after
    }

    /// The columns that come with the script, with their types.
    var newColumns: [(id: ObjectID, column: Column)] {
        after.ids(of: .column).sorted().compactMap { id in
            let column = after.body(id, as: Column.self)
            return before.contains(id) ? nil : column.map { (id, $0) }
        }
    }

    /// The first statement whose words name an object, or else the first of all.
    func line(naming id: ObjectID) -> Int {
        let names = [id.name, id.tablePath.last ?? ""]
        let found = names.lazy.compactMap { name in
            statements.first { statement in
                statement.sql.tokens.contains { statement.sql.reader.name(of: $0) == name }
            }
        }.first
        return (found ?? statements.first)?.line ?? 1
    }
}

/// A statement of a script, and what it takes of the relations that were there before the script.
package struct LintStatement: Sendable {
    package let sql: SQLStatement
    /// Where it begins in the file, counted from 1.
    package let line: Int
    package let facts: StatementFacts
    /// Which of the script's transactions it is in.
    package let transaction: Int
    /// The comments over it.
    package let comments: [LintComment]

    package init(
        sql: SQLStatement, line: Int, facts: StatementFacts, transaction: Int, comments: [LintComment] = []
    ) {
        self.sql = sql
        self.line = line
        self.facts = facts
        self.transaction = transaction
        self.comments = comments
    }

    /// What it goes through while clients wait.
    var slow: [RelationUse] { facts.uses.filter { $0.effect?.growsWithRows == true && $0.lock?.blocksWrites == true } }

    /// Whether it changes rows.
    var changesRows: Bool { ["INSERT", "UPDATE", "DELETE", "MERGE", "WITH"].contains(sql.words.first) }

    /// The clauses of an `ALTER TABLE`, with the table; `nil` for any other statement.
    var alteredTable: (table: [String], clauses: [AlterClause])? {
        var reader = sql.reader
        guard reader.skip("ALTER") else { return nil }
        reader.skip("FOREIGN")
        guard reader.skip("TABLE") || reader.skip("MATERIALIZED", "VIEW") || reader.skip("VIEW") else { return nil }
        reader.skip("IF", "EXISTS")
        reader.skip("ONLY")
        guard let table = reader.name() else { return nil }
        reader.skip(symbol: "*")
        var clauses: [AlterClause] = []
        repeat {
            let tokens = reader.tokens { $0.isAt(symbol: ",") }
            clauses.append(AlterClause(words: Self.words(of: tokens, in: sql)))
        } while reader.skip(symbol: ",")
        return (table, clauses)
    }

    /// The words outside of parentheses, where names and not keywords stand; a quoted name is one of them.
    private static func words(of tokens: ArraySlice<SQLToken>, in sql: SQLStatement) -> [String] {
        var depth = 0
        var words: [String] = []
        for token in tokens {
            switch token.kind {
            case .opening: depth += 1
            case .closing: depth -= 1
            case .word where depth == 0: words.append(sql.keyword(token))
            case .quotedName where depth == 0: words.append(sql.text(of: token))
            default: break
            }
        }
        return words
    }
}

/// One of the actions of an `ALTER TABLE`.
package struct AlterClause: Sendable {
    /// Its words outside of parentheses, in upper case where they are bare.
    let words: [String]

    func begins(with words: String...) -> Bool { self.words.starts(with: words) }
    func has(_ words: String...) -> Bool {
        self.words.indices.contains { self.words[$0...].starts(with: words) }
    }

    /// `ADD COLUMN`, also without its second word.
    var addsColumn: Bool {
        guard words.first == "ADD" else { return false }
        return !["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "NOT", "GENERATED"]
            .contains(words.dropFirst().first)
    }
    var isNotValid: Bool { has("NOT", "VALID") }
}

/// A comment over a statement.
package struct LintComment: Sendable {
    package let text: String
    package let line: Int

    package init(text: String, line: Int) {
        self.text = text
        self.line = line
    }
}

extension ObjectID {
    /// The table that a column or a constraint is of.
    var tablePath: [String] { Array(path.dropLast()) }
}

extension Catalog {
    /// Whether there is a table or a view of a name; one without a schema may be in any.
    func hasRelation(_ name: [String]) -> Bool {
        [Kind.table, .view, .materializedView].contains { kind in
            ids(of: kind).contains { $0.path.suffix(name.count) == name[...] }
        }
    }
}
