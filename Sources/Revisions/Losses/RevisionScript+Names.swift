import AutogenSQLText
package import AutogenSchema

extension RevisionScript {
    /// Whether a section decides which schema names without one are in.
    package func changesNameSearch(_ direction: Direction) -> Bool {
        SQLStatement.all(in: revision.sql(direction), syntax).contains(where: NameSearch.changes)
    }

    /// Whether a section gives values that are there the name of a table or column, by which there was nothing or something
    /// else before. A table that the section makes itself and renames then is the one of that name, made anew.
    package func movesValues(to object: Address, _ direction: Direction) -> Bool {
        let isPart = object.kind == Kind.column.rawValue
        let table = isPart ? Array(object.path.dropLast()) : object.path
        var made: [[String]] = []
        for event in SQLStatement.all(in: revision.sql(direction), syntax).flatMap({ TableEvent.events(of: $0) }) {
            switch event {
            case .create(let name): made.append(name)
            case .rename(let old, let name):
                if isSame(name, table), !made.contains(where: { isSame($0, old) }) { return true }
            case .renameColumn(let owner, _, let name):
                if isPart, isSame(owner, table), isSame([name], object.path.suffix(1)) { return true }
            case .renameSchemas: return true
            case .drop, .add, .dropColumn, .copy, .attach: continue
            }
        }
        return false
    }

    /// One of the two may name the schema where the other does not.
    private func isSame(_ one: some BidirectionalCollection<String>, _ other: some BidirectionalCollection<String>)
        -> Bool
    {
        zip(one.reversed(), other.reversed()).allSatisfy { one, other in
            syntax.key(of: one) == syntax.key(of: other)
        }
    }
}
