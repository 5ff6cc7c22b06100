/// What an operator class or family is made of (`pg_amop`, `pg_amproc`).
///
/// `pg_depend` tells which belong to a class and which to the family alone.
enum OperatorMembers {
    static func sql(of oid: String, in catalog: String) -> String {
        """
        (SELECT array_agg(m.text ORDER BY m.sort, m.number, m.text) FROM (
           SELECT 1 AS sort, p.amopstrategy AS number, 'OPERATOR ' || p.amopstrategy || ' ' || p.amopopr::regoperator
             || coalesce(' FOR ORDER BY ' || \(Qualified.operatorFamily("p.amopsortfamily")), '') AS text
           FROM pg_amop p JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = p.oid
           WHERE d.refclassid = '\(catalog)'::regclass AND d.refobjid = \(oid)
           UNION ALL
           SELECT 2, p.amprocnum, 'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', '
             || format_type(p.amprocrighttype, NULL) || ') ' || p.amproc::regprocedure
           FROM pg_amproc p JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = p.oid
           WHERE d.refclassid = '\(catalog)'::regclass AND d.refobjid = \(oid)) m)
        """
    }
}
