/// The place of a table among the partitions of another (`ATTACH PARTITION`); the path is the partition's.
public struct Partition: ObjectBody {
    public static let kind = Kind.partition

    /// Schema and name of the partitioned table.
    public var parent: [String] = []
    /// `FOR VALUES ...` or `DEFAULT`.
    public var bound = ""
    /// The lists of values in the bound: one of a list or of a hash's modulus and remainder, two of a range; none of
    /// `DEFAULT`.
    public var values = Hint<[[String]]>([])

    /// Whether it takes the rows that no other partition takes.
    public var isDefault: Bool { values.value.isEmpty }

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("parent", &parent)
        try v.visit("bound", &bound)
        try v.visit("values", &values)
    }
}
