import AutogenSQLText
public import AutogenSchema

/// How constraints and indexes are to be named: patterns with `{schema}`, `{table}`, `{columns}` and `{referenced}`.
///
/// ```swift
/// NamingConvention([.foreignKey: "fk_{table}_{columns}"])
/// ```
public struct NamingConvention: Sendable, Hashable {
    /// What can have a convention, as the configuration names it.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// Primary keys.
        case primaryKey = "primary-key"
        /// Unique constraints.
        case unique
        /// Foreign keys.
        case foreignKey = "foreign-key"
        /// CHECK constraints.
        case check
        /// Exclusion constraints.
        case exclusion
        /// NOT NULL constraints, which belong to their columns; their names are not looked at.
        case notNull = "not-null"
        /// Indexes that stand behind no constraint.
        case index
    }

    package static let fields = ["schema", "table", "columns", "referenced"]
    private let patterns: [Subject: String]

    /// Takes a pattern for each subject that has a convention, such as `fk_{table}_{columns}`.
    public init(_ patterns: [Subject: String] = [:]) { self.patterns = patterns }

    /// All patterns in one text, the same for the same convention.
    var text: String {
        Subject.allCases.compactMap { subject in patterns[subject].map { "\(subject.rawValue)=\($0)" } }
            .joined(separator: "\n")
    }

    /// Whether every name will do.
    public var isEmpty: Bool { patterns.isEmpty }

    /// The constraints and indexes of `catalog` that `known` does not have and whose names are others than they should be.
    package func breaches(in catalog: Catalog, beyond known: Catalog) -> [NamingBreach] {
        guard !patterns.isEmpty else { return [] }
        return catalog.objects.sorted { $0.id < $1.id }.compactMap { object in
            guard !known.contains(object.id), let name = name(of: object) else { return nil }
            let wanted = catalog.dialect.authoring.kept(name)
            guard wanted != object.id.name else { return nil }
            return NamingBreach(
                id: object.id, wanted: wanted,
                clause: Self.clause(of: object, named: wanted, catalog.dialect.syntax))
        }
    }

    func name(of object: SchemaObject) -> String? {
        if case .index(let index) = object.definition { return name(.index, index.table, index.columns, []) }
        guard case .constraint(let constraint) = object.definition, !constraint.unnamed, object.id.path.count == 3
        else { return nil }
        return name(
            subject(constraint.type), Array(object.id.path.prefix(2)), constraint.columns, constraint.references)
    }

    /// What to write in the declared schema.
    private static func clause(of object: SchemaObject, named name: String, _ syntax: SQLSyntax) -> String {
        switch object.definition {
        case .constraint(let constraint): "CONSTRAINT \(SQL.quoted(name: name)) \(constraint.definition)"
        case .index(let index): renamed(index.definition, to: name, syntax)
        default: ""
        }
    }

    /// `CREATE INDEX old ON ...` with another name.
    private static func renamed(_ definition: String, to name: String, _ syntax: SQLSyntax) -> String {
        guard let statement = SQLStatement.all(in: definition, syntax).first else { return definition }
        var reader = statement.reader
        guard reader.skip("CREATE", "INDEX") || reader.skip("CREATE", "UNIQUE", "INDEX"), let old = reader.peek else {
            return definition
        }
        return statement.text(statement.range.lowerBound..<old.range.lowerBound) + SQL.quoted(name: name)
            + statement.text(old.range.upperBound..<statement.range.upperBound)
    }

    private func name(_ subject: Subject, _ table: [String], _ columns: [String], _ references: [String]) -> String? {
        guard let pattern = patterns[subject], table.count == 2 else { return nil }
        // The tables first: a column's name may look like a field.
        return pattern.replacing("{schema}", with: table[0]).replacing("{table}", with: table[1])
            .replacing("{referenced}", with: references.last ?? "")
            .replacing("{columns}", with: columns.joined(separator: "_"))
    }

    private func subject(_ type: ConstraintType) -> Subject {
        switch type {
        case .primaryKey: .primaryKey
        case .unique: .unique
        case .foreignKey: .foreignKey
        case .check: .check
        case .exclusion: .exclusion
        case .notNull: .notNull
        }
    }
}

/// A name that does not follow the convention.
public struct NamingBreach: Sendable, Hashable, CustomStringConvertible {
    /// The constraint or index, under the name it has.
    public let id: ObjectID
    /// The name that the convention gives it.
    public let wanted: String
    /// The declaration under that name.
    let clause: String

    /// Both names, and the declaration with the right one where it can be written.
    public var description: String {
        "\(id) should be named \(wanted)" + (clause.isEmpty ? "" : "\n    \(clause.replacing("\n", with: " "))")
    }
}
