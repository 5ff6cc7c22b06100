import AutogenDiff
import AutogenSchema

/// Whether `ALTER TABLE ... ADD COLUMN` and `DROP COLUMN` can make all the changes of one table.
///
/// The conditions are those of <https://www.sqlite.org/lang_altertable.html>, and that the statement that SQLite keeps
/// of the table ends up saying what the target says.
struct NativeAlteration {
    private let from: Catalog
    private let to: Catalog
    private let changed: Set<ObjectID>
    private var added: [ObjectID: Column] = [:]
    private var dropped: [ObjectID: Column] = [:]
    private var others: [Change] = []

    init(_ changes: [Change], from: Catalog, to: Catalog, changed: Set<ObjectID>) {
        self.from = from
        self.to = to
        self.changed = changed
        for change in changes {
            switch change {
            case .create(let object):
                if case .column(let column) = object.definition {
                    added[object.id] = column
                } else {
                    others.append(change)
                }
            case .drop(let object):
                if case .column(let column) = object.definition {
                    dropped[object.id] = column
                } else {
                    others.append(change)
                }
            case .alter: others.append(change)
            }
        }
    }

    var isPossible: Bool {
        guard others.allSatisfy(belongsToColumn), added.allSatisfy({ canAdd($0.key, $0.value) }) else { return false }
        if dropped.isEmpty { return true }
        // A column whose name changes in case keeps its values only in a rebuild.
        let names = Set(added.keys.map { $0.name.folded })
        return dropped.keys.allSatisfy { !names.contains($0.name.folded) && canDrop($0) }
            && someColumnStays && !StringsInDoubleQuotes.arePossible(in: from)
    }

    /// SQLite adds and drops what stands in the definition of the column along with it.
    private func belongsToColumn(_ change: Change) -> Bool {
        switch change {
        case .create(let object): isInline(object, of: added, in: to)
        case .drop(let object): isInline(object, of: dropped, in: from)
        case .alter: false
        }
    }

    private func isInline(_ object: SchemaObject, of columns: [ObjectID: Column], in catalog: Catalog) -> Bool {
        switch object.definition {
        case .columnDefault:
            return catalog.parent(of: object.id).map { columns[$0] != nil } ?? false
        case .constraint(let constraint):
            guard constraint.type == .check || constraint.type == .foreignKey else { return false }
            return columns.contains { $1.position.value == -constraint.position.value }
        default:
            return false
        }
    }

    private func canAdd(_ id: ObjectID, _ column: Column) -> Bool {
        if column.declaration.value.isEmpty { return false }
        if column.generated != nil { return column.virtual }
        let expression = to.body(ObjectID(.columnDefault, path: id.path), as: ColumnDefault.self)?.expression
        let value = expression.map(DefaultValue.init)
        if let value, !value.isConstant { return false }
        let isNull = value?.isNull ?? true
        if column.notNull, isNull { return false }
        let isForeignKey = others.contains { change in
            guard case .create(let object) = change, case .constraint(let constraint) = object.definition else {
                return false
            }
            return constraint.type == .foreignKey && constraint.columns == [id.name]
        }
        return !isForeignKey || isNull
    }

    /// Everything that names the column must go before it, or along with it.
    private func canDrop(_ id: ObjectID) -> Bool {
        from.objects.allSatisfy { object in
            guard from.needs(of: object.id).contains(id) else { return true }
            switch object.definition {
            case .columnDefault: return true
            case .index: return changed.contains(object.id)
            case .constraint: return changed.contains(object.id) && isInline(object, of: dropped, in: from)
            default: return false
            }
        }
    }

    private var someColumnStays: Bool {
        guard let table = dropped.keys.first.flatMap({ from.parent(of: $0) }) else { return true }
        return from.objects.contains { $0.kind == .column && from.parent(of: $0.id) == table && dropped[$0.id] == nil }
    }
}
