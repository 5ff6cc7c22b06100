/// A trigger (`pg_trigger`; SQLite's `sqlite_schema`).
public struct Trigger: ObjectBody {
    package static let kind = Kind.trigger

    /// As `pg_get_triggerdef` writes it, or the tokens of SQLite's statement.
    public var definition = ""
    /// When it fires (`pg_trigger.tgenabled`); always `origin` on SQLite.
    public var enabled: Firing = .origin
    /// It is the copy of the trigger of a partitioned table, on a partition where it fires at other times.
    public var ofParent = false
    /// The definition from behind the name on.
    public var clause = NotCompared("")
    /// A constraint trigger.
    public var isConstraint = NotCompared(false)
    /// A constraint trigger that fires at the end of the transaction.
    public var isDeferred = NotCompared(false)
    /// `insert`, `update`, `delete`, `truncate`.
    public var events = NotCompared<[String]>([])
    /// The columns behind `UPDATE OF`.
    public var columns = NotCompared<[String]>([])
    /// SQLite: why it can't run, as when a column that it names is gone.
    public var flaw: NotCompared<String?> = NotCompared(nil)
    /// SQLite: it names a function or collation of the application's, and only that knows whether the rest of it resolves.
    public var needsApplication = NotCompared(false)
    /// SQLite: the place among all triggers in the order in which they were made, which decides which of a table's
    /// triggers fires first.
    public var position = NotCompared(0)
    /// SQLite: the statement as its author wrote it.
    public var declaration = NotCompared("")

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("definition", &definition)
        try v.field("enabled", &enabled)
        try v.field("of parent", &ofParent)
        try v.field("clause", &clause)
        try v.field("constraint", &isConstraint)
        try v.field("deferred", &isDeferred)
        try v.field("events", &events)
        try v.field("columns", &columns)
        try v.field("flaw", &flaw)
        try v.field("needs application", &needsApplication)
        try v.field("position", &position)
        try v.field("declaration", &declaration)
    }
}

/// When a trigger or rule fires, by `session_replication_role`.
public enum Firing: String, WordValue {
    /// In sessions that are no replica's: what is usual.
    case origin
    /// In sessions of a replica only.
    case replica
    /// In every session.
    case always
    /// Never.
    case disabled
    package static let absent = Firing.origin
}

/// An event trigger (`pg_event_trigger`).
public struct EventTrigger: ObjectBody {
    package static let kind = Kind.eventTrigger

    /// `ddl_command_start` or another of the events that it can wait for (`pg_event_trigger.evtevent`).
    public var event = ""
    /// The commands it fires for, such as `CREATE TABLE` (`pg_event_trigger.evttags`); empty for all.
    public var tags: [String] = []
    /// Its qualified name.
    public var function = ""
    /// When it fires (`pg_event_trigger.evtenabled`).
    public var enabled: Firing = .origin

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("event", &event)
        try v.field("tags", &tags)
        try v.field("function", &function)
        try v.field("enabled", &enabled)
    }
}

/// A rewrite rule (`pg_rewrite`) other than the one that makes a view.
public struct Rule: ObjectBody {
    package static let kind = Kind.rule

    /// As `pg_get_ruledef` writes it.
    public var definition = ""
    /// The definition from behind the name on.
    public var clause = NotCompared("")
    /// When it applies (`pg_rewrite.ev_enabled`).
    public var enabled: Firing = .origin

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("definition", &definition)
        try v.field("enabled", &enabled)
        try v.field("clause", &clause)
    }
}
