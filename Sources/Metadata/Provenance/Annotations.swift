import AutogenSQLText
import AutogenSchema

/// Binds the comments of a script to what their statements have made.
struct Annotations {
    private(set) var all: [Annotation] = []
    private let script: SourceScript
    private let makers: StatementOrigins
    private let catalog: Catalog

    /// Throws ``AnnotationError`` for a comment that says nothing known, or binds to nothing.
    init(_ script: SourceScript, _ makers: StatementOrigins, _ catalog: Catalog) throws(AnnotationError) {
        self.script = script
        self.makers = makers
        self.catalog = catalog
        for file in script.files where Self.mayHoldAny(file) { try read(file) }
    }

    private static let opening = Array("autogen:".utf8)

    private static func mayHoldAny(_ file: SourceFile) -> Bool { file.bytes.contains(opening) }

    private mutating func read(_ file: SourceFile) throws(AnnotationError) {
        let statements = script.entries.map(\.statement).filter { $0.file.name == file.name }
        let lines = LineTable(file)
        var lexer = SQLLexer(file.bytes, script.dialect.syntax)
        while let token = lexer.next() {
            guard token.isComment, let (word, argument) = Self.words(of: token, in: file) else { continue }
            let location = lines.location(of: token.range.lowerBound)
            guard let kind = Annotation.Kind(rawValue: word) else {
                throw AnnotationError(.unknown(word), at: location)
            }
            guard makers.areKnown else { throw AnnotationError(.untold(word), at: location) }
            guard let object = object(beside: token.range, in: file, statements) else {
                throw AnnotationError(.unbound(word), at: location)
            }
            guard !argument.isEmpty else { throw AnnotationError(.empty(word), at: location) }
            guard !kind.isOfColumn || object.kind == Kind.column.rawValue else {
                throw AnnotationError(.noColumn(word, object), at: location)
            }
            all.append(Annotation(kind, of: object, argument, at: location))
        }
    }

    /// The word behind `-- autogen:`, and what follows it.
    private static func words(of token: SQLToken, in file: SourceFile) -> (word: String, argument: String)? {
        let isBlock = token.kind == .blockComment
        let inner = file.bytes[token.range].dropFirst(2).dropLast(isBlock && token.isClosed ? 2 : 0)
        let text = String(decoding: inner, as: UTF8.self).trimmingSpaces
        guard text.utf8.starts(with: opening) else { return nil }
        let rest = text.dropFirst(opening.count)
        let word = rest.prefix { !$0.isWhitespace }
        return (String(word), rest.dropFirst(word.count).trimmingSpaces)
    }

    private func object(
        beside range: Range<Int>, in file: SourceFile, _ statements: [SourceStatement]
    ) -> Address? {
        let offset = range.lowerBound
        if let statement = statements.first(where: { $0.range.contains(offset) }) {
            let opensStatement = statement.range.lowerBound >= file.lineStart(of: offset)
            return member(of: statement, at: range) ?? (opensStatement ? whole(madeBy: statement) : nil)
        }
        let line = file.lineStart(of: offset)
        // Behind the end of a statement it speaks of that, or of its last line; elsewhere of the one that follows.
        guard let ended = statements.last(where: { $0.range.upperBound <= offset && $0.range.upperBound > line }) else {
            return statements.first { $0.range.lowerBound >= offset }.flatMap(whole(madeBy:))
        }
        let isOneLine = ended.range.lowerBound >= line
        return (isOneLine ? nil : memberBeginning(of: ended, at: range)) ?? whole(madeBy: ended)
    }

    /// Of what a statement makes, that which it names first: with an index of a partitioned table the server makes others.
    private func whole(madeBy statement: SourceStatement) -> Address? {
        let made = makers.objects(madeBy: statement)
        let wholes = made.filter { id in catalog.parent(of: id).map { !made.contains($0) } ?? true }.map { Address($0) }
        let names = NamesInStatement(statement)
        return names.first(of: wholes, in: names) ?? wholes.first
    }

