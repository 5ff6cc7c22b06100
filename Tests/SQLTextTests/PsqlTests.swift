import AutogenSQLText
import Foundation
import Testing

/// The splitter against `psql`, which sends its statements to a server that only takes notes.
@Suite(.serialized) struct PsqlTests {
    @Test func agreesOnEveryScript() throws {
        let scripts = Corpus.scripts(.postgresql)
        try check(scripts)
        #expect(scripts.count >= 8)
    }

    @Test func agreesOnRandomTexts() throws {
        let first = Fuzz.seed
        print("seeds \(first)..<\(first + Fuzz.count)")
        let texts = (first..<first + Fuzz.count).map {
            Corpus.Script(name: "seed \($0)", text: Fuzz.text($0, .postgresql))
        }
        try check(texts)
    }

    private func check(_ scripts: [Corpus.Script]) throws {
        var faults = 0
        for (script, sent) in zip(scripts, try NotingServer.statements(of: scripts.map(\.text))) {
            let ours = Self.split(script.text).filter { !$0.isEmpty }
            let theirs = sent.map(Self.tokens).filter { !$0.isEmpty }
            guard ours != theirs, faults < 10 else { continue }
            faults += 1
            let place = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(ours.count, theirs.count)
            Issue.record(
                """
                \(script.name): statement \(place): \(ours.dropFirst(place).first ?? []), \
                psql's: \(theirs.dropFirst(place).first ?? []) in \(script.text.prefix(600).debugDescription)
                """)
        }
    }

    private static func split(_ text: String) -> [[String]] {
        var splitter = SQLSplitter(Array(text.utf8), .postgresql, readsCommands: true)
        var result: [[String]] = []
        while let item = splitter.next() {
            if case .statement(let statement) = item, !statement.tokens.isEmpty {
                result.append(Self.trimmed(statement.tokens.map { statement.text(of: $0) }))
            }
        }
        return result
    }

    private static func tokens(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, .postgresql)
        var result: [String] = []
        while let token = lexer.next() {
            if !token.isComment { result.append(String(decoding: bytes[token.range], as: UTF8.self)) }
        }
        return trimmed(result)
    }

    /// Without semicolons and spaces at the end.
    private static func trimmed(_ tokens: [String]) -> [String] {
        var tokens = tokens
        while tokens.last == ";" { tokens.removeLast() }
        if let last = tokens.popLast() {
            tokens.append(last.reversed().drop(while: \.isWhitespace).reversed().map(String.init).joined())
        }
        return tokens
    }
}
