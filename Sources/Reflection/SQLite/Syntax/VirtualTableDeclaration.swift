/// The module and arguments of a `CREATE VIRTUAL TABLE` statement.
struct VirtualTableDeclaration {
    let module: String
    /// From the module's name on.
    let tokens: [Token]

    init?(_ text: String) {
        var reader = TokenReader(Token.tokens(of: text))
        guard reader.skip("CREATE", "VIRTUAL", "TABLE") else { return nil }
        while let token = reader.next() {
            if token.keyword == "USING" { break }
        }
        guard let module = reader.peek?.name else { return nil }
        self.module = module.lowercased()
        tokens = Array(reader.rest)
    }
}
