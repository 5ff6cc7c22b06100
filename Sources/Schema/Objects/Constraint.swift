/// A constraint of a table (`pg_constraint`).
public struct Constraint: ObjectBody {
    public static let kind = Kind.constraint

    public var type: ConstraintType = .check
    /// As `pg_get_constraintdef` writes it, or the tokens of SQLite's declaration.
    public var definition = ""
    /// The columns it is about, in its order.
    public var columns: [String] = []
    /// Schema and table of a foreign key's target.
    public var references: [String] = []
    /// SQLite: the columns of a foreign key's target that the declaration names; empty for its primary key.
    public var referencedColumns: [String] = []
    /// Storage parameters of the index behind it.
    public var options: [String] = []
    public var tablespace: String?
    /// SQLite: `ROLLBACK`, `FAIL`, `IGNORE` or `REPLACE`.
    public var onConflict: String?
    /// SQLite: the declaration gives it no name.
    public var unnamed = false
    /// SQLite: the place in the declaration of the table, counted from 1; below 0 for a constraint that stands in the
    /// definition of the column with that number.
    public var position = Hint(0)

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("type", &type)
        try v.visit("definition", &definition)
        try v.visit("columns", &columns)
        try v.visit("references", &references)
        try v.visit("referenced columns", &referencedColumns)
        try v.visit("options", &options)
        try v.visit("tablespace", &tablespace)
        try v.visit("on conflict", &onConflict)
        try v.visit("unnamed", &unnamed)
        try v.visit("position", &position)
    }
}

public enum ConstraintType: String, FieldWord {
    case primaryKey = "primary key"
    case unique
    case foreignKey = "foreign key"
    case check
    case exclusion
    case notNull = "not null"
    public static let absent = ConstraintType.check
}
