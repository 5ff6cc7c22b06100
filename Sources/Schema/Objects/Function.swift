/// A function, procedure or window function (`pg_proc`). The last part of its path is the list of its argument types.
public struct Function: ObjectBody {
    package static let kind = Kind.function

    /// Which of the three it is (`pg_proc.prokind`).
    public var flavor: Flavor = .function
    /// As `pg_get_functiondef` writes it, from `CREATE OR REPLACE` on.
    public var definition = ""
    /// The result type; empty for a procedure.
    public var result = ""
    /// The arguments with names, modes and without defaults, as `pg_get_function_arguments` names them.
    public var arguments = ""
    /// How many arguments have a default.
    public var defaults = 0
    /// Whether the server keeps its body as statements that it has read, and not as the author's text.
    public var hasParsedBody = NotCompared(false)
    /// Whether it says the same for all rows of a statement, as `STABLE` and `IMMUTABLE` promise (`pg_proc.provolatile`).
    public var isStable = NotCompared(false)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("kind", &flavor)
        try v.field("definition", &definition)
        try v.field("result", &result)
        try v.field("arguments", &arguments)
        try v.field("defaults", &defaults)
        try v.field("parsed body", &hasParsedBody)
        try v.field("stable", &isStable)
    }
}

extension Function {
    /// What a routine is called by.
    public enum Flavor: String, WordValue {
        /// Called in an expression.
        case function
        /// Called by `CALL`.
        case procedure
        /// Called over a window of rows.
        case window
        package static let absent = Flavor.function
    }
}

/// An aggregate function (`pg_aggregate`). The last part of its path is the list of its argument types.
public struct Aggregate: ObjectBody {
    package static let kind = Kind.aggregate

    /// As `CREATE AGGREGATE` takes them, `ORDER BY` of ordered-set aggregates included.
    public var arguments = ""
    /// The options of `CREATE AGGREGATE` in the order of its documentation, such as `SFUNC = int4pl`.
    public var options: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("arguments", &arguments)
        try v.field("options", &options)
    }
}
