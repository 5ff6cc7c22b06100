import AutogenSchema

/// A table, virtual or not, under the name that it has while its successor has its own.
struct TableAside {
    let name: String
    private let old: ObjectID

    static let prefix = "autogen_old_"

    init(_ table: ObjectID, in context: ObjectPlan) {
        old = table
        let taken = Set((Array(context.from.objects.ids) + context.to.objects.ids).lazy.map { $0.name.folded })
        var name = Self.prefix + table.name
        while taken.contains(name.folded) { name += "_" }
        self.name = name
    }

    var renaming: Statement { Statement("ALTER TABLE \(name: old.name) RENAME TO \(name: name)") }
}
