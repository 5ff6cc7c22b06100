import AutogenSchema

/// A column that stays and whose rows another generator numbers from now on: the new one continues with the number of the old one.
struct SequenceContinuation {
    let column: ObjectID
    let old: Generator?
    let new: Generator

    init?(of column: ObjectID, in context: ObjectPlan) {
        guard context.from.contains(column), !context.isMade(column),
            let new = Generator(of: column, in: context.to)
        else { return nil }
        let old = Generator(of: column, in: context.from)
        guard old != new else { return nil }
        if new.isIdentity, old?.isIdentity == true { return nil }
        if !new.isIdentity, !context.isMade(ObjectID(.sequence, path: new.sequence)) { return nil }
        self.column = column
        self.old = old
        self.new = new
    }

    /// The continuation from a column to the one that takes over its values.
    init?(from before: ObjectID, to column: ObjectID, in context: ObjectPlan) {
        guard let new = Generator(of: column, in: context.to) else { return nil }
        old = Generator(of: before, in: context.from)
        guard old != new, new.isIdentity || context.isMade(ObjectID(.sequence, path: new.sequence)) else { return nil }
        self.column = column
        self.new = new
    }

    /// The continuation to a sequence that the script makes.
    init?(to sequence: ObjectID, in context: ObjectPlan) {
        let owner = ObjectID(.sequenceOwner, path: sequence.path)
        var column = context.to.body(owner, as: SequenceOwner.self)?.column
        if column == nil {
            column =
                context.created.union(context.altered.keys).filter {
                    $0.kind == .columnDefault && context.to.needs(of: $0).contains(sequence)
                }.min()?.path
        }
        guard let column else { return nil }
        self.init(of: ObjectID(.column, path: column), in: context)
        guard new.sequence == sequence.path else { return nil }
    }

    /// What takes over the numbers of a sequence that goes.
    static func successors(of sequence: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        (context.dependents[sequence] ?? []).filter { $0.kind == .columnDefault }.compactMap { expression in
            let column = ObjectID(.column, path: expression.path)
            guard let continuation = SequenceContinuation(of: column, in: context),
                continuation.old?.sequence == sequence.path
            else {
                return nil
            }
            return continuation.new.isIdentity ? column : ObjectID(.sequence, path: continuation.new.sequence)
        }
    }

    /// `SELECT setval('public.t_id_seq', last_value, is_called) FROM public.t_id_seq__old`
    var statements: [Statement] {
        guard let old else { return [] }
        let name = SQL.dotted(new.sequence)
        return [Statement("SELECT setval(\(literal: name), last_value, is_called) FROM \(name: old.sequence)")]
    }

    /// Where nothing numbered the rows before, the first number is the one after the greatest.
    func start(in catalog: Catalog) -> [Statement] {
        guard old == nil, let type = catalog.body(column, as: Column.self)?.type,
            ["smallint", "integer", "bigint"].contains(type)
        else { return [] }
        let greatest: SQL = "max(\(name: column.name))"
        let name = SQL.dotted(new.sequence)
        return [
            Statement(
                "SELECT setval(\(literal: name), \(greatest)) FROM \(name: column.relationPath) HAVING \(greatest) > 0")
        ]
    }
}
