import AutogenSQLText

/// What the administrator of a scratch database may be asked to run after the role of the run was refused it.
///
/// Only forms that run no code and no expression of their author's are in: whoever runs a `DO` block, a default or a
/// partition's bound as a superuser has handed over the server.
struct Privileged {
    /// When the administrator runs it.
    enum Time: Sendable, Hashable {
        /// At once, since what follows needs it and nobody's rights grow by it.
        case atOnce
        /// At once on a server that holds nothing else, since what follows may need it; at the end on one that does.
        case atOnceInPrivate
        /// At the end, before the schema is read.
        case atEnd
    }

    let time: Time
    /// Whether statements that come later may need what this one makes.
    let makes: Bool
    /// Whether it is about event triggers, which fire for everything that comes after them.
    var isLast = false
    /// Whether it holds expressions: a constant in one is read by its type's input function at once, which checks the
    /// domains in it, and a check may call anything.
    var hasExpressions = false

    /// `nil` for what nobody but its author's own rights may run.
    init?(_ statement: SQLStatement) {
        var reader = statement.reader
        switch reader.word() {
        case "COMMENT", "SECURITY":
            self.init(.atEnd, isLast: statement.words.prefix(5).contains("EVENT"))
        case "GRANT", "REVOKE": self.init(.atEnd)
        case "DROP":
            self.init(.atEnd, isLast: reader.isAt("EVENT"))
        case "ALTER": self.init(altering: reader, in: statement)
        case "CREATE":
            _ = reader.skip("OR", "REPLACE")
            self.init(creating: reader, in: statement)
        default: return nil
        }
    }

    /// The text of a `DROP ... IF EXISTS` that says what is missing; `nil` for any other statement.
    static func withoutIfExists(_ statement: SQLStatement) -> String? {
        guard statement.words.first == "DROP" else { return nil }
        let tokens = statement.tokens
        guard
            let place = tokens.indices.dropLast().first(where: {
                statement.keyword(tokens[$0]) == "IF" && statement.keyword(tokens[$0 + 1]) == "EXISTS"
            })
        else { return nil }
        let before = statement.text(statement.range.lowerBound..<tokens[place].range.lowerBound)
        return before + statement.text(tokens[place + 1].range.upperBound..<statement.range.upperBound)
    }

    private init(_ time: Time, makes: Bool = false, isLast: Bool = false, hasExpressions: Bool = false) {
        (self.time, self.makes, self.isLast, self.hasExpressions) = (time, makes, isLast, hasExpressions)
    }

    private static func hasExpressions(_ statement: SQLStatement) -> Bool {
        let words: Set = ["DEFAULT", "ATOMIC", "RETURN", "WHERE", "CHECK", "GENERATED"]
        var depth = 0
        for token in statement.tokens {
            if token.kind == .opening { depth += 1 }
            if token.kind == .closing { depth -= 1 }
            if words.contains(statement.keyword(token)) { return true }
            // A default of a parameter; `:=` is another way to write it.
            if depth > 0, token.kind == .symbol, ["=", ":="].contains(statement.text(of: token)) { return true }
        }
        return false
    }

    private init?(altering start: SQLReader, in statement: SQLStatement) {
        var reader = start
        if Self.isOwner(statement) {
            self.init(.atEnd, isLast: reader.isAt("EVENT"))
            return
        }
        switch reader.word() {
        case "PUBLICATION": self.init(.atEnd, hasExpressions: Self.hasExpressions(statement))
        case "DEFAULT" where reader.isAt("PRIVILEGES"): self.init(.atEnd)
        case "EVENT": self.init(.atEnd, isLast: true)
        case "EXTENSION", "FUNCTION", "PROCEDURE", "ROUTINE", "LANGUAGE", "OPERATOR", "SERVER",
            "SUBSCRIPTION", "SCHEMA", "USER":
            self.init(.atEnd)
        case "FOREIGN" where reader.skip("DATA"):
            guard Self.validatesItself(statement) else { return nil }
            self.init(.atEnd)
        case "TEXT": self.init(.atEnd)
        default: return nil
        }
    }

    private init?(creating start: SQLReader, in statement: SQLStatement) {
        var reader = start
        let kind = reader.word()
        switch kind {
        case "EVENT": self.init(.atEnd, isLast: true)
        case "EXTENSION":
            _ = reader.skip("IF", "NOT", "EXISTS")
            let name = reader.name()?.last ?? ""
            self.init(KnownExtensions.time(of: name), makes: true)
        case "FUNCTION", "PROCEDURE":
            let language = Self.language(statement)
            self.init(
                language == "c" || language == "internal" ? .atOnceInPrivate : .atEnd, makes: true,
                hasExpressions: Self.hasExpressions(statement))
        case "TYPE", "CAST", "OPERATOR", "ACCESS": self.init(.atOnceInPrivate, makes: true)
        case "PUBLICATION": self.init(.atEnd, makes: true, hasExpressions: Self.hasExpressions(statement))
        case "TRANSFORM", "SERVER", "USER", "SUBSCRIPTION": self.init(.atEnd, makes: true)
        case "TEXT": self.init(.atOnceInPrivate, makes: true)
        case "FOREIGN":
            if reader.skip("DATA") {
                guard Self.validatesItself(statement) else { return nil }
            } else if statement.words.contains("PARTITION") {
                // The bounds of a partition are computed when it is made.
                return nil
            }
            self.init(.atEnd, makes: true, hasExpressions: Self.hasExpressions(statement))
        default: return nil
        }
    }

    /// `... OWNER TO role` and nothing beside it.
    private static func isOwner(_ statement: SQLStatement) -> Bool {
        let tail = statement.tokens.suffix(3).map(statement.keyword)
        var depth = 0
        for token in statement.tokens {
            if token.kind == .opening { depth += 1 }
            if token.kind == .closing { depth -= 1 }
            if depth == 0, token.kind == .symbol, statement.text(of: token) == "," { return false }
        }
        return tail.count == 3 && tail[0] == "OWNER" && tail[1] == "TO"
    }

    private static func language(_ statement: SQLStatement) -> String? {
        var reader = statement.reader
        guard reader.skip(behind: "LANGUAGE") else { return nil }
        if let token = reader.peek, token.kind == .string { return token.value(in: statement.source).lowercased() }
        return reader.name()?.last
    }

    /// The validator of a foreign-data wrapper runs with every option that is set, so it must be PostgreSQL's own.
    private static func validatesItself(_ statement: SQLStatement) -> Bool {
        var reader = statement.reader
        guard reader.skip(behind: "VALIDATOR") else { return true }
        return reader.name() == ["pg_catalog", "postgresql_fdw_validator"]
    }
}
