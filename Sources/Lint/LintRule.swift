/// Something that a script may do and had better not. Each has a file of its own in `Rules`, whose comment is what
/// users read.
package protocol LintRule: Sendable {
    /// What findings, suppressions and settings call it.
    static var code: String { get }
    /// How much it matters, unless a setting says otherwise.
    static var severity: LintSeverity { get }
    /// Whether it is looked for unless a setting says otherwise: opinions are for who asks for them.
    static var isOn: Bool { get }

    /// Rules that say the same of a statement, and know better what to do: where one of them is on and has found something,
    /// this one is silent.
    static var yieldsTo: [any LintRule.Type] { get }

    static func faults(in script: LintScript) -> [LintFault]
}

extension LintRule {
    package static var severity: LintSeverity { .warning }
    package static var isOn: Bool { true }
    package static var yieldsTo: [any LintRule.Type] { [] }
}

/// A rule that looks at each statement by itself.
protocol StatementRule: LintRule {
    /// What is wrong with a statement, and what to do; `nil` where nothing is.
    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault?
}

extension StatementRule {
    package static func faults(in script: LintScript) -> [LintFault] {
        script.statements.enumerated().compactMap { place, statement in
            guard var fault = fault(statement, in: script) else { return nil }
            fault.statement = place
            if fault.tables.isEmpty { fault.tables = statement.tables(in: script) }
            return fault
        }
    }
}

/// What a rule has to say of a statement.
package struct LintFault {
    package let message: String
    package let advice: String
    /// What to write in place of the statement.
    package var fix: String?
    /// The place of the statement in the script.
    package var statement = 0
    /// The tables that it is about, by which settings choose.
    package var tables: [[String]] = []

    package init(
        _ message: String, _ advice: String, fix: String? = nil, at statement: Int = 0, of tables: [[String]] = []
    ) {
        self.message = message
        self.advice = advice
        self.fix = fix
        self.statement = statement
        self.tables = tables
    }
}
