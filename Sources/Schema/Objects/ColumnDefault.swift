/// The default of a column (`pg_attrdef`); the path is the column's.
public struct ColumnDefault: ObjectBody {
    public static let kind = Kind.columnDefault

    public var expression = ""
    /// Whether it is NULL, which is as good as none.
    public var isNull = Hint(false)

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("expression", &expression)
        try v.visit("null", &isNull)
    }
}
