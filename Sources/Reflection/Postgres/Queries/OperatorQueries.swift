import AutogenSchema

/// Operators (`pg_operator`); those that are only named as the partner of another have no function.
struct OperatorQuery: CatalogQuery {
    static let kind = Kind.operator
    static let catalog = SystemCatalog.operator

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT o.oid, n.nspname AS id_schema, o.oprname AS id_name,
               coalesce(format_type(nullif(o.oprleft, 0), NULL), 'NONE') || ', '
                 || coalesce(format_type(nullif(o.oprright, 0), NULL), 'NONE') AS id_arguments,
               o.oprcode::text AS function, format_type(nullif(o.oprleft, 0), NULL) AS "left",
               format_type(nullif(o.oprright, 0), NULL) AS "right",
               \(raw: Qualified.operator("o.oprcom")) AS commutator, \(raw: Qualified.operator("o.oprnegate")) AS negator,
               nullif(o.oprrest, 0)::regproc::text AS "restrict", nullif(o.oprjoin, 0)::regproc::text AS "join",
               o.oprcanhash AS hashes, o.oprcanmerge AS merges, pg_get_userbyid(o.oprowner) AS owner
        FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
        WHERE o.oprcode <> 0 AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_operator", "o.oid"))
        """
    }
}

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

/// Operator classes with their operators and functions (`pg_opclass`).
struct OperatorClassQuery: CatalogQuery {
    static let kind = Kind.operatorClass
    static let catalog = SystemCatalog.operatorClass

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, c.opcname AS id_name, a.amname AS id_arguments,
               format_type(c.opcintype, NULL) AS type, c.opcdefault AS "default",
               \(raw: Qualified.operatorFamily("c.opcfamily")) AS family,
               format_type(nullif(nullif(c.opckeytype, 0), c.opcintype), NULL) AS storage,
               \(raw: OperatorMembers.sql(of: "c.oid", in: "pg_opclass")) AS members, pg_get_userbyid(c.opcowner) AS owner
        FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_opclass", "c.oid"))
        """
    }
}
