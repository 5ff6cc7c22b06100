import AutogenSchema

/// Foreign data wrappers (`pg_foreign_data_wrapper`).
struct ForeignDataWrapperQuery: CatalogQuery {
    static let kind = Kind.foreignDataWrapper
    static let catalog = SystemCatalog.foreignDataWrapper

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT w.oid, w.fdwname AS id_name, nullif(w.fdwhandler, 0)::regproc::text AS handler,
               nullif(w.fdwvalidator, 0)::regproc::text AS validator, w.fdwoptions AS options,
               \(raw: Ownership.columns(owner: "w.fdwowner", acl: "w.fdwacl", type: "F"))
        FROM pg_foreign_data_wrapper w WHERE \(raw: Filter.notOfExtension("pg_foreign_data_wrapper", "w.oid"))
        """
    }
}
