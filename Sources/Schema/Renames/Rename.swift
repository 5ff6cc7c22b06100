/// One object that has another name from some revision on, and keeps what it holds.
///
/// ```swift
/// let rename = try Rename("column public.person.full_name -> name")
/// print(rename.old, rename.new)  // column public.person.full_name ["name"]
/// ```
///
/// The new name stands alone where the object stays where it is, also where its table or schema gets another name by a
/// rename of its own. A move to another schema says both: `table public.person -> app.people`.
public struct Rename: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The object under its old name.
    public let old: Address
    /// Its new name, after the schema where that is another one.
    public let new: [String]

    /// - Parameter new: one name, or a schema and a name.
    public init(_ old: Address, to new: [String]) {
        self.old = old
        self.new = new
    }

    /// Reads what ``description`` writes; throws ``AddressError``.
    public init(_ text: String) throws(AddressError) {
        let (old, rest) = try Address.reading(text)
        guard let arrow = rest.firstIndex(of: ">"), rest[..<arrow].allSatisfy({ $0 == " " || $0 == "-" }) else {
            throw AddressError(text, "-> and the new name must follow")
        }
        let new = try Address.parts(String(rest[rest.index(after: arrow)...]))
        guard new.count <= 2 else { throw AddressError(text, "behind -> stands a name, or a schema and a name") }
        self.init(old, to: new)
    }

    /// As it stands behind `-- renames:`.
    public var description: String { "\(old) -> \(SQL.shown(new))" }

    /// By the old names.
    public static func < (left: Self, right: Self) -> Bool {
        left.old == right.old ? left.new.lexicographicallyPrecedes(right.new) : left.old < right.old
    }
}

extension Address {
    /// Whether behind its name stands what it takes, or what it is for.
    package var isRoutine: Bool {
        switch Kind(rawValue: kind) {
        case .function, .aggregate, .operator, .operatorClass, .operatorFamily: path.count > 2
        default: false
        }
    }

    /// The place of the object's own name in the path.
    package var namePlace: Int { isRoutine ? 1 : path.count - 1 }

    /// The object's own name.
    package var ownName: String { path.indices.contains(namePlace) ? path[namePlace] : "" }

    /// Whether the path begins with the names of a schema and of something in it that the object is part of.
    package var isMember: Bool { namePlace > 1 }
}
