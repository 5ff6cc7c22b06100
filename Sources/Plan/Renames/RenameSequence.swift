import AutogenSQLText
import AutogenSchema

/// The order in which objects get their new names, each while nothing else has it.
///
/// Members get theirs first, then what lives in a schema, then the schemas: so a statement names what its object is part
/// of as it was before. Where objects take each other's names, or one that stays behind has a name that is wanted, that goes
/// under a name of the moment first. Taken backwards, the steps lead back.
struct RenameSequence {
    private(set) var steps: [RenameStep] = []
    /// What had a name that was wanted, and no other to get.
    private(set) var dropped: [CodeInTheWay] = []
    /// Schemas that something moves to and that are not there, by the names under which they are made.
    private(set) var schemas: [String] = []
    private let start: Catalog
    private let rules: any DDLRules
    /// Who has a name at the moment.
    private var holders: [String: Address] = [:]
    /// What objects are called at the moment, where that is not as before.
    private var current: [Address: [String]] = [:]
    private var isAside: Set<Address> = []

    /// An object on its way to a name.
    private struct Move {
        let object: Address
        let goal: [String]
    }

    init(_ renames: Renames, in start: Catalog, rules: any DDLRules) {
        self.start = start
        self.rules = rules
        for object in start.objects where object.id.target == nil { hold(Address(object.id)) }
        for object in start.objects { for part in start.namedParts(of: object.id) { hold(part) } }
        let asked = renames.all.filter { rules.isRenamedAlone($0.old, in: start, with: renames) }
        let namespaces = asked.filter { $0.old.kind == Kind.namespace.rawValue }
        let inSchemas = asked.filter { !$0.old.isMember && $0.old.kind != Kind.namespace.rawValue }
        run(asked.filter(\.old.isMember).map { Move(object: $0.old, goal: $0.goal(in: $0.old.path.first)) })
        // By their names after the script, what schemas are called until the last phase.
        var names = Dictionary(
            namespaces.map { ($0.new.last ?? "", $0.old.ownName) }, uniquingKeysWith: { first, _ in first })
        let destinations = Set(inSchemas.compactMap { $0.new.count == 2 ? $0.new[0] : nil })
        let leaving = Set(namespaces.map(\.old.ownName))
        // A schema whose name is given away is another one than that of this name.
        let missing = destinations.filter { schema in
            names[schema] == nil && (leaving.contains(schema) || !start.contains(ObjectID(.namespace, schema)))
        }.sorted()
        for schema in missing { names[schema] = make(schema) }
        let moves = inSchemas.map { rename in
            let schema = rename.new.count == 2 ? names[rename.new[0]] ?? rename.new[0] : rename.old.path.first
            return Move(object: rename.old, goal: rename.goal(in: schema))
        }
        // A routine is named with the types that it takes.
        run(moves.filter { $0.object.isRoutine })
        run(moves.filter { !$0.object.isRoutine })
        run(namespaces.map { Move(object: $0.old, goal: $0.new) })
        run(missing.map { Move(object: Self.made($0), goal: [$0]) })
    }

    private mutating func make(_ schema: String) -> String {
        let object = Self.made(schema)
        var name = schema
        while !isFree([name], for: object) { name = NameAside.name(name, "__new") }
        current[object] = [name]
        hold(object)
        schemas.append(name)
        return name
    }

    /// A schema that the script makes, told apart from one of that name which is there.
    private static func made(_ schema: String) -> Address {
        Address(kind: Kind.namespace.rawValue, path: ["new \(schema)"])
    }

    private mutating func run(_ moves: [Move]) {
        var pending = moves
        while !pending.isEmpty {
            var isStuck = true
            for move in pending {
                guard let next = hops(of: move).first(where: { isFree($0, for: move.object) }) else { continue }
                take(move.object, to: next)
                isStuck = false
            }
            pending.removeAll { now($0.object) == $0.goal }
            if isStuck, let move = pending.first { makeWay(for: move) }
        }
    }

