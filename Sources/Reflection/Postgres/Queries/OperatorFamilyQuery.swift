import AutogenSchema

/// Operator families with the members that belong to no class (`pg_opfamily`).
struct OperatorFamilyQuery: CatalogQuery {
    static let kind = Kind.operatorFamily
    static let catalog = SystemCatalog.operatorFamily

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT f.oid, n.nspname AS id_schema, f.opfname AS id_name, a.amname AS id_arguments,
               \(raw: OperatorMembers.sql(of: "f.oid", in: "pg_opfamily")) AS members, pg_get_userbyid(f.opfowner) AS owner
        FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_opfamily", "f.oid"))
        """
    }
}
