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
