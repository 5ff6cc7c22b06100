/// `json` keeps the text as it came: it knows no equality, so `DISTINCT` and `GROUP BY` fail, and no index
/// serves it. `jsonb` does both, and only forgets blanks, the order of keys and keys that stand twice.
enum JSONColumn: ColumnRule {
    static let code = "json-column"
    static let advice = "jsonb, unless the text must stay as it came"
    static func fault(_ type: String) -> String? { type == "json" ? "values of json can't be compared" : nil }
}
