/// A piece of SQL, built by string interpolation that quotes identifiers and literals by itself.
///
/// ```swift
/// let table = ["public", "order"]
/// let statement: SQL = "COMMENT ON TABLE \(name: table) IS \(literal: "a person's order")"
/// statement.text  // COMMENT ON TABLE public."order" IS 'a person''s order'
/// ```
///
/// A plain `String` can't be interpolated by accident: it goes in as an identifier (`name:`), as a
/// literal (`literal:`), or, when the database itself wrote it, as SQL (`raw:`).
/// Quoting follows <https://www.postgresql.org/docs/current/sql-syntax-lexical.html> and
/// <https://www.sqlite.org/lang_keywords.html>; both engines read the result alike.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The SQL as it is sent.
    public var text: String

    /// Takes SQL as it stands, quoting nothing: only for what the database itself or the author of the program wrote.
    public init(raw text: String) { self.text = text }
    /// A string literal of the program is SQL as it stands.
    public init(stringLiteral value: String) { text = value }
    /// What the interpolation has put together.
    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// The same as ``text``.
    public var description: String { text }
    /// Whether there is no text at all.
    public var isEmpty: Bool { text.isEmpty }

    /// Puts a text together of SQL and of values that it quotes.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        /// Makes room for the text.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Adds the SQL between two interpolations.
        public mutating func appendLiteral(_ literal: String) { text += literal }
        /// Adds SQL that was put together before.
        public mutating func appendInterpolation(_ sql: SQL) { text += sql.text }
        /// Adds SQL as it stands, quoting nothing.
        public mutating func appendInterpolation(raw sql: String) { text += sql }
        /// Adds a whole number in digits.
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }
        /// Adds a whole number in digits.
        public mutating func appendInterpolation(_ number: Int64) { text += String(number) }
        /// Adds a name, quoted where it must be.
        public mutating func appendInterpolation(name: String) { text += SQL.quoted(name: name) }

        /// A qualified name: each part quoted where it must be, joined by dots.
        public mutating func appendInterpolation(name path: [String]) {
            text += path.map(SQL.quoted(name:)).joined(separator: ".")
        }

        /// A comma-separated list of names, as in `(a, b, "order")`.
        public mutating func appendInterpolation(names: [String]) {
            text += names.map(SQL.quoted(name:)).joined(separator: ", ")
        }

        /// Adds a text as a string literal.
        public mutating func appendInterpolation(literal: String) { text += SQL.quoted(literal: literal) }

        /// Adds a text as a string literal, or `NULL`.
        public mutating func appendInterpolation(literal: String?) {
            text += literal.map(SQL.quoted(literal:)) ?? "NULL"
        }

        /// Adds texts as string literals between commas.
        public mutating func appendInterpolation(literals: [String]) {
            text += literals.map(SQL.quoted(literal:)).joined(separator: ", ")
        }

        /// Adds pieces of SQL with a separator between them.
        public mutating func appendInterpolation(_ parts: [SQL], separator: String) {
            text += parts.lazy.map(\.text).joined(separator: separator)
        }
    }
}

extension SQL {
    /// The one text followed by the other, with nothing between.
    public static func + (left: SQL, right: SQL) -> SQL { SQL(raw: left.text + right.text) }
    /// Adds SQL to the end.
    public static func += (left: inout SQL, right: SQL) { left.text += right.text }

    /// The name as it stands in SQL: bare when that is safe, in double quotes otherwise.
    public static func quoted(name: String) -> String {
        let bytes = name.utf8
        if let first = bytes.first, isStart(first), bytes.allSatisfy(isPart), !Keywords.quoted.contains(name) {
            return name
        }
        return "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    /// The text as a string literal; a backslash makes it an `E''` string only where PostgreSQL would need one,
    /// which with `standard_conforming_strings` it never does.
    public static func quoted(literal: String) -> String {
        "'" + literal.replacing("'", with: "''") + "'"
    }

    private static func isStart(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        isStart(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
