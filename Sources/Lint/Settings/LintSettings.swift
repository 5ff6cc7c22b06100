public import AutogenSchema

/// Which rules a project wants, and how much they matter to it.
///
/// ```swift
/// var settings = LintSettings()
/// settings.levels.append(LintLevel("varchar-limit", .note))
/// ```
public struct LintSettings: Sendable, Hashable {
    /// In the order in which they are given: where several fit a finding, the last decides.
    public var levels: [LintLevel] = []
    /// Files with rules of the project's own, by path or pattern.
    public var own: [String] = []

    /// As the rules are without a setting.
    public init() {}

    /// With further settings, which decide where both say something of a rule.
    package func followed(by other: LintSettings) -> LintSettings {
        var settings = self
        settings.levels += other.levels
        settings.own += other.own
        return settings
    }

    /// How much a finding matters; `nil` where nobody wants it.
    func severity(of code: String, _ fault: LintFault, otherwise usual: LintSeverity?) -> LintSeverity? {
        levels.last { $0.fits(code, fault.tables) }.map(\.level.severity) ?? usual
    }
}

/// How much one rule matters, everywhere or for some tables.
public struct LintLevel: Sendable, Hashable {
    /// The raw values are the words of the configuration.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// It is not looked for.
        case off
        /// As a note.
        case note
        /// As a warning.
        case warning
        /// As an error.
        case error

        /// `nil` where it is not looked for.
        public var severity: LintSeverity? {
            switch self {
            case .off: nil
            case .note: .note
            case .warning: .warning
            case .error: .error
            }
        }
    }

    /// The rule.
    public let code: String
    /// How much it matters.
    public let level: Level
    /// A pattern for the schema of the tables that it is said of; `nil` for any.
    public let schema: String?
    /// A pattern for the names of the tables that it is said of; `nil` for any.
    public let table: String?
    /// Where it is said, for who must know of a mistake there.
    let place: FileLocation?

    /// Says it of all tables, or of those that fit both patterns, in which `*` and `?` stand for anything.
    public init(
        _ code: String, _ level: Level, schema: String? = nil, table: String? = nil, at place: FileLocation? = nil
    ) {
        self.code = code
        self.level = level
        self.schema = schema
        self.table = table
        self.place = place
    }

    /// A finding about several tables is one about tables of a pattern where all of them are.
    fileprivate func fits(_ code: String, _ tables: [[String]]) -> Bool {
        guard self.code == code else { return false }
        guard schema != nil || table != nil else { return true }
        return !tables.isEmpty
            && tables.allSatisfy { path in
                (schema.map { path.count > 1 && Wildcard.fits(path[0], $0) } ?? true)
                    && (table.map { Wildcard.fits(path.last ?? "", $0) } ?? true)
            }
    }
}

/// A setting that names no rule.
public struct LintSettingsError: ExplainedError, Sendable, Hashable {
    /// What is wrong, and where.
    public let explanation: Explanation
    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    package init(_ reason: String, at place: FileLocation?) { explanation = Explanation(reason, at: place) }
}

extension LintSettings {
    /// Throws where a level is given to a rule that there is not.
    package func check(own: [OwnRule]) throws {
        let codes = Linter.rules.map { $0.code } + own.map(\.code)
        for level in levels where !codes.contains(level.code) {
            let nearest = NearestName.find(level.code, among: codes).map { "; did you mean \"\($0)\"?" }
            throw LintSettingsError(
                "there is no rule \"\(level.code)\"\(nearest ?? "; autogen lint --explain all names the rules")",
                at: level.place)
        }
    }
}
