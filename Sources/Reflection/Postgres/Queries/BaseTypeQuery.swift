import AutogenSchema

/// Base types (`pg_type`, <https://www.postgresql.org/docs/current/sql-createtype.html>).
struct BaseTypeQuery: CatalogQuery {
    static let kind = Kind.baseType
    static let catalog = SystemCatalog.type
    static let precondition = QueryPrecondition.made(in: .type, where: "typtype = 'b' AND typarray <> 0")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, t.typname AS id_name, array_remove(ARRAY[
                 'INPUT=' || t.typinput::text, 'OUTPUT=' || t.typoutput::text,
                 'RECEIVE=' || nullif(t.typreceive, 0)::regproc::text, 'SEND=' || nullif(t.typsend, 0)::regproc::text,
                 'TYPMOD_IN=' || nullif(t.typmodin, 0)::regproc::text, 'TYPMOD_OUT=' || nullif(t.typmodout, 0)::regproc::text,
                 'ANALYZE=' || nullif(t.typanalyze, 0)::regproc::text, 'SUBSCRIPT=' || nullif(t.typsubscript, 0)::regproc::text,
                 'INTERNALLENGTH=' || CASE WHEN t.typlen > 0 THEN t.typlen::text ELSE 'VARIABLE' END,
                 CASE WHEN t.typbyval THEN 'PASSEDBYVALUE=true' END,
                 'ALIGNMENT=' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' ELSE 'int4' END,
                 'STORAGE=' || CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main' ELSE 'plain' END,
                 CASE WHEN t.typcategory <> 'U' THEN 'CATEGORY=' || quote_literal(t.typcategory::text) END,
                 CASE WHEN t.typispreferred THEN 'PREFERRED=true' END, 'DEFAULT=' || quote_literal(t.typdefault),
                 CASE WHEN t.typelem <> 0 THEN 'ELEMENT=' || format_type(t.typelem, NULL) END,
                 CASE WHEN t.typdelim <> ',' THEN 'DELIMITER=' || quote_literal(t.typdelim::text) END,
                 CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE=true' END], NULL) AS options,
               \(raw: Ownership.columns(owner: "t.typowner", acl: "t.typacl", type: "T"))
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'b' AND t.typisdefined AND NOT \(raw: ShellTypeQuery.isArray) AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }
}

/// Types that are announced, those that base types begin as among them (`pg_type`).
///
/// A base type and its announcement share an OID; part 1 is the announcement: see ``DependencyQuery``.
struct ShellTypeQuery: CatalogQuery {
    static let kind = Kind.shellType
    static let catalog = SystemCatalog.type
    static let precondition = QueryPrecondition.made(
        in: .type, where: "typtype = 'b' AND typarray <> 0 OR NOT typisdefined")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, CASE WHEN t.typisdefined THEN 1 ELSE 0 END AS subid, n.nspname AS id_schema, t.typname AS id_name,
               CASE WHEN NOT t.typisdefined THEN pg_get_userbyid(t.typowner) END AS owner
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE (NOT t.typisdefined OR t.typtype = 'b' AND NOT \(raw: Self.isArray)) AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }

    /// Arrays come and go with their elements.
    static let isArray = "EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)"
}
