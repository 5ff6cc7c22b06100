/// `varchar(n)` takes no less room and no less time than `text`, and the length is part of the type: less of it has the
/// whole table written anew, and views stand in the way of any change.
///
/// ```sql
/// ALTER TABLE users ADD COLUMN name text CHECK (length(name) <= 80);
/// ```
enum VarcharLimit: ColumnRule {
    static let code = "varchar-limit"
    static let isOn = false
    static let advice = "text, with CHECK (length(column) <= n) where the length matters"
    static func fault(_ type: String) -> String? {
        type.hasPrefix("character varying(") ? "another length is another type" : nil
    }
}
