import AutogenSQLText
import Testing

/// What holds for any text at all.
@Suite struct SQLFuzzTests {
    @Test(arguments: SQLSyntax.allCases)
    func everyByteIsReadOnce(_ syntax: SQLSyntax) {
        let first = Fuzz.seed
        print("\(syntax): seeds \(first)..<\(first + Fuzz.count)")
        let scripts = Corpus.scripts(syntax).map { Array($0.text.utf8) }.filter { !$0.isEmpty }
        for seed in first..<first + Fuzz.count {
            var numbers = Numbers(state: seed)
            check(Array(Fuzz.text(seed, syntax).utf8), syntax, seed)
            guard let script = scripts.randomElement(using: &numbers) else { continue }
            check(Self.mutated(script, &numbers), syntax, seed)
        }
    }

    /// A piece of a script with bytes changed, left out and doubled; it need not be UTF-8 any more.
    private static func mutated(_ script: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        let start = Int.random(in: 0..<script.count, using: &numbers)
        var bytes = Array(script[start..<min(script.count, start + Int.random(in: 1...400, using: &numbers))])
        for _ in 0..<Int.random(in: 0...8, using: &numbers) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            switch Int.random(in: 0...3, using: &numbers) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            default: bytes.insert(Array("'\"$;()[]-*/\\\n`".utf8).randomElement(using: &numbers) ?? 0, at: place)
            }
        }
        return bytes
    }

    private func check(_ bytes: [UInt8], _ syntax: SQLSyntax, _ seed: UInt64) {
        var lexer = SQLLexer(bytes, syntax)
        var end = 0
        var tokens: [SQLToken] = []
        while let token = lexer.next() {
            let gap = bytes[end..<max(end, token.range.lowerBound)]
            let isSpace = gap.allSatisfy { $0 == 0x20 || (9...13).contains($0) || syntax == .sqlite && $0 >= 0xBB }
            guard token.range.lowerBound >= end, !token.range.isEmpty, isSpace, token.range.upperBound <= bytes.count
            else {
                Issue.record("\(syntax) \(seed): \(token) behind \(end)")
                return
            }
            end = token.range.upperBound
            if !token.isComment { tokens.append(token) }
        }
        #expect(bytes[end...].allSatisfy { $0 <= 0x20 || $0 >= 0xBB }, "\(syntax) \(seed)")
        // Statements are in order, and hold every token that is no comment and no semicolon between two.
        var place = 0
        var found: [SQLToken] = []
        for statement in SQLStatement.all(in: bytes, syntax) {
            guard statement.range.lowerBound >= place, statement.end >= statement.range.upperBound else {
                Issue.record("\(syntax) \(seed): a statement at \(statement.range) behind \(place)")
                return
            }
            place = statement.end
            found += statement.tokens
        }
        #expect(found.filter { $0.kind != .semicolon } == tokens.filter { $0.kind != .semicolon }, "\(syntax) \(seed)")
        var splitter = SQLSplitter(bytes, syntax, readsCommands: true)
        var count = 0
        while splitter.next() != nil { count += 1 }
        #expect(count <= bytes.count)
    }
}
