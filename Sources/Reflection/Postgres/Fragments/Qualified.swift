/// Names written in full.
enum Qualified {
    /// The qualified, quoted name of a collation.
    static func collation(_ oid: String) -> String {
        """
        (SELECT format('%I.%I', cn.nspname, co.collname) FROM pg_collation co \
        JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = \(oid))
        """
    }

    /// `OPERATOR(public.=)`, as `CREATE OPERATOR` takes the partner of an operator.
    static func `operator`(_ oid: String) -> String {
        """
        (SELECT format('OPERATOR(%I.%s)', pn.nspname, po.oprname) FROM pg_operator po \
        JOIN pg_namespace pn ON pn.oid = po.oprnamespace WHERE po.oid = \(oid))
        """
    }

    /// The qualified, quoted name of an operator family.
    static func operatorFamily(_ oid: String) -> String {
        """
        (SELECT format('%I.%I', fn.nspname, fa.opfname) FROM pg_opfamily fa \
        JOIN pg_namespace fn ON fn.oid = fa.opfnamespace WHERE fa.oid = \(oid))
        """
    }
}
