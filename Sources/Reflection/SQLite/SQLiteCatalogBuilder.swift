import AutogenSchema

/// Makes the catalog from what the pragmas and the statements in `sqlite_schema` say.
struct SQLiteCatalogBuilder {
    static let schema = "main"

    let source: SQLiteSource
    var catalog: Catalog
    /// Tables, virtual tables and views by their folded name, since names in SQL have any case.
    private(set) var relations: [String: ObjectID] = [:]
    /// How many triggers have been added.
    private var triggers = 0
    /// The columns of a table by their folded name.
    private var columnNames: [String: CanonicalText] = [:]

    init(source: SQLiteSource, version: ServerVersion) {
        self.source = source
        catalog = Catalog(dialect: .sqlite, version: version)
        for entry in source.entries {
            guard let kind = Self.kind(of: entry), kind != .index, kind != .trigger else { continue }
            relations[entry.name.folded] = ObjectID(kind, Self.schema, entry.name)
        }
        for (table, columns) in source.columns {
            columnNames[table.loweringASCII] = CanonicalText(names: columns.map(\.name))
        }
    }

    private static func kind(of entry: SQLiteSource.Entry) -> Kind? {
        switch entry.type {
        case "table": VirtualTableDeclaration(entry.sql) == nil ? .table : .virtualTable
        case "view": .view
        case "index": .index
        case "trigger": .trigger
        default: nil
        }
    }

    func relation(_ name: String) -> ObjectID? { relations[name.folded] }

    /// The spelling of expressions over the columns of a table.
    func spelling(of table: String) -> CanonicalText { columnNames[table.folded] ?? CanonicalText() }

    mutating func build() -> Catalog {
        for entry in source.entries {
            switch Self.kind(of: entry) {
            case .table?: add(table: entry)
            case .virtualTable?: add(virtualTable: entry)
            case .view?: add(view: entry)
            case .index?: add(index: entry)
            case .trigger?: add(trigger: entry)
            default: continue
            }
        }
        for entry in source.entries where entry.type == "view" || entry.type == "trigger" { addMentions(of: entry) }
        for (name, value) in source.options where value != 0 {
            var body = DatabaseOption()
            body.value = value
            catalog.insert(SchemaObject(ObjectID(.databaseOption, name.rawValue), .databaseOption(body)))
        }
        return catalog
    }

    private mutating func add(virtualTable entry: SQLiteSource.Entry) {
        guard let declaration = VirtualTableDeclaration(entry.sql) else { return }
        var body = VirtualTable()
        body.module = declaration.module
        body.definition = CanonicalText().text(of: declaration.tokens)
        body.declaration = NotCompared(Self.trimmed(entry.sql))
        let id = ObjectID(.virtualTable, Self.schema, entry.name)
        let definition = SQLiteText.read(.virtualTable(body))
        catalog.insert(SchemaObject(id, definition))
        guard case .virtualTable(let read) = definition else { return }
        let named =
            read.content.value == .unknown ? declaration.tokens.dropFirst().map(\.name) : [read.contentTable.value]
        for name in named {
            if let table = relation(name), table != id { catalog.insert(dependency: table, of: id) }
        }
    }

    private mutating func add(view entry: SQLiteSource.Entry) {
        var body = View()
        body.definition = CanonicalText().text(of: Self.tokensAfterName(entry))
        body.flaw = NotCompared(source.viewRefusals[entry.name.exact]?.flaw)
        body.needsApplication = NotCompared(source.viewRefusals[entry.name.exact]?.isOfApplication ?? false)
        body.declaration = NotCompared(Self.trimmed(entry.sql))
        catalog.insert(SchemaObject(ObjectID(.view, Self.schema, entry.name), .view(body)))
    }

    private mutating func add(trigger entry: SQLiteSource.Entry) {
        guard let owner = relation(entry.table) else { return }
        var body = Trigger()
        body.flaw = NotCompared(source.triggerRefusals[entry.name.exact]?.flaw)
        body.needsApplication = NotCompared(source.triggerRefusals[entry.name.exact]?.isOfApplication ?? false)
        body.definition = CanonicalText().text(of: Self.tokensAfterName(entry))
        triggers += 1
        body.position = NotCompared(triggers)
        body.declaration = NotCompared(Self.trimmed(entry.sql))
        let id = triggerID(entry, on: owner)
        catalog.insert(SchemaObject(id, SQLiteText.read(.trigger(body))), partOf: owner)
    }

