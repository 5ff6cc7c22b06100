public import AutogenDiff
public import AutogenPlan
import AutogenRevisions
public import AutogenSchema

/// One thing that is wrong with a database, as a person can act on it.
public struct Finding: Sendable, Hashable {
    /// What is wrong, as one word.
    public let kind: FindingKind
    /// The object, revision or database that it is about.
    public let subject: Subject
    /// How bad it is.
    public let severity: Severity
    /// What is wrong, in one line without the name of the subject.
    public internal(set) var message: String
    /// The attributes that differ, from declared to live.
    public var differences: [Difference] = []
    /// Where the object is declared, or what it belongs to; `nil` where that is not known.
    public var declaredAt: FileLocation?
    /// The definition that should be; `nil` where there should be nothing.
    public var declared: String?
    /// The definition that the database has; `nil` where it has nothing.
    public var live: String?
    /// SQL that makes the database what it should be.
    public var restore: Repair?
    /// SQL that makes of a database as declared what the live one is: what a revision would hold that takes the drift over.
    public var adopt: Repair?
    /// What a person does about it, where that is no SQL.
    public var advice: String?
    /// Parts that share the fate of the subject, such as the columns of a table.
    public var parts: [ObjectID] = []
    /// The names that were given by hand, of a finding that is about one.
    package var renames: [Rename] = []
    /// What the subject belongs to, from the inside out: its table, and so on.
    package var wholes: [ObjectID] = []
    /// The databases or schemas that have it; one for a report of one database.
    public var places: [String] = []
    /// Why it is let pass, where the baseline knows it.
    public var known: KnownFinding?

    package init(_ kind: FindingKind, _ subject: Subject, _ severity: Severity, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.severity = severity
        self.message = message
    }

    /// The object that it is about, and the parts that share its fate.
    package var objects: [ObjectID] { [subject.object].compactMap(\.self) + parts }

    /// An object that was given another name by hand.
    package static func renamed(_ id: ObjectID, _ message: String, _ renames: [Rename]) -> Finding {
        var finding = Finding(.renamed, .object(id), SeverityRule.severity(of: .renamed, id.kind), message)
        finding.renames = renames
        return finding
    }

    /// The same in each run for the same kind of drift of the same object, whatever the database.
    public var id: String { String(SHA256.hexadecimal("\(kind.rawValue)\n\(subject.name)").prefix(12)) }

    /// Changes with what is found: a finding that is known and has become another is new.
    public var fingerprint: String {
        let differences = differences.map { "\($0.attribute): \($0.from) -> \($0.to)" }
        let text = [declared ?? "", live ?? "", message] + differences
        return String(SHA256.hexadecimal(text.joined(separator: "\n")).prefix(16))
    }

    /// `column public.users.email: type text -> integer`
    public var title: String { subject.name + (message.hasPrefix("is ") ? " " : ": ") + message }

    /// Whether it counts: not known, or known and run out.
    public var isNew: Bool { known?.isExpired ?? true }
}

/// SQL that ends a finding, ready for `psql -v ON_ERROR_STOP=1 -f` or `sqlite3 -bail`.
public struct Repair: Sendable, Hashable {
    /// The statements, each with a semicolon; comments above them name the hazards.
    public let sql: String
    /// What of it may lose values, fail or lock.
    public let hazards: [Hazard]
    /// Other subjects that the same SQL repairs, because one can't be without the other.
    public let together: [String]
    /// The statements that do it, without what is around them.
    package let statements: [Statement]

    package init(sql: String, hazards: [Hazard] = [], together: [String] = [], statements: [Statement] = []) {
        self.sql = sql
        self.hazards = hazards
        self.together = together
        self.statements = statements
    }
}

extension Repair {
    /// Several repairs one after the other; `nil` where there is none.
    package static func joined(_ repairs: [Repair?]) -> Repair? {
        let repairs = repairs.compactMap(\.self)
        guard let first = repairs.first else { return nil }
        return repairs.dropFirst().reduce(first) { all, next in
            Repair(
                sql: all.sql + "\n" + next.sql, hazards: (all.hazards + next.hazards).unique,
                together: all.together + next.together,
                statements: all.statements + next.statements)
        }
    }
}

/// How bad a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing, and nothing breaks by it: a comment, a statistics target.
    case info
    /// The database does what it should today.
    case warning
    /// The database is not what the code that runs on it was written for.
    case error

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// Whether it is the less severe.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
