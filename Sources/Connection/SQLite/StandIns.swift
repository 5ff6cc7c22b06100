/// Names that an application defines on its own SQLite connections, for which others are given something in their place.
///
/// A schema that sorts by `COLLATE natsort`, or checks `slug(title)`, can then be read, compared and tried out. Stand-ins
/// never meet rows that are kept: a connection that writes to a database has none, so that no index is sorted by a
/// wrong rule.
///
/// ```swift
/// var drivers = Drivers()
/// drivers.standIns = StandIns(collations: ["natsort"], functions: [.init("slug", arguments: 1)])
/// ```
public struct StandIns: Sendable, Hashable {
    /// A function of SQL that returns `NULL` whatever it is given.
    public struct Function: Sendable, Hashable {
        /// As SQL calls it.
        public let name: String
        /// How many arguments it takes; `nil` for any number.
        public let arguments: Int?

        /// A function with a number of arguments, or with any.
        public init(_ name: String, arguments: Int? = nil) {
            self.name = name
            self.arguments = arguments
        }

        /// `slug/1`, or `slug` for any number of arguments; `nil` for a text of another form.
        public init?(parsing text: String) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first, !name.isEmpty else { return nil }
            if parts.count == 2 {
                // What sqlite3_create_function takes.
                guard let count = Int(parts[1]), (0...127).contains(count) else { return nil }
                self.init(String(name), arguments: count)
            } else {
                self.init(String(name))
            }
        }
    }

    /// Collations, which compare byte by byte.
    public var collations: [String]
    /// Functions, which return `NULL`.
    public var functions: [Function]

    /// None unless given.
    public init(collations: [String] = [], functions: [Function] = []) {
        self.collations = collations
        self.functions = functions
    }
}