    /// The member whose name is the first on the line, or on the next one where the comment stands alone.
    private func member(of statement: SourceStatement, at range: Range<Int>) -> Address? {
        let file = statement.file
        let tokens = statement.sql.tokens
        let start = file.lineStart(of: range.lowerBound)
        var line = tokens.filter { $0.range.lowerBound >= start && $0.range.lowerBound < range.lowerBound }
        if line.isEmpty, let next = tokens.first(where: { $0.range.lowerBound >= range.upperBound }) {
            let start = file.lineStart(of: next.range.lowerBound)
            line = tokens.filter { file.lineStart(of: $0.range.lowerBound) == start }
        } else {
            line = lastDefinition(of: line, in: statement)
        }
        return NamesInStatement(line, of: statement)
            .first(of: members(madeBy: statement), in: NamesInStatement(statement))
    }

    /// Behind the end of a statement of several lines: what the last line begins with, if that is a member.
    private func memberBeginning(of statement: SourceStatement, at range: Range<Int>) -> Address? {
        let tokens = statement.sql.tokens
        let start = statement.file.lineStart(of: range.lowerBound)
        var line = tokens.filter { $0.range.lowerBound >= start && $0.range.lowerBound < range.lowerBound }[...]
        if let first = line.first, statement.sql.keyword(first) == "CONSTRAINT" { line = line.dropFirst() }
        return NamesInStatement(Array(line.prefix(1)), of: statement)
            .first(of: members(madeBy: statement), in: NamesInStatement(statement))
    }

    /// Of several definitions in a line the last one: `a int, b int,` -> `b int`
    private func lastDefinition(of line: [SQLToken], in statement: SourceStatement) -> [SQLToken] {
        func isComma(_ token: SQLToken) -> Bool { statement.sql.text(of: token) == "," }
        var line = line
        if let last = line.last, isComma(last) { line.removeLast() }
        var depth = 0
        let start = line.lastIndex { token in
            if token.kind == .closing { depth += 1 }
            if token.kind == .opening { depth -= 1 }
            return depth < 0 || depth == 0 && isComma(token)
        }
        return start.map { Array(line[($0 + 1)...]) } ?? line
    }

    /// Columns, constraints, labels and attributes that a statement makes; of one that only adds to something, those of that.
    private func members(madeBy statement: SourceStatement) -> [Address] {
        var made = makers.objects(madeBy: statement)
        if made.isEmpty, let altered = altered(by: statement) { made = [altered] }
        let wholes = Set(made)
        let parts = catalog.objects.ids.filter { id in
            [.column, .constraint, .domainConstraint].contains(id.kind)
                && (wholes.contains(id) || catalog.parent(of: id).map(wholes.contains) ?? false)
        }
        let members = made.flatMap(catalog.namedParts(of:)) + parts.map { Address($0) }
        return members.filter { $0.kind == Kind.column.rawValue } + members.filter { $0.kind != Kind.column.rawValue }
    }

    /// What an `ALTER` is about, by its name.
    private func altered(by statement: SourceStatement) -> ObjectID? {
        var reader = statement.sql.reader
        guard reader.skip("ALTER") else { return nil }
        let kinds: [Kind]
        switch reader.word() {
        case "TABLE": kinds = [.table]
        case "TYPE": kinds = [.enumType, .compositeType]
        default: return nil
        }
        reader.skip("IF", "EXISTS")
        reader.skip("ONLY")
        guard let name = reader.name() else { return nil }
        let found = catalog.objects.ids.filter { id in
            kinds.contains(id.kind)
                && zip(id.path.reversed(), name.reversed()).allSatisfy {
                    script.dialect.syntax.key(of: $0) == script.dialect.syntax.key(of: $1)
                }
        }
        return found.count == 1 ? found[0] : nil
    }
}
