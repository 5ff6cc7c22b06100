import AutogenSchema

/// An enum takes new values and gives up none: to be rid of one, every column of it gets another type.
///
/// A table of values, with a foreign key to it, loses one by `DELETE`, and can say more of each.
enum EnumCreated: LintRule {
    static let code = "enum-created"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        script.new(.enumType).map { id in
            script.fault(
                "values of \(id) can be added and renamed, and never go", "a table of values, and a foreign key to it",
                of: id)
        }
    }
}
