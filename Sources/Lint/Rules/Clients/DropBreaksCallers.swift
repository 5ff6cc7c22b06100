import AutogenSchema

/// Programs that run now still ask for a view, a function, a type, a sequence or an extension that goes.
///
/// What the database itself uses can't be dropped without a word; what programs call can. Drop it in a revision that is
/// applied once none of them does.
enum DropBreaksCallers: LintRule {
    static let code = "drop-breaks-callers"
    static let severity = LintSeverity.note
    static let isOn = false

    private static let kinds: [Kind] = [
        .extension, .enumType, .compositeType, .rangeType, .domain, .sequence, .function, .aggregate, .view,
        .materializedView, .namespace,
    ]

    static func faults(in script: LintScript) -> [LintFault] {
        kinds.flatMap { script.gone($0) }.sorted().filter { id in !script.isMadeAnew(id) }.map { id in
            script.fault(
                "programs that run now may ask for \(id), which goes",
                "drop it in a revision that is applied once no program asks for it", of: id)
        }
    }
}

extension LintScript {
    /// Whether something else has the name of what goes, as a function with other arguments or a table in place of a view.
    func isMadeAnew(_ id: ObjectID) -> Bool {
        let name = Array(id.path.prefix(Address(id).namePlace + 1))
        return after.objects.ids.contains { other in
            other.path.count <= id.path.count + 1 && other.path.starts(with: name) && other.target == nil
                && Address(other).namePlace == Address(id).namePlace
        }
    }
}
