/// Everything a schema consists of, as pure values: the objects, and which of them need which.
///
/// ```swift
/// var catalog = Catalog(dialect: .sqlite, version: ServerVersion(3, 40, 1))
/// catalog.insert(SchemaObject(ObjectID(.table, "main", "users"), .table(Table())))
/// catalog.insert(SchemaObject(ObjectID(.column, "main", "users", "id"), .column(Column())))
/// catalog.partsByParent()  // [table main.users: [column main.users.id]]
/// ```
public struct Catalog: Sendable, Hashable {
    /// The engine that it was read from, or is for.
    public let dialect: Dialect
    /// The version of that engine: what it can do, and how it words definitions.
    public let version: ServerVersion
    /// All objects by their identities.
    public private(set) var objects: [ObjectID: SchemaObject] = [:]
    /// What must exist before an object can, by object.
    public private(set) var dependencies: [ObjectID: Set<ObjectID>] = [:]
    /// The object an object is part of: dropped with it, and created after it.
    public private(set) var parents: [ObjectID: ObjectID] = [:]
    /// What its masks stand for, where it was read from a database: no part of the schema, never compared, never
    /// written down.
    package internal(set) var secrets = Secrets()
    /// What the role that migrates the database is called there (``Role/migrating``); not compared, not written down.
    package var migratingRoles: Set<String> = []

    package init(dialect: Dialect, version: ServerVersion) {
        self.dialect = dialect
        self.version = version
    }

    /// Who is in it, in the order of identities.
    public var ids: [ObjectID] { objects.keys.sorted() }
    /// The object of this name.
    public subscript(id: ObjectID) -> SchemaObject? { objects[id] }
    /// Whether there is an object of this identity.
    public func contains(_ id: ObjectID) -> Bool { objects[id] != nil }

    /// Adds an object; `parent` is the object it is part of, which counts as a dependency too.
    package mutating func insert(_ object: SchemaObject, partOf parent: ObjectID? = nil) {
        objects[object.id] = object
        if let parent {
            parents[object.id] = parent
            dependencies[object.id, default: []].insert(parent)
        }
    }

    /// Gives an object that is there another definition.
    mutating func replace(_ id: ObjectID, _ definition: Definition) { objects[id] = SchemaObject(id, definition) }

    package mutating func insert(dependency: ObjectID, of dependent: ObjectID) {
        guard dependency != dependent else { return }
        dependencies[dependent, default: []].insert(dependency)
    }

    /// Removes an object and what is said of it in dependencies.
    package mutating func remove(_ id: ObjectID) {
        objects[id] = nil
        dependencies[id] = nil
        parents[id] = nil
    }

    /// The catalog without the objects that `isIncluded` refuses, and without what is part of those.
    package func filtered(_ isIncluded: (SchemaObject) -> Bool) -> Catalog {
        var gone: Set<ObjectID> = []
        for object in objects.values where !isIncluded(object) { gone.insert(object.id) }
        guard !gone.isEmpty else { return self }
        func isGone(_ id: ObjectID) -> Bool { gone.contains(id) || parents[id].map(isGone) ?? false }
        var copy = self
        for id in objects.keys where isGone(id) { copy.remove(id) }
        for (id, needs) in copy.dependencies where !needs.allSatisfy(copy.contains) {
            copy.dependencies[id] = needs.filter(copy.contains)
        }
        return copy
    }

    /// An object whose parents lead back to it, which only a damaged file has.
    func firstInCircle() -> ObjectID? {
        for id in parents.keys {
            var current = id
            var steps = 0
            while let parent = parents[current] {
                steps += 1
                guard steps <= parents.count else { return parent }
                current = parent
            }
        }
        return nil
    }

    /// Makes room for so many objects at once.
    package mutating func reserveCapacity(_ count: Int) {
        objects.reserveCapacity(count)
        dependencies.reserveCapacity(count)
        parents.reserveCapacity(count)
    }

    /// Which objects need a given one: the dependencies the other way round.
    package func dependents() -> [ObjectID: Set<ObjectID>] {
        var result: [ObjectID: Set<ObjectID>] = [:]
        for (id, needs) in dependencies {
            for need in needs { result[need, default: []].insert(id) }
        }
        return result
    }

    /// All parts by the object they are parts of, each list in the order of names: one pass over the catalog.
    package func partsByParent() -> [ObjectID: [ObjectID]] {
        var result: [ObjectID: [ObjectID]] = [:]
        for (part, parent) in parents { result[parent, default: []].append(part) }
        return result.mapValues { $0.sorted() }
    }
}

extension Catalog {
    /// Whether all objects, their definitions and their dependencies are the same, for the same server version.
    public static func == (left: Self, right: Self) -> Bool {
        left.dialect == right.dialect && left.version == right.version && left.objects == right.objects
            && left.dependencies == right.dependencies && left.parents == right.parents
    }

    /// Adds the dialect and the objects.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(dialect)
        hasher.combine(objects)
    }

    package func body<Body: ObjectBody>(_ id: ObjectID, as type: Body.Type = Body.self) -> Body? {
        objects[id]?.definition.body as? Body
    }
}
