package import AutogenSchema

/// What is put into the lists in which tables and types are declared, and taken from them.
extension SchemaText {
    /// Edits the list in which a table is declared.
    private mutating func change(_ table: ObjectID, _ edit: (inout MemberList) -> Bool) -> Bool {
        guard let place = makers[table], !removed.contains(place), rewritten[place] == nil,
            var list = lists[place] ?? statement(place).flatMap({ MemberList($0) }), edit(&list), list.edits != nil
        else { return false }
        lists[place] = list
        return true
    }

    package mutating func addColumn(_ text: String, to table: ObjectID) -> Bool {
        change(table) { $0.add(text, isColumn: true) }
    }

    package mutating func addConstraint(_ text: String, to table: ObjectID) -> Bool {
        change(table) { $0.add(text, isColumn: false) }
    }

    package mutating func removeColumn(_ id: ObjectID, of table: ObjectID) -> Bool {
        change(table) { $0.removeColumn(id.name) }
    }

    package mutating func removeConstraint(_ id: ObjectID, _ body: Constraint, of table: ObjectID) -> Bool {
        change(table) { $0.removeConstraint(id.name, body) }
    }

    package mutating func replaceConstraint(
        _ id: ObjectID, _ body: Constraint, of table: ObjectID, by text: String
    ) -> Bool {
        change(table) { $0.replaceConstraint(id.name, body, by: text) }
    }

    package mutating func replaceColumn(_ id: ObjectID, of table: ObjectID, by text: String) -> Bool {
        change(table) { $0.replaceColumn(id.name, by: text) }
    }

    /// Says anew what of a column differs.
    package mutating func changeColumn(_ id: ObjectID, of table: ObjectID, from: Column, to: Column) -> Bool {
        var plain = to
        (plain.type, plain.notNull, plain.position) = (from.type, from.notNull, from.position)
        guard plain == from else { return false }
        return change(table) { list in
            list.changeColumn(id.name) { column in
                if from.type != to.type { column.setType(to.type) }
                if from.notNull != to.notNull { column.setNotNull(to.notNull) }
                return true
            }
        }
    }

    /// Puts labels into the list of an enum, each behind the one that it follows.
    package mutating func addLabels(_ labels: [(label: String, previous: String)], to type: ObjectID) -> Bool {
        change(type) { list in
            labels.allSatisfy { list.add(Self.quoted($0.label), behind: Self.quoted($0.previous)) }
        }
    }

    private static func quoted(_ label: String) -> String { "'\(label.replacing("'", with: "''"))'" }

    /// Puts attributes behind those of a composite type, and takes others away.
    package mutating func changeAttributes(
        of type: ObjectID, adding new: [String], removing old: [String], retyping types: [(name: String, type: String)]
    ) -> Bool {
        change(type) { list in
            old.allSatisfy { list.removeColumn($0) } && new.allSatisfy { list.add($0, isColumn: true) }
                && types.allSatisfy { attribute in
                    list.changeColumn(attribute.name) { column in
                        column.setType(attribute.type)
                        return true
                    }
                }
        }
    }

    package mutating func setDefault(_ expression: String?, of column: ObjectID, in table: ObjectID) -> Bool {
        change(table) { list in
            list.changeColumn(column.name) { column in
                column.setDefault(expression)
                return true
            }
        }
    }
}
