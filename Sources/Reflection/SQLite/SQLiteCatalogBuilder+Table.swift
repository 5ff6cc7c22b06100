import AutogenSchema

extension SQLiteCatalogBuilder {
    mutating func add(table entry: SQLiteSource.Entry) {
        var body = Table()
        body.strict = source.strict.contains(entry.name.exact)
        body.withoutRowid = source.withoutRowid.contains(entry.name.exact)
        body.declaration = NotCompared(Self.trimmed(entry.sql))
        let id = ObjectID(.table, Self.schema, entry.name)
        catalog.insert(SchemaObject(id, .table(body)))

        let declaration = TableDeclaration(entry.sql)
        for column in source.columns[entry.name.exact] ?? [] {
            let declared = declaration.columns.first { $0.name.folded == column.name.folded }
            add(column: column, declared ?? .init(), to: id)
        }
        var taken: Set<String> = []
        for (index, constraint) in declaration.constraints.enumerated() {
            add(constraint: constraint, place: index + 1, to: id, taken: &taken)
        }
    }

    private mutating func add(column: SQLiteSource.Column, _ declared: TableDeclaration.Column, to table: ObjectID) {
        let spelling = spelling(of: table.name)
        var body = Column()
        body.position = NotCompared(column.position)
        // Types are matched without regard to case; capitals are how the strict types are reported.
        body.type = column.type.uppercased()
        body.notNull = column.notNull
        body.notNullName = declared.notNullName
        // BINARY is what a column has when nothing is said.
        if let collation = declared.collation?.uppercased(), collation != "BINARY" { body.collation = collation }
        if !declared.generated.isEmpty {
            body.generated = spelling.text(ofExpression: declared.generated)
            body.virtual = column.isVirtual
        }
        if let conflict = declared.notNullConflict { body.options.append("NOT NULL ON CONFLICT \(conflict)") }
        body.options += declared.idleNames.map { "CONSTRAINT \($0)" }
        body.declaration = NotCompared(declared.text)
        let id = ObjectID(.column, path: table.path + [column.name])
        catalog.insert(SchemaObject(id, .column(body)), partOf: table)
        for other in columns(in: declared.generated, of: table.name) { catalog.insert(dependency: other, of: id) }

        guard let text = column.defaultText else { return }
        var value = ColumnDefault()
        value.expression = CanonicalText().text(ofExpression: Token.tokens(of: text))
        catalog.insert(SchemaObject(ObjectID(.columnDefault, path: id.path), .columnDefault(value)), partOf: id)
    }

    private mutating func add(
        constraint: TableDeclaration.Constraint, place: Int, to table: ObjectID, taken: inout Set<String>
    ) {
        let spelling = spelling(of: table.name)
        var body = Constraint()
        var needs = constraint.keys.flatMap { columns(in: $0.first.map { [$0] } ?? [], of: table.name) }
        body.columns = needs.map(\.name)
        let keys = constraint.keys.map { Self.key($0, spelling) }.joined(separator: ", ")
        let isCollated = constraint.keys.contains { key in key.contains { $0.keyword == "COLLATE" } }
        var name: String
        switch constraint.form {
        case .primaryKey(let autoincrement):
            body.type = .primaryKey
            body.autoincrement = NotCompared(autoincrement)
            body.descending = NotCompared(constraint.isDescending)
            body.collated = NotCompared(isCollated)
            body.definition = "PRIMARY KEY (\(keys))"
            if constraint.isDescending { body.definition = "\(keys) PRIMARY KEY DESC" }
            if autoincrement { body.definition += " AUTOINCREMENT" }
            name = "primary key"
        case .unique:
            body.type = .unique
            body.collated = NotCompared(isCollated)
            body.definition = "UNIQUE (\(keys))"
            name = "unique (\(keys))"
        case .check:
            let expression = constraint.keys.first ?? []
            needs = columns(in: expression, of: table.name)
            body.columns = needs.map(\.name)
            body.definition = "CHECK (\(spelling.text(ofExpression: expression)))"
            name = "check (\(spelling.text(ofExpression: expression)))"
        case .foreignKey(let target):
            body.type = .foreignKey
            let referenced = relation(target.table)
            body.references = referenced?.path ?? [Self.schema, target.table]
            body.referencedColumns = target.columns.map(self.spelling(of: target.table).name)
            body.definition = definition(of: target, keys: keys)
            name = "foreign key (\(keys)) references \(CanonicalText.quoted(body.references[1]))"
            if let referenced { needs += dependencies(of: target, on: referenced) }
        }
        body.onConflict = constraint.onConflict
        body.unnamed = constraint.name == nil
        // Below 0 where it stands in the definition of the column with that number.
        body.position = NotCompared(constraint.column.map { -$0 } ?? place)
        name = constraint.name ?? name
        if !taken.insert(name.exact).inserted {
            name += (2...).lazy.map { " #\($0)" }.first { taken.insert((name + $0).exact).inserted } ?? ""
        }
        let id = ObjectID(.constraint, path: table.path + [name])
        catalog.insert(SchemaObject(id, SQLiteText.read(.constraint(body))), partOf: table)
        for need in needs { catalog.insert(dependency: need, of: id) }
    }

    private func definition(of target: ForeignKeyTarget, keys: String) -> String {
        let table = relation(target.table)?.name ?? target.table
        var text = "FOREIGN KEY (\(keys)) REFERENCES \(CanonicalText.quoted(table))"
        if !target.columns.isEmpty {
            let spelling = spelling(of: table)
            text += " (\(target.columns.map { CanonicalText.quoted(spelling.name($0)) }.joined(separator: ", ")))"
        }
        if let action = target.onDelete { text += " ON DELETE \(action)" }
        if let action = target.onUpdate { text += " ON UPDATE \(action)" }
        if target.isDeferred { text += " DEFERRABLE INITIALLY DEFERRED" }
        return text
    }

    private func dependencies(of target: ForeignKeyTarget, on table: ObjectID) -> [ObjectID] {
        guard table.kind == .table else { return [table] }
        let names = spelling(of: table.name).names
        return [table]
            + target.columns.compactMap { names[$0.folded] }.map { ObjectID(.column, path: table.path + [$0]) }
    }

    /// A column of a key with its collation and direction; ascending is what is meant when nothing is said.
    private static func key(_ tokens: [Token], _ spelling: CanonicalText) -> String {
        var tokens = tokens
        if tokens.count > 1, tokens.last?.keyword == "ASC" { tokens.removeLast() }
        guard let first = tokens.first else { return "" }
        let name = CanonicalText.quoted(spelling.name(first.name))
        return tokens.count == 1 ? name : "\(name) \(spelling.text(of: tokens.dropFirst()))"
    }
}
