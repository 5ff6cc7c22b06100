import AutogenSQLText
import AutogenSchema

/// `ALTER SEQUENCE ... OWNED BY ...`, which ties a sequence to a table or takes it from one.
struct OwnedSequence {
    private let name: SQL

    /// `nil` for any other statement.
    init?(_ statement: SQLStatement) {
        var reader = statement.reader
        guard reader.skip("ALTER", "SEQUENCE") else { return nil }
        reader.skip("IF", "EXISTS")
        guard let path = reader.name(), reader.skip(behind: "OWNED"), reader.isAt("BY") else { return nil }
        name = "\(name: path)"
    }

    /// The query for the `pg_class.oid` of the table that the sequence belongs to.
    var table: SQL {
        """
        SELECT d.refobjid FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
          AND d.objid = pg_catalog.to_regclass(\(literal: name.text)) AND d.deptype = 'a'
        """
    }

    /// The statement that gives the sequence to the owner to whom another one gives a table.
    func taking(ownerOf change: String) -> SQLStatement? {
        guard let change = SQLStatement.all(in: change, .postgresql).first, let role = change.tokens.last else {
            return nil
        }
        let text = "ALTER SEQUENCE \(name.text) OWNER TO \(change.text(of: role))"
        return SQLStatement.all(in: text, .postgresql).first
    }
}
