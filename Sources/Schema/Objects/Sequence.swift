/// A sequence that stands for itself or for a serial column (`pg_sequence`). The sequence of an identity column is part of the column.
public struct SequenceGenerator: ObjectBody {
    public static let kind = Kind.sequence

    /// `smallint`, `integer` or `bigint`.
    public var type = ""
    public var start = 0
    public var increment = 0
    public var minimum = 0
    public var maximum = 0
    public var cache = 0
    public var cycle = false
    public var unlogged = false

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("type", &type)
        try v.visit("start", &start)
        try v.visit("increment", &increment)
        try v.visit("minimum", &minimum)
        try v.visit("maximum", &maximum)
        try v.visit("cache", &cache)
        try v.visit("cycle", &cycle)
        try v.visit("unlogged", &unlogged)
    }
}

/// The column a sequence is owned by (`ALTER SEQUENCE ... OWNED BY`); the path is the sequence's.
public struct SequenceOwner: ObjectBody {
    public static let kind = Kind.sequenceOwner

    /// Schema, table and column.
    public var column: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("column", &column)
    }
}
