import AutogenPlan
import AutogenSchema

/// What planning the repair of a single finding has to know of an engine.
protocol RepairEngine: Sendable {
    /// What must come along with changed objects, where a table is only ever altered as a whole; `nil` where each object is
    /// altered by itself, and its dependencies tell the rest.
    func surroundings(of catalog: Catalog) -> (any Surroundings)?
}

/// The rest of a catalog that a plan for a few objects must know to come out as it does with all of it.
protocol Surroundings: Sendable {
    func ids(around changed: Set<ObjectID>) -> Set<ObjectID>
    func parts(of table: ObjectID) -> Set<ObjectID>
}

extension Dialect {
    var repair: any RepairEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}

extension PostgresEngine: RepairEngine {
    func surroundings(of catalog: Catalog) -> (any Surroundings)? { nil }
}

extension SQLiteEngine: RepairEngine {
    func surroundings(of catalog: Catalog) -> (any Surroundings)? { SQLiteSurroundings(catalog) }
}

extension SQLiteSurroundings: Surroundings {}
