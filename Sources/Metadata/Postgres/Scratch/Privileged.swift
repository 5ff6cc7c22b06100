import AutogenSQLText

/// What the administrator of a scratch database may be asked to run after the role of the run was refused it.
///
/// Only forms that run no code of their author's by themselves are in: whoever runs a `DO` block or a partition's bound as
/// a superuser has handed over the server. What may still call something is marked, and asked about before it runs.
struct Privileged {
    /// When the administrator runs it.
    enum Time: Sendable, Hashable {
        /// At once, since what follows needs it and nobody's rights grow by it.
        case atOnce
        /// At once as long as the schema has made no function, which the script of an extension could call by mistake.
        case beforeFunctions
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
    /// Whether the server may call something to run it: the input function of a type or the check of a domain where a
    /// constant of it is read, the handler of an access method, what a text search template begins with.
    var mayCall = false
    /// Whether it gives an object to another owner, and does nothing else.
    var changesOwner = false
    /// Whether it says what others may do with an object, which an owner who comes later would have in another place.
    var saysPrivileges = false
    /// Whether an extension is locked by it, so that the administrator can make none that needs it.
    var holdsExtension = false
    /// Whether a script of somebody else's runs that may call what the schema made, by mistake.
    var runsScript = false
    /// Whether something else than before may stand under a name of the server's own once it has run.
    var mayReplace = false
    /// The libraries whose code it takes.
    var libraries: [String] = []
    /// The SQLSTATE with which the server says that a superuser alone may do this: `insufficient_privilege`, but for the
    /// state of an aggregate, which is `invalid_function_definition`.
    var refusal = "42501"

