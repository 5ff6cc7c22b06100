/// Something in a database that no catalog can say, so that nobody takes its absence for an answer.
///
/// ```swift
/// for unmodelled in try await Reflector.unmodelled(in: connection) { print(unmodelled) }
/// // not compared: privileges on function pg_catalog.pg_sleep(double precision): it belongs to the system
/// ```
package struct Unmodelled: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The object, or what about it.
    package let what: String
    package let why: String

    package init(_ what: String, why: String) {
        self.what = what
        self.why = why
    }

    package var description: String { "not compared: \(what): \(why)" }

    package static func < (left: Self, right: Self) -> Bool { (left.what, left.why) < (right.what, right.why) }
}
