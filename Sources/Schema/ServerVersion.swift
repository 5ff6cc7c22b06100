/// The version of a database engine, comparable by number.
///
/// ```swift
/// ServerVersion("15.18")! < ServerVersion("16.0")!  // true
/// ```
///
/// PostgreSQL reports `server_version_num` (150018), SQLite `sqlite_version()` (3.40.1).
public struct ServerVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The first number: 15 of PostgreSQL 15.18, 3 of SQLite 3.40.1.
    public let major: Int
    /// The second number: 18 of PostgreSQL 15.18, 40 of SQLite 3.40.1.
    public let minor: Int
    /// The third number; always 0 for PostgreSQL.
    public let patch: Int

    /// A version by its numbers.
    public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads the leading numbers of a text such as `15.18 (Debian 15.18-0+deb12u1)`; `nil` when there are none.
    public init?(_ text: String) {
        let head = text.prefix { $0.isNumber || $0 == "." }
        let parts = head.split(separator: ".").compactMap { Int($0) }
        guard let major = parts.first else { return nil }
        self.init(major, parts.count > 1 ? parts[1] : 0, parts.count > 2 ? parts[2] : 0)
    }

    /// The numbers with dots, without a patch of 0: `15.18`, `3.40.1`.
    public var description: String { patch == 0 ? "\(major).\(minor)" : "\(major).\(minor).\(patch)" }

    /// Whether it is the earlier version, number by number.
    public static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }
}