    /// `nil` for what nobody but its author's own rights may run.
    init?(_ statement: SQLStatement) {
        var reader = statement.reader
        switch reader.word() {
        case "COMMENT":
            self.init(.atEnd, isLast: reader.isAt("ON", "EVENT", "TRIGGER"))
            holdsExtension = reader.isAt("ON", "EXTENSION")
        case "SECURITY":
            guard reader.skip("LABEL") else { return nil }
            if reader.skip("FOR") { _ = reader.next() }
            self.init(.atEnd, isLast: reader.isAt("ON", "EVENT", "TRIGGER"))
        case "GRANT", "REVOKE":
            self.init(.atEnd)
            saysPrivileges = true
        case "DROP": self.init(.atEnd, isLast: reader.isAt("EVENT", "TRIGGER"))
        case "ALTER": self.init(altering: reader, in: statement)
        case "CREATE":
            let replaces = reader.skip("OR", "REPLACE")
            self.init(creating: reader, in: statement)
            mayReplace = replaces
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

    private init(_ time: Time, makes: Bool = false, isLast: Bool = false, mayCall: Bool = false) {
        (self.time, self.makes, self.isLast, self.mayCall) = (time, makes, isLast, mayCall)
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
            self.init(.atEnd, isLast: reader.isAt("EVENT", "TRIGGER"))
            changesOwner = true
            return
        }
        // What is in a schema of the server's takes the place of its own.
        if Self.isMove(statement) { return nil }
        switch reader.word() {
        case "PUBLICATION": self.init(.atEnd, mayCall: Self.hasExpressions(statement))
        case "DEFAULT" where reader.isAt("PRIVILEGES"): self.init(.atEnd)
        case "EVENT" where reader.isAt("TRIGGER"): self.init(.atEnd, isLast: true)
        case "EXTENSION":
            // What is added to an extension would count as made by who wrote that.
            guard reader.name() != nil, reader.isAt("UPDATE") else { return nil }
            self.init(.atEnd)
            runsScript = true
        case "OPERATOR":
            self.init(.atEnd, mayCall: reader.isAt("FAMILY"))
            mayReplace = true
        case "FUNCTION", "PROCEDURE", "ROUTINE", "LANGUAGE", "SERVER", "SUBSCRIPTION", "SCHEMA", "USER":
            self.init(.atEnd)
            mayReplace = true
        case "FOREIGN" where reader.skip("DATA"):
            guard Self.validatesItself(statement) else { return nil }
            self.init(.atEnd)
        case "TEXT": self.init(.atEnd, mayCall: true)
        default: return nil
        }
    }

    private init?(creating start: SQLReader, in statement: SQLStatement) {
        var reader = start
        let kind = reader.word()
        switch kind {
        case "EVENT" where reader.isAt("TRIGGER"): self.init(.atEnd, isLast: true)
        case "EXTENSION":
            _ = reader.skip("IF", "NOT", "EXISTS")
            let name = reader.name()?.last ?? ""
            self.init(KnownExtensions.time(of: name), makes: true)
            runsScript = !KnownExtensions.isKnown(name)
        case "FUNCTION", "PROCEDURE":
            let code = MachineCode(statement)
            if let code, !code.isReadable { return nil }
            self.init(
                code == nil ? .atEnd : .atOnceInPrivate, makes: true, mayCall: Self.hasExpressions(statement))
            libraries = code?.libraries ?? []
        case "TYPE", "CAST", "ACCESS": self.init(.atOnceInPrivate, makes: true)
        case "OPERATOR":
            self.init(.atOnceInPrivate, makes: true, mayCall: reader.isAt("CLASS") || reader.isAt("FAMILY"))
        case "PUBLICATION": self.init(.atEnd, makes: true, mayCall: Self.hasExpressions(statement))
        case "TRANSFORM", "SERVER", "USER", "SUBSCRIPTION": self.init(.atEnd, makes: true)
        case "TEXT": self.init(.atOnceInPrivate, makes: true, mayCall: true)
        case "AGGREGATE":
            guard Self.hasInternalState(statement) else { return nil }
            self.init(.atOnceInPrivate, makes: true, mayCall: true)
            refusal = "42P13"
        case "FOREIGN":
            if reader.skip("DATA") {
                guard Self.validatesItself(statement) else { return nil }
                // Nothing is reached through a wrapper that has no handler.
                self.init(Self.hasHandler(statement) ? .atEnd : .atOnce, makes: true)
                return
            }
            // The bounds of a partition are computed when it is made, and what a column is generated from may be.
            let words = statement.tokens.map(statement.keyword)
            guard !words.contains("PARTITION"), !words.contains("GENERATED"), !words.contains("LIKE") else {
                return nil
            }
            // So are the modifiers of its columns' types.
            self.init(.atEnd, makes: true, mayCall: true)
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

    /// `... SET SCHEMA name`.
    private static func isMove(_ statement: SQLStatement) -> Bool {
        zip(statement.tokens, statement.tokens.dropFirst()).contains {
            statement.keyword($0) == "SET" && statement.keyword($1) == "SCHEMA"
        }
    }

    /// Whether all that an aggregate carries from row to row is of the server's own making, and begins as nothing.
    private static func hasInternalState(_ statement: SQLStatement) -> Bool {
        let words = statement.tokens.map(statement.keyword)
        let texts = statement.tokens.map(statement.text(of:))
        let states = words.indices.filter { words[$0] == "STYPE" || words[$0] == "MSTYPE" }
        return !states.isEmpty && !words.contains("INITCOND") && !words.contains("MINITCOND")
            && !texts.contains { $0.hasPrefix("\"") && $0.lowercased().contains("type") }
            && states.allSatisfy { place in
                let rest = texts.dropFirst(place + 1).prefix(3)
                return rest.count == 3 && rest[place + 1] == "=" && words[place + 2] == "INTERNAL"
                    && [",", ")"].contains(rest[place + 3])
            }
    }

    private static func hasHandler(_ statement: SQLStatement) -> Bool {
        var reader = statement.reader
        guard reader.skip(behind: "WRAPPER"), reader.name() != nil else { return true }
        while !reader.isAtEnd {
            if reader.skip("NO", "HANDLER") { continue }
            if reader.isAt("HANDLER") { return true }
            if reader.parenthesis() == nil { _ = reader.next() }
        }
        return false
    }

    /// The validator of a foreign-data wrapper runs with every option that is set, so it must be PostgreSQL's own.
    private static func validatesItself(_ statement: SQLStatement) -> Bool {
        var reader = statement.reader
        guard reader.skip(behind: "VALIDATOR") else { return true }
        return reader.name() == ["pg_catalog", "postgresql_fdw_validator"]
    }
}
