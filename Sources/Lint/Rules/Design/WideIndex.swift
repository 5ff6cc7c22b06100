import AutogenSchema

/// An index over more than three columns is long, and the columns at its end rarely find anything that those before them
/// have not found.
enum WideIndex: LintRule {
    static let code = "wide-index"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        script.new(.index).compactMap { id in
            guard let index = script.after.body(id, as: Index.self), !index.unique, index.columns.count > 3,
                index.method.value.isEmpty || index.method.value == "btree"
            else { return nil }
            return script.fault(
                "\(id) has \(index.columns.count) columns, of which the first two or three find the rows",
                "the columns that tell most rows apart, and the rest behind INCLUDE where only the index is to be read",
                of: id)
        }
    }
}
