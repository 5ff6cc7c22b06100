/// Reads one item of the list in a `CREATE TABLE` statement: a column's definition, or table constraints.
struct ConstraintParser {
    private var reader: TokenReader
    private let place: Int?
    private var name: String?
    private(set) var constraints: [TableDeclaration.Constraint] = []
    var column = TableDeclaration.Column()

    init(_ item: [Token], column: Int?) {
        reader = TokenReader(item)
        place = column
    }

    mutating func readColumn() {
        column.name = reader.next()?.name ?? ""
        while !reader.isAtEnd { readColumnConstraint() }
        if let name { column.idleNames.append(name) }
    }

    mutating func readTableConstraints() {
        // SQLite lets the comma between two table constraints be left out.
        while !reader.isAtEnd { readTableConstraint() }
    }

    private mutating func takeName() -> String? {
        defer { name = nil }
        return name
    }

    private mutating func readName() {
        if let name { column.idleNames.append(name) }
        name = reader.next()?.name
    }

    private mutating func readColumnConstraint() {
        if reader.skip("CONSTRAINT") {
            readName()
        } else if reader.skip("NOT", "NULL") {
            column.notNullName = takeName()
            column.notNullConflict = readConflict()
        } else if reader.skip("NULL") {
            keepIdle("NULL")
            _ = readConflict()
        } else if reader.skip("PRIMARY", "KEY") {
            let descending = reader.skip("DESC")
            if !descending { _ = reader.skip("ASC") }
            let conflict = readConflict()
            add(.primaryKey(autoincrement: reader.skip("AUTOINCREMENT")), [columnKey], conflict, descending: descending)
        } else if reader.skip("UNIQUE") {
            add(.unique, [columnKey], readConflict())
        } else if reader.skip("CHECK") {
            add(.check, [reader.group() ?? []], readConflict())
        } else if reader.skip("DEFAULT") {
            keepIdle("DEFAULT")
            if reader.skip("+") || reader.skip("-") || reader.group() == nil { reader.next() }
        } else if reader.skip("COLLATE") {
            keepIdle("COLLATE")
            column.collation = reader.next()?.name
        } else if reader.isAt("REFERENCES") {
            add(.foreignKey(readTarget()), [columnKey], nil)
        } else if reader.skip("DEFERRABLE") {
            // It may follow other constraints, and speaks of the foreign key before it.
            if readInitially() { deferLastForeignKey() }
        } else if reader.skip("GENERATED", "ALWAYS", "AS") || reader.skip("AS") {
            keepIdle("GENERATED")
            column.generated = reader.group() ?? []
        } else {
            reader.next()
        }
    }

    private mutating func readTableConstraint() {
        if reader.skip("CONSTRAINT") {
            readName()
        } else if reader.skip("PRIMARY", "KEY") {
            var keys = reader.group() ?? []
            let autoincrement = keys.last?.keyword == "AUTOINCREMENT"
            if autoincrement { keys.removeLast() }
            add(.primaryKey(autoincrement: autoincrement), keys.splitAtCommas(), readConflict())
        } else if reader.skip("UNIQUE") {
            add(.unique, (reader.group() ?? []).splitAtCommas(), readConflict())
        } else if reader.skip("CHECK") {
            add(.check, [reader.group() ?? []], readConflict())
        } else if reader.skip("FOREIGN", "KEY") {
            let keys = (reader.group() ?? []).splitAtCommas()
            add(.foreignKey(readTarget()), keys, nil)
        } else {
            reader.next()
        }
    }

    private var columnKey: [Token] {
        [Token(quoted: column.name)]
    }

    private mutating func add(
        _ form: TableDeclaration.Constraint.Form, _ keys: [[Token]], _ conflict: String?, descending: Bool = false
    ) {
        constraints.append(
            .init(
                name: takeName(), form: form, keys: keys, onConflict: conflict, column: place, isDescending: descending)
        )
    }

    private mutating func keepIdle(_ constraint: String) {
        if let name = takeName() { column.idleNames.append("\(constraint) \(name)") }
    }

    /// `nil` for `ABORT`, which is what happens when nothing is said.
    private mutating func readConflict() -> String? {
        guard reader.skip("ON", "CONFLICT"), let word = reader.next()?.keyword, word != "ABORT" else { return nil }
        return word
    }

    private mutating func readTarget() -> ForeignKeyTarget {
        var target = ForeignKeyTarget()
        guard reader.skip("REFERENCES") else { return target }
        target.table = reader.next()?.name ?? ""
        target.columns = (reader.group() ?? []).splitAtCommas().compactMap(\.first?.name)
        while true {
            if reader.skip("ON", "DELETE") {
                target.onDelete = readAction()
            } else if reader.skip("ON", "UPDATE") {
                target.onUpdate = readAction()
            } else if reader.skip("ON", "INSERT") {
                _ = readAction()
            } else if reader.skip("MATCH") {
                reader.next()
            } else if reader.skip("NOT", "DEFERRABLE") {
                _ = readInitially()
            } else if reader.skip("DEFERRABLE") {
                target.isDeferred = readInitially()
            } else {
                return target
            }
        }
    }

    private mutating func deferLastForeignKey() {
        for index in constraints.indices.reversed() {
            guard case .foreignKey(var target) = constraints[index].form else { continue }
            target.isDeferred = true
            constraints[index].form = .foreignKey(target)
            return
        }
    }

    private mutating func readInitially() -> Bool {
        if reader.skip("INITIALLY", "DEFERRED") { return true }
        _ = reader.skip("INITIALLY", "IMMEDIATE")
        return false
    }

    /// `nil` for `NO ACTION`, which is what happens when nothing is said.
    private mutating func readAction() -> String? {
        if reader.skip("NO", "ACTION") { return nil }
        if reader.skip("SET", "NULL") { return "SET NULL" }
        if reader.skip("SET", "DEFAULT") { return "SET DEFAULT" }
        return reader.next()?.keyword
    }
}