    /// The names that are one step away on the way to the goal.
    private func hops(of move: Move) -> [[String]] {
        let now = now(move.object)
        guard now != move.goal else { return [] }
        let place = move.object.namePlace
        if now[place] != move.goal[place], rules.isSameName(now[place], move.goal[place]) {
            var aside = now
            aside[place] = NameAside.name(now[place])
            return [aside]
        }
        guard now.count > 1, now[0] != move.goal[0] else { return [move.goal] }
        var (renamed, moved) = (move.goal, now)
        renamed[0] = now[0]
        moved[0] = move.goal[0]
        return renamed == now ? [move.goal] : [renamed, moved]
    }

    private mutating func makeWay(for move: Move) {
        let hops = hops(of: move)
        let along = rules.renamedAlong(with: move.object, in: start).flatMap { other -> [String] in
            var goal = now(other)
            goal[other.namePlace] = move.goal[move.object.namePlace]
            return slots(of: other, at: goal)
        }
        let obstacles = (hops.flatMap { slots(of: move.object, at: $0) } + along).compactMap { holders[$0] }
        guard let obstacle = obstacles.first(where: { $0 != move.object && !isAside.contains($0) }) else {
            // Nothing that could go has the name: the database will say what has.
            if let next = hops.first { take(move.object, to: next) }
            return
        }
        isAside.insert(obstacle)
        let drops = rules.dropAside(obstacle, in: start)
        if !drops.isEmpty {
            dropped += drops.filter { !dropped.contains($0) }
            for slot in slots(of: obstacle, at: now(obstacle)) where holders[slot] == obstacle { holders[slot] = nil }
            return
        }
        var path = now(obstacle)
        let place = obstacle.namePlace
        repeat { path[place] = NameAside.name(path[place]) } while !isFree(path, for: obstacle)
        take(obstacle, to: path)
    }

    private mutating func take(_ object: Address, to path: [String]) {
        let from = now(object)
        for slot in slots(of: object, at: from) where holders[slot] == object { holders[slot] = nil }
        steps.append(RenameStep(object: object, from: from, to: path))
        current[object] = path
        hold(object)
        for other in rules.renamedAlong(with: object, in: start) {
            var along = now(other)
            for slot in slots(of: other, at: along) where holders[slot] == other { holders[slot] = nil }
            along[other.namePlace] = path[object.namePlace]
            current[other] = along
            hold(other)
        }
    }

    /// What an object is called at the end, as far as that is known from names: its own, and that of what it is part of.
    func last(_ object: Address) -> Address {
        var path = now(object)
        if object.isMember {
            let whole = Array(object.path.prefix(2))
            for kind in Renames.kindsOfWholes {
                if let moved = current[Address(kind: kind.rawValue, path: whole)] {
                    path.replaceSubrange(0..<2, with: moved)
                }
            }
        }
        let schema = Address(ObjectID(.namespace, path.first ?? ""))
        if path.count > 1, let renamed = current[schema]?.first { path[0] = renamed }
        return Address(kind: object.kind, path: path)
    }

    private mutating func hold(_ object: Address) {
        for slot in slots(of: object, at: now(object)) where holders[slot] == nil { holders[slot] = object }
    }

    private func now(_ object: Address) -> [String] { current[object] ?? object.path }

    private func isFree(_ path: [String], for object: Address) -> Bool {
        let along = rules.renamedAlong(with: object, in: start)
        return slots(of: object, at: path).allSatisfy { holders[$0] == nil || holders[$0] == object }
            && along.allSatisfy { other in
                var goal = now(other)
                goal[other.namePlace] = path[object.namePlace]
                return slots(of: other, at: goal).allSatisfy { holders[$0] == nil || holders[$0] == other }
            }
    }

    /// The names that an object would occupy.
    private func slots(of object: Address, at path: [String]) -> [String] {
        let own = "\(object.kind) " + (start.dialect.syntax.ignoresCase ? path.map(\.folded) : path).exact
        guard let kind = Kind(rawValue: object.kind), let body = start[ObjectID(kind, path: object.path)] else {
            return [own]
        }
        return [own] + rules.occupiedNames(of: SchemaObject(ObjectID(kind, path: path), body.definition)).names
    }
}

extension Rename {
    /// The path of the object with its new name, in a schema.
    fileprivate func goal(in schema: String?) -> [String] {
        var path = old.path
        if let schema, path.count > 1 { path[0] = schema }
        path[old.namePlace] = new.last ?? old.ownName
        return path
    }
}
