import AutogenConnection
import AutogenSchema

/// What must not be in a scratch database when its administrator runs or reads something there.
///
/// These questions are asked beside what the schema made, so each operator and function in them has the very types of the
/// server's own, which nothing fits better.
extension ScratchConnection.Administrator {
    /// What runs code where a constant of the type is read: the checks of a domain, the canonical form of a range.
    private static let callers: SQL = """
        SELECT 1 FROM pg_catalog.pg_constraint
          WHERE contypid <> '0'::pg_catalog.oid AND contype = 'c'::"char" AND oid >= '16384'::pg_catalog.oid
        UNION ALL SELECT 1 FROM pg_catalog.pg_range WHERE rngcanonical::pg_catalog.oid >= '16384'::pg_catalog.oid
        """

    /// What has code of its own in C, or takes code of the server's that was meant for something else: input functions,
    /// handlers of access methods, templates and parsers of text search.
    private static let handlers: SQL = """
        SELECT 1 FROM pg_catalog.pg_type t WHERE t.typinput::pg_catalog.oid >= '16384'::pg_catalog.oid
          AND \(isOwn("pg_type", "t"))
        UNION ALL SELECT 1 FROM pg_catalog.pg_am t
          WHERE t.oid >= '16384'::pg_catalog.oid AND \(isOwn("pg_am", "t"))
        UNION ALL SELECT 1 FROM pg_catalog.pg_ts_template t
          WHERE t.oid >= '16384'::pg_catalog.oid AND \(isOwn("pg_ts_template", "t"))
        UNION ALL SELECT 1 FROM pg_catalog.pg_ts_parser t
          WHERE t.oid >= '16384'::pg_catalog.oid AND \(isOwn("pg_ts_parser", "t"))
        """

    /// What would be called in the place of the server's own, and what calls what not everybody may.
    private static let planted: SQL = """
        SELECT 'puts a function into a schema of the server''s own: '::pg_catalog.text || t.proname::pg_catalog.text AS what
          FROM pg_catalog.pg_proc t, pg_catalog.pg_namespace n
          WHERE n.oid = t.pronamespace AND t.oid >= '16384'::pg_catalog.oid AND \(isServers)
            AND \(isOwn("pg_proc", "t"))
        UNION ALL SELECT
            'puts an operator into a schema of the server''s own: '::pg_catalog.text || t.oprname::pg_catalog.text
          FROM pg_catalog.pg_operator t, pg_catalog.pg_namespace n
          WHERE n.oid = t.oprnamespace AND t.oid >= '16384'::pg_catalog.oid AND \(isServers)
            AND \(isOwn("pg_operator", "t"))
        UNION ALL SELECT 'makes a cast between two of the server''s own types by a function: '::pg_catalog.text
            || pg_catalog.format_type(t.castsource, NULL::pg_catalog.int4) || ' to '::pg_catalog.text
            || pg_catalog.format_type(t.casttarget, NULL::pg_catalog.int4)
          FROM pg_catalog.pg_cast t
          WHERE t.oid >= '16384'::pg_catalog.oid AND t.castfunc >= '16384'::pg_catalog.oid
            AND t.castsource < '16384'::pg_catalog.oid AND t.casttarget < '16384'::pg_catalog.oid
            AND \(isOwn("pg_cast", "t"))
        UNION ALL SELECT
            'gives another name to a function of the server''s own that not everybody may call: '::pg_catalog.text
            || t.prosrc
          FROM pg_catalog.pg_proc t, pg_catalog.pg_proc b
          WHERE t.prolang = '12'::pg_catalog.oid AND t.oid >= '16384'::pg_catalog.oid
            AND b.prolang = '12'::pg_catalog.oid AND b.oid < '16384'::pg_catalog.oid AND b.prosrc = t.prosrc
            AND NOT pg_catalog.has_function_privilege('public'::pg_catalog.name, b.oid, 'EXECUTE'::pg_catalog.text)
            AND \(isOwn("pg_proc", "t"))
        LIMIT 1
        """

    private static let isServers: SQL = "n.oid < '16384'::pg_catalog.oid AND n.nspname <> 'public'::pg_catalog.name"

    /// Whether it is no part of an extension.
    static func isOwn(_ catalog: String, _ row: String) -> SQL {
        """
        NOT EXISTS (SELECT FROM pg_catalog.pg_depend d, pg_catalog.pg_class k
          WHERE d.classid = k.oid AND k.relname = \(literal: catalog)::pg_catalog.name
            AND k.relnamespace = '11'::pg_catalog.oid AND d.objid = \(raw: row).oid AND d.deptype = 'e'::"char")
        """
    }

    /// Whether the query finds something; nothing of a user's takes the place of what it calls.
    func has(_ query: SQL) async throws(DatabaseError) -> Bool { try await !connection.lookUp(query).isEmpty }

    /// What the administrator runs may run what a domain checks, with an administrator's rights.
    func refuseCalls(beside text: String) async throws(DatabaseError) {
        let mayCall = try await has(Self.callers)
        if !mayCall {
            guard !isPrivate, try await has(Self.handlers) else { return }
        }
        throw DatabaseError(
            .unsafe,
            message:
                "\(ScratchConnection.start(of: text)) needs an administrator, with whose rights it may call what the "
                + "schema brings: the check of a domain, the input function of a type or the like",
            hint: mayCall
                ? "write it without a default, a condition or a body that is read at once, or take it out"
                : "use a private server, scratch: local, or take it out")
    }

    /// Beside what takes the place of the server's own, no administrator reads anything.
    func refusePlanted() async throws(DatabaseError) {
        guard let what = try await connection.query(Self.planted).first?[0].text else { return }
        throw DatabaseError(
            .unsafe, message: "the schema \(what)",
            hint:
                "whoever reads the schema would call it with an administrator's rights: take it out; a function or an "
                + "operator may stand in a schema of your own")
    }
}
