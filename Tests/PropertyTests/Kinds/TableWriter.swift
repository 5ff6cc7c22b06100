/// Tables of all forms, with their columns, partitions and the constraints that stand in `CREATE TABLE`.
enum TableWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("rel", &dice)
        switch dice.number("form", 0...19) {
        case 0...2: writePartitioned(path, &dice, &draft)
        case 3...4: writeTyped(path, &dice, &draft)
        case 5...7: writeChild(path, &dice, &draft)
        default: writePlain(path, parent: nil, &dice, &draft)
        }
    }

    static func options(_ prefix: String, _ dice: inout Dice) -> String {
        var options: [String] = []
        if dice.chance("\(prefix)fillfactor", 12) {
            options.append("fillfactor = \(dice.number("\(prefix)fills", 50...90))")
        }
        if dice.chance("\(prefix)autovacuum", 8) { options.append("autovacuum_enabled = false") }
        if dice.chance("\(prefix)toast", 5) { options.append("toast.autovacuum_vacuum_threshold = 100") }
        return options.isEmpty ? "" : " WITH (\(options.joined(separator: ", ")))"
    }

    static func writeChild(_ path: [String], _ dice: inout Dice, _ draft: inout Draft) {
        let parents = draft.relations.filter { $0.form == .table && $0.columns.allSatisfy { !$0.isGenerated } }
        writePlain(path, parent: dice.pick("parent", parents) { $0.quoted }, &dice, &draft)
    }

    static func writePlain(
        _ path: [String], parent: RelationFact?, _ dice: inout Dice, _ draft: inout Draft
    ) {
        let own = ColumnWriter.columns(prefix: parent == nil ? "" : "of \(dice.gene.number) ", &dice, draft)
        var columns = own
        if let parent {
            let inherited = parent.columns.map { column in
                var column = column
                column.isInherited = true
                column.isIdentity = false
                return ColumnWriter.Column(fact: column, sql: "")
            }
            columns = inherited + own
        }
        let facts = columns.map(\.fact)
        let keys = TableConstraints(prefix: "", facts, partitionKey: [], &dice, draft)
        let isUnlogged = dice.chance("unlogged", 8)
        var lines = own.map(\.sql) + keys.lines
        if let parent, dice.chance("merges", 20), let merged = parent.columns.first {
            // Declared by the child as well, the column stays when the parent loses it.
            lines.insert("\(merged.quoted) \(merged.type.sql)", at: 0)
            if let collation = merged.collation { lines[0] += " COLLATE \(collation)" }
        }
        var sql = "CREATE \(isUnlogged ? "UNLOGGED " : "")TABLE \(Names.quoted(path)) (\n    "
        sql += lines.joined(separator: ",\n    ") + "\n)"
        if let parent { sql += " INHERITS (\(parent.quoted))" }
        draft.add(sql + options("", &dice))
        var fact = RelationFact(form: .table, path: path, columns: facts, keys: keys.keys, root: path)
        fact.isUnlogged = isUnlogged
        fact.isChild = parent != nil
        add(fact, keys, &dice, &draft)
        if let parent { draft.update(parent.path) { $0.hasChildren = true } }
    }

    private static func writeTyped(_ path: [String], _ dice: inout Dice, _ draft: inout Draft) {
        guard let type = dice.pick("of type", draft.types.filter { !$0.attributes.isEmpty }, by: \.sql) else {
            return writePlain(path, parent: nil, &dice, &draft)
        }
        var lines: [String] = []
        for attribute in type.attributes where dice.chance("default \(attribute.name)", 20) {
            let value = Expressions.value("value \(attribute.name)", of: attribute.type, &dice, draft)
            lines.append("\(attribute.quoted) WITH OPTIONS DEFAULT \(value)")
        }
        let keys = TableConstraints(prefix: "", type.attributes, partitionKey: [], &dice, draft)
        lines += keys.lines
        let list = lines.isEmpty ? "" : " (\(lines.joined(separator: ", ")))"
        draft.add("CREATE TABLE \(Names.quoted(path)) OF \(type.sql)\(list)\(options("", &dice))")
        let fact = RelationFact(form: .typed, path: path, columns: type.attributes, keys: keys.keys, root: path)
        add(fact, keys, &dice, &draft)
    }

    static func writePartitioned(_ path: [String], _ dice: inout Dice, _ draft: inout Draft) {
        let columns = ColumnWriter.columns(prefix: "", &dice, draft, hasIdentity: false)
        let facts = columns.map(\.fact)
        guard let scheme = PartitionScheme("", facts, &dice) else {
            return writePlain(path, parent: nil, &dice, &draft)
        }
        let keys = TableConstraints(prefix: "", facts, partitionKey: scheme.key, &dice, draft)
        draft.add(
            "CREATE TABLE \(Names.quoted(path)) (\n    "
                + (columns.map(\.sql) + keys.lines).joined(separator: ",\n    ") + "\n) PARTITION BY \(scheme.sql)")
        let fact = RelationFact(
            form: .partitioned, path: path, columns: facts, keys: keys.keys, partitionKey: scheme.key, root: path)
        add(fact, keys, &dice, &draft)
        PartitionWriter(parent: fact, scheme: scheme, depth: 0, label: "\(dice.gene.number)").write(&dice, &draft)
    }

    /// Makes the table known, and adds what only `ALTER TABLE` can say.
    static func add(_ fact: RelationFact, _ keys: TableConstraints?, _ dice: inout Dice, _ draft: inout Draft) {
        draft.relations.append(fact)
        let name = fact.quoted
        draft.add(
            Thing(
                comment: "TABLE \(name)", owner: "TABLE \(name)", grant: "TABLE \(name)",
                privileges: ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"]))
        for column in fact.columns { draft.add(Thing(comment: "COLUMN \(name).\(column.quoted)")) }
        for constraint in keys?.names ?? [] {
            draft.add(Thing(comment: "CONSTRAINT \(Names.quoted(constraint)) ON \(name)"))
        }
        if dice.chance("\(fact.path[1]) row security", 8) {
            draft.add("ALTER TABLE \(name) ENABLE ROW LEVEL SECURITY")
        }
        if dice.chance("\(fact.path[1]) forced row security", 4) {
            draft.add("ALTER TABLE \(name) FORCE ROW LEVEL SECURITY")
        }
        if dice.chance("\(fact.path[1]) identifies", 8) {
            draft.add(
                "ALTER TABLE \(name) REPLICA IDENTITY \(dice.pick("\(fact.path[1]) identity", "FULL", "NOTHING"))")
        }
    }
}

/// A table that is partitioned most of the time: in one of the two states it may be a plain one, or inherit.
enum PartitionedTableWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("rel", &dice)
        switch dice.number("division", 0...9) {
        case 8: TableWriter.writePlain(path, parent: nil, &dice, &draft)
        case 9: TableWriter.writeChild(path, &dice, &draft)
        default: TableWriter.writePartitioned(path, &dice, &draft)
        }
    }
}
