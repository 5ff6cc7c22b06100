package import AutogenSchema

/// One value of a result, as the engine hands it over.
///
/// PostgreSQL sends every value as text; SQLite sends its five storage classes.
public enum Value: Sendable, Hashable {
    /// SQL's NULL.
    case null
    /// Characters; every value of PostgreSQL's that is not NULL.
    case text(String)
    /// A whole number of SQLite's.
    case integer(Int64)
    /// A floating-point number of SQLite's.
    case real(Double)
    /// Bytes of SQLite's.
    case blob([UInt8])

    /// The value as text; `nil` for NULL.
    public var text: String? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The value as a whole number, read from text where it is one; `nil` for everything else.
    public var integer: Int64? {
        switch self {
        case .integer(let number): number
        case .text(let text): Int64(text)
        case .null, .real, .blob: nil
        }
    }

    /// `t`, `true`, `on` and numbers other than 0 are true; NULL and everything else is `nil` or false.
    public var bool: Bool? {
        switch self {
        case .null: nil
        case .integer(let number): number != 0
        case .text(let text): text == "t" || text == "true" || text == "on" || text == "1"
        case .real(let number): number != 0
        case .blob: false
        }
    }
}

extension SQL {
    /// Refuses a NUL character: the engines' C functions would silently take it for the end of the text.
    package func checkNoNUL() throws(DatabaseError) {
        guard let index = text.utf8.firstIndex(of: 0) else { return }
        throw DatabaseError(
            .statement, message: "the SQL text holds a NUL character, which no database accepts",
            position: text.unicodeScalars.distance(from: text.startIndex, to: index) + 1)
    }
}
