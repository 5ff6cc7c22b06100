import AutogenSchema
import Foundation
import Testing

/// What differs between engines is asked of an engine, so that another one is brought without a search for the places.
@Suite struct EngineTests {
    @Test func onlyAnEngineKnowsWhichItIs() throws {
        let files = try SourceCode.all()
        #expect(files.count > 500)
        let found = try files.filter { !$0.isOfOneEngine && !$0.readsSQL }.flatMap { file in
            try DialectQuestion.all(in: file.code).map { "\(file.path): \($0)" }
        }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    /// One choice for each module, of all that differs there.
    @Test func eachModuleChoosesOnce() throws {
        let files = try SourceCode.all().filter { !$0.readsSQL && $0.code.contains("choose(") }
        let choices = files.flatMap { file in
            file.code.matches(of: /\.?choose\(\s*postgresql:/).map { _ in file }
        }
        #expect(!choices.isEmpty)
        #expect(choices.allSatisfy { $0.path.hasSuffix("Engine.swift") }, "\(choices.map(\.path))")
        let modules = choices.map(\.module)
        #expect(Set(modules).count == modules.count, "\(modules)")
    }

    @Test(
        arguments: [
            "switch dialect {", "switch catalog.dialect {", "switch (self, dialect) {", "switch statement.syntax {",
            "case .postgresql: 1", "case (.write, .sqlite): 1", "if case .sqlite = dialect {}",
            "guard dialect == .postgresql else {}", "a.dialect != .sqlite ? b : c", "dialect==Dialect.sqlite",
            "dialect ==\n    .sqlite", ".sqlite == dialect", "let all = [.sqlite: 1, .postgresql: 2]",
            "dialect.rawValue == \"sqlite\"", "[Dialect.sqlite].contains(dialect)", "\"\\(dialect == .sqlite)\"",
            "let url = \"postgresql://a\"; if dialect == .sqlite {}",
        ]) func isAQuestion(_ code: String) throws
    {
        #expect(try !DialectQuestion.all(in: SourceCode.withoutComments(code)).isEmpty)
    }

    @Test(
        arguments: [
            "script.dialect == connection.dialect", "catalog(dialect: .sqlite)", "case .file: .sqlite",
            "DatabaseURL.sqlite(path: path)", "// if dialect == .sqlite", "case .file(let path): .sqlite",
            "/// case .sqlite: 1", "dialect.naming.hasSchemas ? a : b", "let dialect: Dialect = .sqlite",
            "case \"sqlite\", \"postgresql\": 1", "switch dialect.loading.meaning(ofCommand: name) {",
        ]) func isNone(_ code: String) throws
    {
        #expect(try DialectQuestion.all(in: SourceCode.withoutComments(code)).isEmpty)
    }

    /// A page that says where things are says it right.
    @Test func pageNamesWhatIsThere() throws {
        let page = try String(contentsOf: SourceCode.root.appending(path: "docs/architecture.md"), encoding: .utf8)
        let paths = page.matches(of: /`((?:Sources|Tests|scripts|docs)\/[^`*]+)`/).map { String($0.1) }
        #expect(paths.count > 10)
        let missing = paths.filter { path in
            !FileManager.default.fileExists(atPath: SourceCode.root.appending(path: path).path)
        }
        #expect(missing.isEmpty, "\(missing)")
        let engines = try SourceCode.all().filter { $0.path.contains("Engine") }.flatMap { file in
            file.code.matches(of: /protocol (\w+Engine)\b/).map { String($0.1) }
        }
        #expect(engines.count > 5)
        let unnamed = engines.filter { !page.contains("`\($0)`") }
        #expect(unnamed.isEmpty, "\(unnamed)")
    }
}

/// Code that asks which engine it is.
enum DialectQuestion {
    private static let names = Dialect.allCases.map(\.rawValue)

    private static let patterns: [String] = {
        let any = names.joined(separator: "|")
        let value = "(?:\\b(?:Dialect|SQLSyntax))?\\.(?:\(any))\\b(?!\\()"
        return [
            "(?:==|!=|~=)\\s*\(value)", "\(value)\\s*(?:==|!=)", "\\bcase\\b[^:{}\\n]*\(value)", "\(value)\\s*:",
            "\\bswitch\\b[^{\\n]*\\b(?:dialect|syntax)\\b(?!\\.)",
            "\\b(?:rawValue|description|title)\\s*(?:==|!=)\\s*\"(?:\(any))\"",
            "contains\\((?:\\w+\\.)*dialect\\)",
        ]
    }()

    static func all(in code: String) throws -> [String] {
        // A comparison may go on on the next line.
        let lines = code.split(separator: "\n").map { $0 }
        let near = lines.indices.filter { isNear(lines[$0]) }.map { line in
            lines[max(0, line - 1)...line].joined(separator: "\n")
        }
        guard !near.isEmpty else { return [] }
        return try patterns.flatMap { pattern in
            // By its own rule, `a.b` is one word.
            let regex = try Regex(pattern).wordBoundaryKind(.simple)
            return near.flatMap { text in text.matches(of: regex).map { String(text[$0.range]) } }
        }
    }

    private static func isNear(_ line: Substring) -> Bool {
        line.contains("dialect") || line.contains("syntax") || names.contains { line.contains($0) }
    }
}

/// A file of the sources, without its comments.
struct SourceCode {
    let path: String
    let code: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The one `switch`.
    static let switching = "Sources/Schema/Dialect.swift"

    var module: Substring { path.split(separator: "/").dropFirst().first ?? "" }

    /// Whether the file holds what is known of one engine alone.
    var isOfOneEngine: Bool {
        let folders = path.split(separator: "/").dropLast()
        return path == Self.switching || module.hasPrefix("Postgres") || module.hasPrefix("SQLite")
            || folders.contains("Postgres") || folders.contains("SQLite")
    }

    /// The lexers, which answer for a syntax what is asked of it.
    var readsSQL: Bool { module == "SQLText" }

    static func all() throws -> [SourceCode] {
        let sources = root.appending(path: "Sources")
        let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            return SourceCode(path: "Sources/\(name)", code: withoutComments(text))
        }
    }

    /// Cuts each line at a `//` that stands outside of quotes.
    static func withoutComments(_ text: String) -> String {
        let slash = UInt8(ascii: "/")
        var kept: [UInt8] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var isQuoted = false
            var before: UInt8 = 0
            var count = 0
            for byte in line {
                if byte == UInt8(ascii: "\""), before != UInt8(ascii: "\\") { isQuoted.toggle() }
                if !isQuoted, byte == slash, before == slash { break }
                before = byte
                count += 1
            }
            kept += line.prefix(count < line.count ? count - 1 : count)
            kept.append(UInt8(ascii: "\n"))
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
