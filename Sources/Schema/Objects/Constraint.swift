/// A constraint of a table (`pg_constraint`).
public struct Constraint: ObjectBody {
    package static let kind = Kind.constraint

    /// What it demands (`pg_constraint.contype`).
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
    /// The tablespace of the index behind it; `nil` for the database's own.
    public var tablespace: String?
    /// The definition without what the next four say; empty where that leaves it as it is.
    public var clause = NotCompared("")
    /// A check that does not reach child tables.
    public var noInherit = NotCompared(false)
    /// Rows from before it was added may break it.
    public var notValid = NotCompared(false)
    /// Server 18: rows may break it at any time.
    public var notEnforced = NotCompared(false)
    /// `nil` where it is checked with each statement, whatever a transaction says.
    public var deferrability: NotCompared<Deferrability?> = NotCompared(nil)
    /// Server 18: `WITHOUT OVERLAPS` or `PERIOD`.
    public var period = NotCompared(false)
    /// The columns behind `INCLUDE`.
    public var included = NotCompared<[String]>([])
    /// A unique constraint that takes two NULLs for the same.
    public var nullsNotDistinct = NotCompared(false)
    /// SQLite: a primary key that numbers rows and takes no number twice.
    public var autoincrement = NotCompared(false)
    /// SQLite: `id INTEGER PRIMARY KEY DESC`, which does not make the column another name of the rowid.
    public var descending = NotCompared(false)
    /// SQLite: a key column has a collation of its own.
    public var collated = NotCompared(false)
    /// SQLite: a check in which a column is written with its table's name, as `"users"."age"`.
    public var namesTable = NotCompared(false)
    /// SQLite: `ROLLBACK`, `FAIL`, `IGNORE` or `REPLACE`.
    public var onConflict: String?
    /// SQLite: the declaration gives it no name.
    public var unnamed = false
    /// SQLite: the place in the declaration of the table, counted from 1; below 0 for a constraint that stands in the
    /// definition of the column with that number.
    public var position = NotCompared(0)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("type", &type)
        try v.field("definition", &definition)
        try v.field("columns", &columns)
        try v.field("references", &references)
        try v.field("referenced columns", &referencedColumns)
        try v.field("options", &options)
        try v.field("tablespace", &tablespace)
        try v.field("clause", &clause)
        try v.field("no inherit", &noInherit)
        try v.field("not valid", &notValid)
        try v.field("not enforced", &notEnforced)
        try v.field("deferrability", &deferrability)
        try v.field("period", &period)
        try v.field("included", &included)
        try v.field("nulls not distinct", &nullsNotDistinct)
        try v.field("autoincrement", &autoincrement)
        try v.field("descending", &descending)
        try v.field("collated", &collated)
        try v.field("names table", &namesTable)
        try v.field("on conflict", &onConflict)
        try v.field("unnamed", &unnamed)
        try v.field("position", &position)
    }
}

/// When a constraint is checked that a transaction may check at another time.
public enum Deferrability: String, WordValue {
    /// With each statement, unless the transaction defers it.
    case immediate = "initially immediate"
    /// At the end of the transaction, unless that wants it earlier.
    case deferred = "initially deferred"
    package static let absent = Deferrability.immediate
}

/// What a constraint demands of rows.
public enum ConstraintType: String, WordValue {
    /// No two rows are the same in its columns, and none is NULL there.
    case primaryKey = "primary key"
    /// No two rows are the same in its columns.
    case unique
    /// The row that its columns refer to exists.
    case foreignKey = "foreign key"
    /// Its condition is not false.
    case check
    /// No two rows are alike by its operators.
    case exclusion
    /// Its column is not NULL: a fact of the column (``Column/notNull``), and no object of its own.
    case notNull = "not null"
    package static let absent = ConstraintType.check
}

extension Constraint {
    /// The definition without what fields say.
    package var bareDefinition: String { clause.value.isEmpty ? definition : clause.value }
}