    private func triggerID(_ entry: SQLiteSource.Entry, on owner: ObjectID) -> ObjectID {
        ObjectID(.trigger, Self.schema, owner.name, entry.name)
    }

    private mutating func add(index entry: SQLiteSource.Entry) {
        guard let table = relation(entry.table) else { return }
        let spelling = spelling(of: table.name)
        let tokens = Self.tokensAfterName(entry)
        var body = Index()
        body.table = table.path
        body.unique = TokenReader(Token.tokens(of: entry.sql)).isAt("CREATE", "UNIQUE")
        // Without "ON table", which is the attribute above.
        body.definition = spelling.text(of: Self.withoutAscending(tokens.dropFirst(2)))
        let words = tokens.dropFirst(2).map(\.keyword)
        body.restricted = NotCompared(
            words.contains("COLLATE") || words.contains("WHERE") || words.count { $0 == "(" } > 1)
        body.columns = source.keys[entry.name.exact] ?? []
        body.declaration = NotCompared(Self.trimmed(entry.sql))
        let id = ObjectID(.index, Self.schema, entry.name)
        catalog.insert(SchemaObject(id, SQLiteText.read(.index(body))), partOf: table)
        for column in columns(in: tokens.dropFirst(2), of: table.name) { catalog.insert(dependency: column, of: id) }
    }

    /// The keys without `ASC`, which is what is meant when nothing is said.
    private static func withoutAscending(_ tokens: ArraySlice<Token>) -> [Token] {
        let tokens = Array(tokens)
        return tokens.enumerated().filter { index, token in
            guard token.keyword == "ASC", index > 0, index + 1 < tokens.count else { return true }
            let isAlone = ["(", ","].contains(tokens[index - 1].keyword)
            return isAlone || ![",", ")"].contains(tokens[index + 1].keyword)
        }.map(\.element)
    }

    /// The columns of a table that an expression names.
    func columns(in tokens: some Sequence<Token>, of table: String) -> [ObjectID] {
        let names = spelling(of: table).names
        var found: [ObjectID] = []
        for token in tokens where token.kind == .word || token.kind == .quoted {
            guard let name = names[token.name.folded] else { continue }
            let id = ObjectID(.column, Self.schema, table, name)
            if !found.contains(id) { found.append(id) }
        }
        return found
    }

    /// The tables and views that a view or trigger names.
    private mutating func addMentions(of entry: SQLiteSource.Entry) {
        let id: ObjectID
        if entry.type == "view" {
            id = ObjectID(.view, Self.schema, entry.name)
        } else if let owner = relation(entry.table) {
            id = triggerID(entry, on: owner)
        } else {
            return
        }
        var isAlias = false
        for token in Self.tokensAfterName(entry) {
            defer { isAlias = token.keyword == "AS" }
            guard token.kind == .word || token.kind == .quoted, !isAlias else { continue }
            // A name may be that of a column or alias, so two views may seem to name each other; SQLite takes views in
            // any order, and the second of the two makes no dependency.
            guard let named = relation(token.name), !reaches(named, id) else { continue }
            catalog.insert(dependency: named, of: id)
        }
    }

    private func reaches(_ start: ObjectID, _ goal: ObjectID) -> Bool {
        guard start.kind == .view || start.kind == .virtualTable else { return false }
        var pending = [start]
        var seen: Set<ObjectID> = []
        while let id = pending.popLast() {
            if id == goal { return true }
            guard seen.insert(id).inserted else { continue }
            pending += catalog.needs(of: id)
        }
        return false
    }

    /// The statement without comments behind its end.
    static func trimmed(_ sql: String) -> String {
        guard let last = Token.tokens(of: sql).last else { return sql }
        return String(decoding: Array(sql.utf8)[..<last.range.upperBound], as: UTF8.self)
    }

    /// What follows the name of the object that the statement creates.
    static func tokensAfterName(_ entry: SQLiteSource.Entry) -> ArraySlice<Token> {
        let tokens = Token.tokens(of: entry.sql)
        let name = entry.name.loweringASCII
        guard let place = tokens.firstIndex(where: { $0.name.loweringASCII == name && $0.keyword != "CREATE" }) else {
            return tokens[...]
        }
        return tokens[(place + 1)...]
    }
}
