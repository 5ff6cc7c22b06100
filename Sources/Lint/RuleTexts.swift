/// What users read about the rules: the comments of their files, which are gathered by folders beside these.
enum RuleTexts {
    static let all = [slow, transactions, clients, rows, access, design, sqlite].reduce(into: [:]) { all, texts in
        all.merge(texts) { first, _ in first }
    }
}
