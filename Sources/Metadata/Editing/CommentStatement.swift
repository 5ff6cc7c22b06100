import AutogenSQLText
import AutogenSchema

/// A `COMMENT ON`, of which the database does not tell where it stands.
struct CommentStatement {
    /// The kind of what it is about: `TABLE`, `MATERIALIZED VIEW`.
    private let words: [String]
    private let path: [String]
    /// The table that a constraint, a trigger, a policy or a rule is of.
    private let table: [String]
    private let syntax: SQLSyntax

    init?(_ statement: SourceStatement) {
        var reader = statement.sql.reader
        guard reader.skip("COMMENT", "ON") else { return nil }
        var words = [reader.word()]
        for more in ["VIEW", "TABLE", "TRIGGER", "SEARCH", "DATA", "CLASS", "FAMILY", "METHOD", "MAPPING"]
        where reader.keyword == more {
            words.append(reader.word())
        }
        guard let path = reader.name() else { return nil }
        self.words = words
        self.path = path
        var table: [String] = []
        if reader.skip("ON") {
            reader.skip("DOMAIN")
            table = reader.name() ?? []
        }
        self.table = table
        syntax = statement.sql.syntax
    }

    func isAbout(_ id: ObjectID) -> Bool {
        let names: [String]
        switch id.kind {
        case .constraint, .domainConstraint, .trigger, .policy, .rule:
            guard isEnd(table, of: Array(id.path.dropLast())) else { return false }
            names = [id.name]
        case .function, .aggregate: names = Array(id.path.dropLast())
        default: names = id.path
        }
        return words.first == Self.word(of: id.kind) && isEnd(path, of: names)
    }

    private func isEnd(_ name: [String], of path: [String]) -> Bool {
        !name.isEmpty && name.count <= path.count
            && zip(name.reversed(), path.reversed()).allSatisfy { syntax.key(of: $0) == syntax.key(of: $1) }
    }

    private static func word(of kind: Kind) -> String {
        switch kind {
        case .enumType, .compositeType, .rangeType, .baseType, .shellType: "TYPE"
        case .domainConstraint: "CONSTRAINT"
        case .viewColumn: "COLUMN"
        default: kind.rawValue.split(separator: " ").first.map { $0.uppercased() } ?? ""
        }
    }
}
