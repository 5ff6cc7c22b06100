import AutogenSQLText

/// One of the actions of an `ALTER TABLE`.
package struct AlterClause: Sendable {
    /// What the action is done to.
    enum Subject: Sendable, Hashable {
        case column(String)
        case constraint(String)
        /// The table, or something without a name of its own.
        case other
    }

    /// Its words outside of parentheses, in capitals where they are bare, without the name of ``subject``.
    let words: [String]
    let subject: Subject
    /// The name that a renaming gives, or the schema that a move leads to.
    let newName: String?
    /// The words behind ``subject``.
    let rest: [String]

    init(_ tokens: ArraySlice<SQLToken>, of sql: SQLStatement) {
        var reader = sql.reader(of: tokens)
        var head = [reader.word()]
        func take(_ words: String...) {
            if reader.isAt(words) {
                for _ in words { _ = reader.next() }
                head += words
            }
        }
        func name() -> String? { reader.name()?.last }
        var subject = Subject.other
        var newName: String?
        switch head.first {
        case "ADD":
            if reader.isAt("CONSTRAINT") {
                take("CONSTRAINT")
                subject = name().map(Subject.constraint) ?? .other
            } else if !["PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "NOT", "GENERATED"].contains(reader.keyword)
            {
                take("COLUMN")
                take("IF", "NOT", "EXISTS")
                subject = name().map(Subject.column) ?? .other
            }
        case "ALTER":
            if reader.isAt("CONSTRAINT") {
                take("CONSTRAINT")
                subject = name().map(Subject.constraint) ?? .other
            } else {
                take("COLUMN")
                subject = name().map(Subject.column) ?? .other
            }
        case "DROP":
            if reader.isAt("CONSTRAINT") {
                take("CONSTRAINT")
                take("IF", "EXISTS")
                subject = name().map(Subject.constraint) ?? .other
            } else {
                take("COLUMN")
                take("IF", "EXISTS")
                subject = name().map(Subject.column) ?? .other
            }
        case "VALIDATE":
            take("CONSTRAINT")
            subject = name().map(Subject.constraint) ?? .other
        case "RENAME":
            if reader.isAt("TO") {
                take("TO")
                newName = name()
            } else if reader.isAt("CONSTRAINT") {
                take("CONSTRAINT")
                subject = name().map(Subject.constraint) ?? .other
                take("TO")
                newName = name()
            } else {
                take("COLUMN")
                subject = name().map(Subject.column) ?? .other
                take("TO")
                newName = name()
            }
        case "SET":
            if reader.isAt("SCHEMA") {
                take("SCHEMA")
                newName = name()
            }
        default: break
        }
        rest = Self.words(of: reader.rest, in: sql)
        words = head + rest
        self.subject = subject
        self.newName = newName
    }

    func begins(with words: String...) -> Bool { self.words.starts(with: words) }

    /// Whether the words stand in it one after the other.
    func has(_ words: String...) -> Bool { Self.has(words, in: self.words) }

    /// The same of what stands behind the name.
    func isFollowed(by words: String...) -> Bool { Self.has(words, in: rest) }

    var addsColumn: Bool {
        guard words.first == "ADD", case .column = subject else { return false }
        return true
    }

    /// `ADD CONSTRAINT`, also without a name.
    var addsConstraint: Bool { words.first == "ADD" && !addsColumn }

    /// `ALTER COLUMN ... TYPE`
    var changesType: Bool {
        words.first == "ALTER" && (rest.starts(with: ["TYPE"]) || rest.starts(with: ["SET", "DATA", "TYPE"]))
    }

    var isNotValid: Bool { has("NOT", "VALID") }

    var column: String? {
        switch subject {
        case .column(let name): name
        case .constraint, .other: nil
        }
    }

    var constraint: String? {
        switch subject {
        case .constraint(let name): name
        case .column, .other: nil
        }
    }

    private static func has(_ words: [String], in all: [String]) -> Bool {
        all.indices.contains { all[$0...].starts(with: words) }
    }

    /// Those outside of parentheses, where names and not keywords stand; a quoted name is one of them.
    private static func words(of tokens: ArraySlice<SQLToken>, in sql: SQLStatement) -> [String] {
        var depth = 0
        var words: [String] = []
        for token in tokens {
            switch token.kind {
            case .opening: depth += 1
            case .closing: depth -= 1
            case .word where depth == 0: words.append(sql.keyword(token))
            case .quotedName where depth == 0: words.append(sql.text(of: token))
            case .word, .quotedName, .string, .dollarString, .bits, .number, .parameter, .symbol, .semicolon,
                .lineComment, .blockComment:
                break
            }
        }
        return words
    }
}
