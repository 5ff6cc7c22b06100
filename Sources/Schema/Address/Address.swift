/// How a person names an object, or a part of one that has no identity of its own: in a flag, in a script's header, in a
/// message.
///
/// ```swift
/// "\(Address(ObjectID(.column, "public", "person", "full_name")))"  // column public.person.full_name
/// Address(kind: "label", path: ["public", "mood", "so so"]).description  // label public.mood."so so"
/// ```
public struct Address: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The word of a ``Kind``, or `label` of an enum or `attribute` of a composite type.
    public let kind: String
    /// The names from the outermost in: schema, table, column.
    public let path: [String]

    /// Names something by the word of its kind and its path.
    public init(kind: String, path: [String]) {
        self.kind = kind
        self.path = path
    }

    package init(_ id: ObjectID) { self.init(kind: id.kind.rawValue, path: id.path) }

    /// The kind and the quoted name, as a person can write it.
    public var description: String { "\(kind) \(name)" }

    /// Without the kind, each part quoted where it must be.
    public var name: String { SQL.shown(path) }

    /// By path, then by kind, so that a table stands before its columns.
    public static func < (left: Self, right: Self) -> Bool {
        left.path == right.path ? left.kind < right.kind : left.path.lexicographicallyPrecedes(right.path)
    }
}
