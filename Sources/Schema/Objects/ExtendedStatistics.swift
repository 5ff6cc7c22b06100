/// Extended statistics (`pg_statistic_ext`).
public struct ExtendedStatistics: ObjectBody {
    public static let kind = Kind.statistics

    /// As `pg_get_statisticsobjdef` writes it.
    public var definition = ""
    /// The definition from behind the name on.
    public var clause = NotCompared("")
    /// The statistics target, when it is not the default.
    public var target: Int?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("definition", &definition)
        try v.visit("target", &target)
        try v.visit("clause", &clause)
    }
}
