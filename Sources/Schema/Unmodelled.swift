/// Something in a database that no catalog can say, so that nobody takes its absence for an answer.
///
/// ```swift
/// for unmodelled in try await Reflector.unmodelled(in: connection) { print(unmodelled) }
/// // not compared: privileges on function pg_catalog.pg_sleep(double precision): it belongs to the system
/// ```
public struct Unmodelled: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The object, or what about it.
    public let what: String
    public let why: String

    public init(_ what: String, why: String) {
        self.what = what
        self.why = why
    }

    public var description: String { "not compared: \(what): \(why)" }

    public static func < (left: Self, right: Self) -> Bool { (left.what, left.why) < (right.what, right.why) }
}
