/// Everything a schema consists of, as pure values: the objects, and which of them need which.
///
/// ```swift
/// var catalog = Catalog(dialect: .sqlite, version: ServerVersion(3, 40, 1))
/// catalog.insert(SchemaObject(ObjectID(.table, "main", "users"), .table(Table())))
/// catalog.insert(SchemaObject(ObjectID(.column, "main", "users", "id"), .column(Column())))
/// catalog.partsByParent()  // [table main.users: [column main.users.id]]
/// ```
public struct Catalog: Sendable {
    /// The database that the schema is of.
    public let dialect: Dialect
    /// The version of its server, or of the library.
    public let version: ServerVersion
    private(set) var table = ObjectTable()
    /// What its masks stand for, where it was read from a database: no part of the schema, never compared, never
    /// written down.
    package internal(set) var secrets = Secrets()
    /// Where it is declared, where it was read from files; no part of the schema either.
    package var provenance = Provenance()
    /// What the role that migrates the database is called there (``Role/migrating``); not compared, not written down.
    package var migratingRoles: Set<String> = []

    /// A catalog with nothing in it.
    package init(dialect: Dialect, version: ServerVersion) {
        self.dialect = dialect
        self.version = version
    }

    /// All objects, in the order in which they were added.
    public var objects: CatalogObjects { CatalogObjects(table: table) }
    /// Who is in it, in the order of identities.
    public var ids: [ObjectID] { objects.ids.sorted() }
    /// Those of one kind, in the order of identities.
    package func ids(of kind: Kind) -> [ObjectID] {
        table.entries.compactMap { $0.id.kind == kind && $0.definition != nil ? $0.id : nil }.sorted()
    }
    /// The object of this name.
    public subscript(id: ObjectID) -> SchemaObject? { table[id]?.object }
    /// Whether there is an object of this name.
    public func contains(_ id: ObjectID) -> Bool { table[id]?.definition != nil }

    /// The attributes of an object, if it is there and of the kind that has these.
    package func body<Body: ObjectBody>(_ id: ObjectID, as type: Body.Type = Body.self) -> Body? {
        table[id]?.definition?.body as? Body
    }

    /// The object that an object is part of: dropped with it, and created after it.
    public func parent(of id: ObjectID) -> ObjectID? {
        guard let entry = table[id], entry.parent != ObjectTable.nowhere else { return nil }
        return table.entries[Int(entry.parent)].id
    }

    /// What must exist before an object can, what it is part of included.
    public func needs(of id: ObjectID) -> CatalogNeeds {
        CatalogNeeds(table: table, places: table.needs(from: table[id]?.firstNeed ?? ObjectTable.nowhere))
    }

    /// Adds an object; `parent` is the object it is part of, which counts as a dependency too.
    package mutating func insert(_ object: SchemaObject, partOf parent: ObjectID? = nil) {
        let place = table.set(object)
        if let parent { table.setParent(table.insert(parent), of: place) }
    }

    /// Says that an object needs another one, itself excepted.
    package mutating func insert(dependency: ObjectID, of dependent: ObjectID) {
        guard dependency != dependent else { return }
        let place = table.insert(dependent)
        table.addNeed(table.insert(dependency), of: place)
    }

    /// Gives an object that is there another definition.
    mutating func replace(_ id: ObjectID, _ definition: Definition) {
        _ = table.set(SchemaObject(id, definition))
    }

    /// Removes an object and what is said of it in dependencies.
    package mutating func remove(_ id: ObjectID) { table.remove(id) }

    /// Makes room for so many objects at once.
    package mutating func reserveCapacity(_ count: Int) { table.reserveCapacity(count) }

    /// The identity as the catalog holds it, so that each is held once.
    mutating func shared(_ id: ObjectID) -> ObjectID {
        let place = table.insert(id)
        return table.entries[Int(place)].id
    }
}

/// The objects of a catalog, in the order in which they were added.
public struct CatalogObjects: Sequence, Sendable {
    let table: ObjectTable

    /// How many there are.
    public var count: Int { table.count }
    /// Whether there is none.
    public var isEmpty: Bool { table.count == 0 }
    /// Their identities, in the same order.
    public var ids: [ObjectID] { table.entries.compactMap { $0.definition == nil ? nil : $0.id } }

    /// Goes through all objects.
    public func makeIterator() -> Iterator { Iterator(entries: table.entries) }

