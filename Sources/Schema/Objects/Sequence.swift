/// A sequence that stands for itself or for a serial column (`pg_sequence`). The sequence of an identity column is part of the column.
public struct SequenceGenerator: ObjectBody {
    package static let kind = Kind.sequence

    /// `smallint`, `integer` or `bigint`.
    public var type = ""
    /// The first number (`pg_sequence.seqstart`).
    public var start = 0
    /// What is added each time, below 0 for downwards (`pg_sequence.seqincrement`).
    public var increment = 0
    /// The least number it gives (`pg_sequence.seqmin`).
    public var minimum = 0
    /// The greatest number it gives (`pg_sequence.seqmax`).
    public var maximum = 0
    /// How many numbers a session takes at once (`pg_sequence.seqcache`).
    public var cache = 0
    /// Whether it begins again at its end (`pg_sequence.seqcycle`).
    public var cycle = false
    /// Whether it is `UNLOGGED`, and so begins again after a crash (`pg_class.relpersistence` `u`).
    public var unlogged = false

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("type", &type)
        try v.field("start", &start)
        try v.field("increment", &increment)
        try v.field("minimum", &minimum)
        try v.field("maximum", &maximum)
        try v.field("cache", &cache)
        try v.field("cycle", &cycle)
        try v.field("unlogged", &unlogged)
    }
}

/// The column a sequence is owned by (`ALTER SEQUENCE ... OWNED BY`); the path is the sequence's.
public struct SequenceOwner: ObjectBody {
    package static let kind = Kind.sequenceOwner

    /// Schema, table and column.
    public var column: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("column", &column)
    }
}
