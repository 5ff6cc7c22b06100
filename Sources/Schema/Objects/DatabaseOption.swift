/// A number in the header of a SQLite file that belongs to the application (`PRAGMA user_version`).
///
/// One that was never set is 0, and no object; so `PRAGMA user_version = 0` takes it back.
public struct DatabaseOption: ObjectBody {
    package static let kind = Kind.databaseOption

    /// The options by the names of their pragmas (<https://www.sqlite.org/pragma.html#pragma_application_id>).
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// Whose file it is, for programs such as `file`.
        case applicationID = "application_id"
        /// What the application makes of it: often the version of its schema.
        case userVersion = "user_version"
    }

    /// A signed number of 32 bits.
    public var value = 0

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("value", &value)
    }
}