    /// One object after the other.
    public struct Iterator: IteratorProtocol, Sendable {
        let entries: [ObjectTable.Entry]
        private var place = 0

        init(entries: [ObjectTable.Entry]) { self.entries = entries }

        /// The next object.
        public mutating func next() -> SchemaObject? {
            while place < entries.count {
                defer { place += 1 }
                if let object = entries[place].object { return object }
            }
            return nil
        }
    }
}

/// What one object of a catalog needs; each object once.
public struct CatalogNeeds: Sequence, IteratorProtocol, Sendable {
    let table: ObjectTable
    var places: ObjectTable.Needs

    /// The next of them.
    public mutating func next() -> ObjectID? { places.next().map { table.entries[Int($0)].id } }
}

extension Catalog {
    /// The catalog without the objects that `isIncluded` refuses, without what is part of those, and without a word about
    /// what is not there.
    package func filtered(_ isIncluded: (SchemaObject) -> Bool) -> Catalog {
        var isGone = table.entries.map { entry in entry.object.map { !isIncluded($0) } ?? false }
        guard isGone.contains(true) else { return self }
        for place in table.entries.indices where !isGone[place] {
            var parent = table.entries[place].parent
            while parent != ObjectTable.nowhere, !isGone[Int(parent)] { parent = table.entries[Int(parent)].parent }
            if parent != ObjectTable.nowhere { isGone[place] = true }
        }
        var copy = self
        copy.table = ObjectTable()
        copy.table.reserveCapacity(table.count)
        for (place, entry) in table.entries.enumerated() where !isGone[place] {
            guard let object = entry.object else { continue }
            copy.insert(object, partOf: parent(of: entry.id))
            for need in table.needs(from: entry.firstNeed) where !isGone[Int(need)] {
                let needed = table.entries[Int(need)]
                if needed.definition != nil { copy.insert(dependency: needed.id, of: entry.id) }
            }
        }
        return copy
    }

    /// The identities of objects that are not the same in another catalog, or not there.
    package func idsDiffering(from other: Catalog) -> [ObjectID] {
        table.entries.indices.compactMap { index in
            guard table.entries[index].definition != nil else { return nil }
            let id = table.entries[index].id
            guard let place = other.table.place(of: id).map(Int.init), other.table.entries[place].definition != nil,
                other.table.entries[place].fingerprint == table.entries[index].fingerprint
            else { return id }
            return nil
        }
    }

    /// An object whose parents lead back to it, which only a damaged file has.
    func firstInCircle() -> ObjectID? {
        // A circle can't lead back all the way: somewhere in it a parent stands behind its part.
        for (place, entry) in table.entries.enumerated()
        where entry.parent != ObjectTable.nowhere && entry.parent >= place {
            var current = entry.parent
            var steps = 0
            while current != ObjectTable.nowhere {
                steps += 1
                guard steps <= table.entries.count else { return table.entries[Int(current)].id }
                current = table.entries[Int(current)].parent
            }
        }
        return nil
    }

    /// Which objects need a given one: the dependencies the other way round.
    package func dependents() -> [ObjectID: Set<ObjectID>] {
        var result: [ObjectID: Set<ObjectID>] = [:]
        for entry in table.entries {
            for need in table.needs(from: entry.firstNeed) {
                result[table.entries[Int(need)].id, default: []].insert(entry.id)
            }
        }
        return result
    }

    /// All parts by the object they are parts of, each list in the order of names: one pass over the catalog.
    package func partsByParent() -> [ObjectID: [ObjectID]] {
        var result: [ObjectID: [ObjectID]] = [:]
        for entry in table.entries where entry.parent != ObjectTable.nowhere {
            result[table.entries[Int(entry.parent)].id, default: []].append(entry.id)
        }
        return result.mapValues { $0.sorted() }
    }
}

extension Catalog: Hashable {
    /// Whether both hold the same objects, with the same ties between them.
    public static func == (left: Self, right: Self) -> Bool {
        guard left.dialect == right.dialect, left.version == right.version,
            left.objects.count == right.objects.count
        else { return false }
        return left.table.entries.allSatisfy { entry in
            right[entry.id] == entry.object && left.parent(of: entry.id) == right.parent(of: entry.id)
                && Set(left.needs(of: entry.id)) == Set(right.needs(of: entry.id))
        }
    }

    /// By the database and how many objects there are, which is quick and tells most catalogs apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(dialect)
        hasher.combine(objects.count)
    }
}
