/// The place of an index among the partitions of a partitioned index (`ALTER INDEX ... ATTACH PARTITION`); the path is the partition's.
public struct IndexPartition: ObjectBody {
    public static let kind = Kind.indexPartition

    /// Schema and name of the partitioned index.
    public var parent: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("parent", &parent)
    }
}
