import AutogenSQLText
import CSQLite
import Testing

/// The splitter against `sqlite3_complete`: a text that ends in a semicolon is complete where a statement ends.
@Suite struct SQLiteCompleteTests {
    @Test func agreesOnEveryScript() {
        let scripts = Corpus.scripts(.sqlite) + Corpus.scripts(.postgresql).filter { $0.text.utf8.count < 20_000 }
        for script in scripts { check(Array(script.text.utf8), script.name) }
        #expect(scripts.count > 10)
    }

    @Test func agreesOnRandomTexts() {
        let first = Fuzz.seed
        print("seeds \(first)..<\(first + Fuzz.count)")
        for seed in first..<first + Fuzz.count { check(Array(Fuzz.text(seed, .sqlite).utf8), "seed \(seed)") }
    }

    /// Every semicolon of the text is asked about, from where the statement began.
    private func check(_ bytes: [UInt8], _ name: String) {
        var ours: [Int] = []
        var scanner = SQLScanner(bytes, .sqlite)
        while let token = scanner.next() {
            if token.kind == .semicolon, !scanner.isInStatement { ours.append(token.range.upperBound) }
        }
        var theirs: [Int] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: ";") {
            let piece = bytes[start...index].map { CChar(bitPattern: $0) } + [0]
            guard sqlite3_complete(piece) == 1 else { continue }
            theirs.append(index + 1)
            start = index + 1
        }
        guard ours != theirs else { return }
        let place = zip(ours, theirs).first { $0 != $1 }.map { min($0, $1) } ?? min(ours.count, theirs.count)
        let text = String(decoding: bytes.prefix(400), as: UTF8.self).debugDescription
        Issue.record("\(name): at \(place): \(ours.suffix(5)), SQLite's: \(theirs.suffix(5)): \(text)")
    }
}
