import AutogenSQLText
import AutogenSchema

/// The definition of a column as its author wrote it, clause by clause.
///
/// ```swift
/// var column = ColumnDefinition("email   text NOT NULL", .postgresql)
/// column.setDefault("''")  // email   text NOT NULL DEFAULT ''
/// ```
struct ColumnDefinition {
    /// What a clause says; of constraints, as far as these matter.
    enum Clause: Hashable {
        case notNull, null, primaryKey, unique, references, check, defaultValue, generated, collation, other
    }

    private struct Part {
        let clause: Clause
        /// The name given by `CONSTRAINT`.
        let name: String?
        let range: Range<Int>
    }

    private(set) var text: String
    private let syntax: SQLSyntax
    private var type: Range<Int> = 0..<0
    private var parts: [Part] = []

    init(_ text: String, _ syntax: SQLSyntax) {
        self.text = text
        self.syntax = syntax
        read()
    }

    mutating func setType(_ type: String) {
        splice(self.type, self.type.isEmpty ? " \(type)" : type)
    }

    mutating func setNotNull(_ isNotNull: Bool) {
        remove(.null)
        guard isNotNull else { return remove(.notNull) }
        guard !has(.notNull) else { return }
        let end = parts.last { $0.clause == .collation }?.range.upperBound ?? type.upperBound
        splice(end..<end, " NOT NULL")
    }

    mutating func setDefault(_ expression: String?) {
        let old = parts.first { $0.clause == .defaultValue }
        guard let expression else { return remove(.defaultValue) }
        if let old { return splice(old.range, "DEFAULT \(expression)") }
        let end = parts.last { $0.clause == .notNull || $0.clause == .collation }?.range.upperBound ?? type.upperBound
        splice(end..<end, " DEFAULT \(expression)")
    }

    func has(_ clause: Clause) -> Bool { parts.contains { $0.clause == clause } }

    /// Takes a constraint away: that of a name, or the only one of its kind that has none. False where there is none.
    mutating func remove(_ clause: Clause, named name: String) -> Bool {
        let own = parts.filter { $0.clause == clause }
        let unnamed = own.filter { $0.name == nil }
        guard let part = own.first(where: { $0.name == name }) ?? (unnamed.count == 1 ? unnamed.first : nil) else {
            return false
        }
        remove(part)
        return true
    }

    private mutating func remove(_ clause: Clause) {
        while let part = parts.first(where: { $0.clause == clause }) { remove(part) }
    }

    /// With the spaces before it.
    private mutating func remove(_ part: Part) {
        let bytes = Array(text.utf8)
        var start = part.range.lowerBound
        while start > 0, bytes[start - 1] == UInt8(ascii: " ") || (9...13).contains(bytes[start - 1]) { start -= 1 }
        // A comment ends with its line, and must not take in what follows.
        let lines = Lines(bytes: bytes)
        if bytes[lines.start(of: start)..<start].contains(Array("--".utf8)) { start = part.range.lowerBound }
        splice(start..<part.range.upperBound, "")
    }

    private mutating func splice(_ range: Range<Int>, _ new: String) {
        text = String(decoding: TextEdit.applied([TextEdit(range, new)], to: Array(text.utf8)), as: UTF8.self)
        read()
    }

    private mutating func read() {
        parts = []
        var reader = SQLReader(text, syntax)
        let name = reader.next()
        let words = reader.tokens { Self.clause(at: $0) != nil }
        let start = words.first?.range.lowerBound ?? name?.range.upperBound ?? 0
        type = start..<(words.last?.range.upperBound ?? start)
        while let first = reader.peek {
            var given: String?
            if reader.skip("CONSTRAINT") { given = reader.name()?.last }
            let clause = Self.clause(at: reader) ?? .other
            let rest = Self.read(clause, from: &reader)
            parts.append(
                Part(clause: clause, name: given, range: first.range.lowerBound..<(rest ?? first.range.upperBound)))
        }
    }

    private static func clause(at reader: SQLReader) -> Clause? {
        switch reader.keyword {
        case "NOT": reader.isAt("NOT", "NULL") ? .notNull : .other
        case "NULL": .null
        case "PRIMARY": .primaryKey
        case "UNIQUE": .unique
        case "REFERENCES": .references
        case "CHECK": .check
        case "DEFAULT": .defaultValue
        case "GENERATED", "AS": .generated
        case "COLLATE": .collation
        case "CONSTRAINT", "COMPRESSION", "STORAGE", "DEFERRABLE", "INITIALLY", "ON", "MATCH", "OPTIONS",
            "AUTOINCREMENT":
            .other
        default: nil
        }
    }

    /// Words that go on with a clause and are none of their own, the longer first: `ON DELETE SET NULL`.
    private static let ownWords: [[String]] =
        ["DELETE", "UPDATE"].flatMap { event in
            [["SET", "NULL"], ["SET", "DEFAULT"], ["NO", "ACTION"], ["CASCADE"], ["RESTRICT"]].map {
                ["ON", event] + $0
            }
        } + ["ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"].map { ["ON", "CONFLICT", $0] }
        + ["FULL", "PARTIAL", "SIMPLE"].map { ["MATCH", $0] } + [
            ["NULLS", "NOT", "DISTINCT"], ["NULLS", "DISTINCT"], ["NOT", "DEFERRABLE"], ["DEFERRABLE"],
            ["INITIALLY", "DEFERRED"], ["INITIALLY", "IMMEDIATE"], ["NOT", "ENFORCED"], ["NOT", "VALID"],
            ["BY", "DEFAULT", "AS"], ["AS"], ["AUTOINCREMENT"],
        ]

    /// Moves behind a clause, and returns where it ends.
    private static func read(_ clause: Clause, from reader: inout SQLReader) -> Int? {
        var end = reader.next()?.range.upperBound
        func take(_ tokens: ArraySlice<SQLToken>) { end = tokens.last?.range.upperBound ?? end }
        switch clause {
        case .notNull, .collation: end = reader.next()?.range.upperBound ?? end
        case .null: break
        case .defaultValue:
            // An expression may begin with a word that begins a clause elsewhere.
            end = first(of: &reader) ?? end
            take(reader.tokens { Self.clause(at: $0) != nil })
        case .references, .primaryKey, .unique, .check, .generated, .other:
            while !reader.isAtEnd {
                if let words = Self.ownWords.first(where: { reader.isAt($0) }) {
                    for _ in words { end = reader.next()?.range.upperBound ?? end }
                    continue
                }
                // A clause of another kind begins.
                if Self.clause(at: reader) != nil { return end }
                end = first(of: &reader) ?? end
            }
        }
        return end
    }

    /// Moves behind a token or a whole parenthesis.
    private static func first(of reader: inout SQLReader) -> Int? {
        let before = reader.rest
        if reader.parenthesis() != nil {
            return before[before.startIndex..<reader.rest.startIndex].last?.range.upperBound
        }
        return reader.next()?.range.upperBound
    }
}
