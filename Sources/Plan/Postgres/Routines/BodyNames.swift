import AutogenDiff
import AutogenSQLText
import AutogenSchema

/// What the bodies of functions name that are texts: the server reads them when they are called and keeps no dependency.
///
/// Some are called while a script runs: a check looks at the rows that are there, an index is computed over them, a new
/// column gets its default. What such a body names, and what the bodies of the functions that it names do, is to be there by
/// then. A word of a text may also mean something else, so this is a wish: it moves a step where nothing forbids it.
struct BodyNames {
    private let context: ObjectPlan
    /// What a body may name, by the name that stands there: of routines without their arguments.
    private var named: [String: [ObjectID]] = [:]
    /// Columns that come or change, by the names of their tables.
    private var columns: [String: [ObjectID]] = [:]
    private var namedByBody: [ObjectID: [ObjectID]] = [:]

    /// What is to come before each object whose making or altering calls functions.
    static func needs(in context: ObjectPlan) -> [ObjectID: Set<ObjectID>] {
        let called = CalledCode(context).roots
        guard !called.isEmpty else { return [:] }
        var names = BodyNames(context)
        var needs: [ObjectID: Set<ObjectID>] = [:]
        for (id, roots) in called {
            // Columns that come to one table come in their order.
            let found = names.found(from: roots).filter { $0.kind != .column || $0.relationPath != id.relationPath }
            if !found.isEmpty { needs[id] = found }
        }
        return needs
    }

    private init(_ context: ObjectPlan) {
        self.context = context
        for object in context.to.objects {
            let id = object.id
            switch id.kind {
            case .function, .aggregate: named[id.path.dropFirst().first ?? "", default: []].append(id)
            case .view, .materializedView: named[id.name, default: []].append(id)
            case .table, .sequence, .enumType, .domain, .compositeType, .rangeType:
                if changes(id) { named[id.name, default: []].append(id) }
            case .column: if changes(id) { columns[id.relationPath.last ?? "", default: []].append(id) }
            default: break
            }
        }
    }

    private func changes(_ id: ObjectID) -> Bool { context.isMade(id) || context.altered[id] != nil }

    /// What of that which comes or changes is named, however far down.
    private mutating func found(from roots: [ObjectID]) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        var seen = Set(roots)
        var queue = roots
        while let id = queue.popLast() {
            var next = Array(context.to.needs(of: id))
            if id.kind == .domain { next += context.newParts[id] ?? [] }
            if id.kind == .function {
                let named = namesInBody(of: id)
                found.formUnion(named.filter(changes))
                next += named
            }
            queue += next.filter { seen.insert($0).inserted }
        }
        return found
    }

    private mutating func namesInBody(of function: ObjectID) -> [ObjectID] {
        if let known = namedByBody[function] { return known }
        let words = context.to.body(function, as: Function.self).map(BodyWords.all) ?? []
        let names = words.flatMap { word in
            (named[word] ?? []) + (columns[word] ?? []).filter { words.contains($0.name) }
        }
        namedByBody[function] = names
        return names
    }
}
