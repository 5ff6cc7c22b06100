import AutogenSchema

/// Functions, procedures and window functions (`pg_proc`).
struct FunctionQuery: CatalogQuery {
    static let kind = Kind.function
    static let catalog = SystemCatalog.function
    static let precondition = QueryPrecondition.made(in: .function, where: "prokind <> 'a'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT p.oid, n.nspname AS id_schema, p.proname AS id_name, oidvectortypes(p.proargtypes) AS id_arguments,
               CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'w' THEN 'window' ELSE 'function' END AS kind,
               pg_get_functiondef(p.oid) AS definition,
               coalesce(pg_get_function_result(p.oid), '') AS result,
               pg_get_function_identity_arguments(p.oid) AS arguments,
               p.pronargdefaults AS defaults, p.prosqlbody IS NOT NULL AS "parsed body", p.provolatile <> 'v' AS "stable",
               \(raw: Ownership.columns(owner: "p.proowner", acl: "p.proacl", type: "f"))
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.prokind <> 'a' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_proc", "p.oid"))
          AND \(raw: Filter.notInternal("pg_proc", "p.oid"))
        """
    }
}

/// Aggregate functions (`pg_aggregate`).
struct AggregateQuery: CatalogQuery {
    static let kind = Kind.aggregate
    static let catalog = SystemCatalog.function
    static let precondition = QueryPrecondition.made(in: .function, where: "prokind = 'a'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT p.oid, n.nspname AS id_schema, p.proname AS id_name, oidvectortypes(p.proargtypes) AS id_arguments,
               pg_get_function_arguments(p.oid) AS arguments,
               array_remove(ARRAY[
                 'SFUNC = ' || a.aggtransfn::regproc::text,
                 'STYPE = ' || format_type(a.aggtranstype, NULL),
                 'SSPACE = ' || nullif(a.aggtransspace, 0),
                 'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc::text,
                 CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
                 CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                      THEN 'FINALFUNC_MODIFY = ' || \(raw: Self.modify("a.aggfinalmodify")) END,
                 'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc::text,
                 'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc::text,
                 'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc::text,
                 'INITCOND = ' || quote_literal(a.agginitval),
                 'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc::text,
                 'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc::text,
                 CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
                 'MSSPACE = ' || nullif(a.aggmtransspace, 0),
                 'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc::text,
                 CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
                 CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                      THEN 'MFINALFUNC_MODIFY = ' || \(raw: Self.modify("a.aggmfinalmodify")) END,
                 'MINITCOND = ' || quote_literal(a.aggminitval),
                 (SELECT 'SORTOP = ' || format('OPERATOR(%I.%s)', sn.nspname, o.oprname) FROM pg_operator o
                  JOIN pg_namespace sn ON sn.oid = o.oprnamespace WHERE o.oid = a.aggsortop),
                 CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
                 CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END
               ], NULL) AS options,
               \(raw: Ownership.columns(owner: "p.proowner", acl: "p.proacl", type: "f"))
        FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_proc", "p.oid"))
        """
    }

    private static func modify(_ column: String) -> String {
        "CASE \(column) WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END"
    }
}
