import AutogenSchema

/// Where a step would stand if nothing had to wait: drops of what holds no values first, then object by object in the usual
/// order of kinds, with all that happens to a table and its parts together, and last what holds values and can go last.
struct StepPriority: Comparable {
    private enum Phase: Int {
        case letGo, setAside, make, drop
    }

    private let phase: Int
    private let rank: Int
    private let root: [String]
    private let inner: Int
    private let position: Int
    private let path: [String]

    init(_ step: Step, isLate: Bool, _ context: ObjectPlan) {
        let id = step.id
        let isDrop = if case .drop = step { true } else { false }
        let catalog = isDrop ? context.from : context.to
        var top = id
        while let parent = catalog.parent(of: top) { top = parent }
        let sign = isDrop ? -1 : 1
        switch step {
        case .setAside: phase = Phase.setAside.rawValue
        case .create, .alter, .fill: phase = Phase.make.rawValue
        case .drop: phase = (isLate ? Phase.drop : .letGo).rawValue
        }
        rank = sign * top.kind.rank
        root = top.path
        inner = sign * id.kind.rank
        position =
            catalog.body(id, as: Column.self)?.position.value ?? catalog.body(id, as: Constraint.self)?.place ?? 0
        path = id.path
    }

    static func < (left: Self, right: Self) -> Bool {
        if left.phase != right.phase { return left.phase < right.phase }
        if left.rank != right.rank { return left.rank < right.rank }
        if left.root != right.root { return left.root.lexicographicallyPrecedes(right.root) }
        if left.inner != right.inner { return left.inner < right.inner }
        if left.position != right.position { return left.position < right.position }
        return left.path.lexicographicallyPrecedes(right.path)
    }
}

extension Constraint {
    /// Primary key, unique, check, exclusion, foreign key: the order in which a person lists them.
    fileprivate var place: Int {
        switch type {
        case .primaryKey: 0
        case .unique: 1
        case .check: 2
        case .exclusion: 3
        case .notNull: 4
        case .foreignKey: 5
        }
    }
}
