/// Names written in full.
enum Qualified {
    /// The qualified, quoted name of a collation.
    static func collation(_ oid: String) -> String {
        """
        (SELECT format('%I.%I', cn.nspname, co.collname) FROM pg_collation co \
        JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = \(oid))
        """
    }
}
