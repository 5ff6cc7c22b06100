/// `money` is read and written as the setting `lc_monetary` says, so that the same text is another sum
/// elsewhere, and knows no currency. `numeric` is exact and the same everywhere.
enum MoneyColumn: ColumnRule {
    static let code = "money-column"
    static let advice = "numeric, with the currency in a column beside it"
    static func fault(_ type: String) -> String? { type == "money" ? "what it says depends on lc_monetary" : nil }
}
