package import AutogenSchema

/// Which objects a project looks after; the others are left alone wherever they are found.
///
/// ```swift
/// ObjectRules(exclude: [ObjectRule(table: "tmp_*", reason: "made by the import")])
/// ```
public struct ObjectRules: Sendable, Hashable {
    /// Where it is not empty, an object in a schema must fit one of them.
    public var include: [ObjectRule]
    /// What is left out, of what ``include`` lets in.
    public var exclude: [ObjectRule]

    /// Takes the rules; without any, everything counts.
    public init(include: [ObjectRule] = [], exclude: [ObjectRule] = []) {
        self.include = include
        self.exclude = exclude
    }

    /// The catalog without what is left alone, and without the parts of that.
    package func applied(to catalog: Catalog) -> Catalog {
        guard !include.isEmpty || !exclude.isEmpty else { return catalog }
        return catalog.filtered { object in
            let id = object.id.target ?? object.id
            let isIn = include.isEmpty || include.contains { $0.mayHold(id) }
            return isIn && !exclude.contains { $0.fits(object.id) }
        }
    }
}

/// Describes objects by patterns, in which `*` stands for any text and `?` for one character; all that is given must fit.
public struct ObjectRule: Sendable, Hashable {
    /// A pattern for the name of the schema; `nil` for any.
    public var schema: String?
    /// The name of a table, view or whatever else has columns; what belongs to it goes with it.
    public var table: String?
    /// A pattern for the kind, in the words of ``Kind``, such as `foreign data wrapper`; `nil` for any.
    public var kind: String?
    /// For the person who reads the configuration.
    public var reason: String?

    /// Describes the objects for which all that is given fits.
    public init(schema: String? = nil, table: String? = nil, kind: String? = nil, reason: String? = nil) {
        self.schema = schema
        self.table = table
        self.kind = kind
        self.reason = reason
    }

    /// Whether it describes an object.
    func fits(_ id: ObjectID) -> Bool {
        let place = id.target ?? id
        if let kind, !Wildcard.fits(id.kind.rawValue, kind) { return false }
        if let schema, !(id.schema.map { Wildcard.fits($0, schema) } ?? false) { return false }
        if let table, !Self.hasColumns(place) || !Wildcard.fits(place.path[1], table) { return false }
        return true
    }

    /// As ``fits(_:)``, where a rule about tables says nothing of schemas and functions.
    func mayHold(_ id: ObjectID) -> Bool {
        if let schema, let own = id.schema, !Wildcard.fits(own, schema) { return false }
        if let kind, id.kind != .namespace, !Wildcard.fits(id.kind.rawValue, kind) { return false }
        if let table, Self.hasColumns(id), !Wildcard.fits(id.path[1], table) { return false }
        return true
    }

    private static func hasColumns(_ id: ObjectID) -> Bool {
        guard id.path.count > 1 else { return false }
        let wholes: Set<Kind> = [.table, .virtualTable, .view, .materializedView]
        return wholes.contains(id.kind) || id.path.count > 2
    }
}
