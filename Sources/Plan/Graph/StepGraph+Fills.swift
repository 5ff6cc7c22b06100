import AutogenSchema

extension StepGraph {
    /// Rows get their values when the columns are there, and before anything is made that these values are for.
    mutating func addFillEdges(_ table: ObjectID) {
        guard let filler = fillers[table], let columns = impact.fills[table] else { return }
        for column in columns {
            guard let maker = makers[column] else {
                for domain in context.needs(of: column) where domain.kind == .domain {
                    if let alterer = makers[domain], context.altered[domain] != nil { order(filler, alterer) }
                }
                continue
            }
            if impact.filledAfterwards.contains(column) { order(maker, filler) } else { order(filler, maker) }
        }
        // A partition that is back before the columns change has its rows in the table by then.
        let earlier = closure(of: filler, along: before)
        for (id, maker) in makers where context.isMade(id) && !columns.contains(id) && !earlier.contains(maker) {
            if awaitsFill(id, of: table, columns) { order(filler, maker) }
        }
    }

    /// As far as that leaves room, rows get their values after all that is made, which the expressions and the functions of
    /// triggers may use, and before all that goes, from which the values may come.
    mutating func placeFill(_ table: ObjectID) {
        guard let filler = fillers[table] else { return }
        let earlier = closure(of: filler, along: before)
        for (id, dropper) in droppers where holdsValues(id.kind) && !earlier.contains(dropper) {
            order(filler, dropper)
        }
        let later = closure(of: filler, along: after)
        for (id, maker) in makers where !later.contains(maker) && (context.isMade(id) || id.kind == .function) {
            order(maker, filler)
        }
    }

    /// Keys and checks of the columns, what is computed from them, and what would act on the rows.
    private func awaitsFill(_ id: ObjectID, of table: ObjectID, _ columns: [ObjectID]) -> Bool {
        switch id.kind {
        case .trigger, .policy, .rule: id.relationPath == table.path
        case .partition: id.path == table.path || context.to.needs(of: id).contains(table)
        case .column, .constraint, .index: context.to.needs(of: id).contains(where: columns.contains)
        default: false
        }
    }

    private func holdsValues(_ kind: Kind) -> Bool {
        switch kind {
        case .table, .column, .view, .materializedView, .sequence, .function: true
        default: false
        }
    }
}
