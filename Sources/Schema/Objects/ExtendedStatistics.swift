/// Extended statistics (`pg_statistic_ext`).
public struct ExtendedStatistics: ObjectBody {
    package static let kind = Kind.statistics

    /// As `pg_get_statisticsobjdef` writes it.
    public var definition = ""
    /// The definition from behind the name on.
    public var clause = NotCompared("")
    /// The statistics target, when it is not the default.
    public var target: Int?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("definition", &definition)
        try v.field("target", &target)
        try v.field("clause", &clause)
    }
}
