import AutogenSchema

/// The module and arguments of a `CREATE VIRTUAL TABLE` statement.
///
/// Arguments are texts that the module reads: what is known of them here is what SQLite's own modules make of theirs
/// (<https://www.sqlite.org/fts5.html>, <https://www.sqlite.org/fts3.html>, <https://www.sqlite.org/rtree.html>).
struct VirtualTableDeclaration {
    let module: String
    /// From the module's name on.
    let tokens: [Token]
    private(set) var content = VirtualTable.Content.unknown
    /// The table or view behind `content=`.
    private(set) var contentTable = ""
    private(set) var columns: [String] = []

    init?(_ text: String) {
        var reader = TokenReader(Token.tokens(of: text))
        guard reader.skip("CREATE", "VIRTUAL", "TABLE") else { return nil }
        while let token = reader.next() {
            if token.keyword == "USING" { break }
        }
        guard let module = reader.peek?.name else { return nil }
        self.module = module.lowercased()
        tokens = Array(reader.rest)
        reader.next()
        let arguments = (reader.group() ?? []).splitAtCommas().filter { !$0.isEmpty }
        switch self.module {
        case "fts5", "fts4", "fts3": readFullText(arguments)
        case "rtree", "rtree_i32":
            content = .own
            // A "+" marks a column that is only kept.
            columns = arguments.compactMap { $0.first { $0.keyword != "+" }?.name }
        default: break
        }
    }

    private mutating func readFullText(_ arguments: [[Token]]) {
        content = .own
        for argument in arguments {
            guard argument.count > 1, argument[1].keyword == "=" else {
                // FTS3 has its tokenizer behind a space.
                if module == "fts5" || argument[0].keyword != "TOKENIZE" { columns.append(argument[0].name) }
                continue
            }
            let value = argument.count > 2 ? argument[2].name : ""
            switch argument[0].name.lowercased() {
            case "content":
                content = value.isEmpty ? .none : .external
                contentTable = value
            // A column of its own, which is not searched.
            case "languageid": columns.append(value)
            default: continue
            }
        }
        if columns.isEmpty, module != "fts5", content == .own { columns = ["content"] }
    }
}
