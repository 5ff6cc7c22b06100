import AutogenSchema

/// An enum has one more value: programs that know all values by heart meet one that they don't know.
///
/// Let the programs go first. Without `BEFORE` or `AFTER` the new value is the greatest, which counts where rows are
/// sorted or compared by it.
///
/// ```sql
/// ALTER TYPE mood ADD VALUE 'so so' BEFORE 'fine';
/// ```
enum EnumValueAdded: LintRule {
    static let code = "enum-value-added"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        script.changed(EnumType.self).compactMap { id, old, new in
            let added = new.labels.filter { !old.labels.contains($0) }
            guard let first = added.first else { return nil }
            return script.fault(
                "programs that run now may read \(first.visibleLine) from \(id), which they don't know",
                "let programs that know it run first; BEFORE or AFTER says where it is sorted", of: id)
        }
    }
}
