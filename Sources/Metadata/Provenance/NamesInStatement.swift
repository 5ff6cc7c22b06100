import AutogenSQLText
import AutogenSchema

/// The names that a statement holds, in their order, to find which object it is about.
struct NamesInStatement {
    let all: [String]
    private let syntax: SQLSyntax

    init(_ statement: SourceStatement) {
        self.init(statement.sql.tokens, of: statement)
    }

    /// Those of some of its tokens; the texts of strings count.
    init(_ tokens: [SQLToken], of statement: SourceStatement) {
        let reader = statement.sql.reader
        syntax = statement.sql.syntax
        all = tokens.compactMap { token in
            switch token.kind {
            case .word, .quotedName: reader.name(of: token)
            case .string: token.value(in: statement.file.bytes)
            case .dollarString, .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment,
                .blockComment:
                nil
            }
        }
    }

    /// The object that is named first; of several of one name, such as a column and those of the tables that inherit it,
    /// the one whose table `statement` names.
    func first(of objects: [Address], in statement: NamesInStatement) -> Address? {
        for name in all {
            let named = objects.filter { isSame($0.ownName, name) }
            let own = named.first { object in
                statement.all.contains { isSame($0, object.path.dropLast().last ?? "") }
            }
            if let object = own ?? named.first { return object }
        }
        return nil
    }

    func isSame(_ one: String, _ other: String) -> Bool { syntax.key(of: one) == syntax.key(of: other) }
}
