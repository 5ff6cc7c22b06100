/// A table or view that a SQLite draft has made.
struct SQLiteRelation: Sendable {
    enum Form: Sendable { case table, view, search, spatial }

    let name: String
    var form: Form
    var columns: [SQLiteColumn]
    /// Columns that a foreign key may name; the first is the primary key if there is one.
    var keys: [[String]] = []
    var primaryKey: [String]?
    var hasRowid = true

    var quoted: String { Names.quoted(name) }
    /// Columns that an `INSERT` may name.
    var writable: [SQLiteColumn] { columns.filter { !$0.isGenerated } }
}

struct SQLiteColumn: Sendable {
    enum Family: Sendable { case integer, real, text, blob, any }

    let name: String
    let family: Family
    var isGenerated = false

    var quoted: String { Names.quoted(name) }
}
