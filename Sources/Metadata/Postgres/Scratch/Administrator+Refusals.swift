import AutogenConnection
import AutogenSchema

/// What must not be in a scratch database when its administrator runs or reads something there.
///
/// These questions are asked beside what the schema made, so each operator and function in them has the very types of the
/// server's own, which nothing fits better.
extension ScratchConnection.Administrator {
    /// What runs code where a constant of the type is read: the checks of a domain, the canonical form of a range, and how
    /// an operator class of the schema's own compares the bounds of one.
    private static let callers: SQL = """
        SELECT 1 FROM pg_catalog.pg_opclass t
          WHERE t.oid >= '16384'::pg_catalog.oid AND \(isOwn("pg_opclass", "t"))
        UNION ALL
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
            AND NOT \(isBuiltIn("pg_am", "amhandler", "amtype"))
        UNION ALL SELECT 1 FROM pg_catalog.pg_ts_template t
          WHERE t.oid >= '16384'::pg_catalog.oid AND \(isOwn("pg_ts_template", "t"))
            AND NOT \(isBuiltIn("pg_ts_template", "tmplinit", "tmpllexize"))
        UNION ALL SELECT 1 FROM pg_catalog.pg_ts_parser t
          WHERE t.oid >= '16384'::pg_catalog.oid AND \(isOwn("pg_ts_parser", "t"))
            AND NOT \(isBuiltIn("pg_ts_parser", "prsstart", "prstoken", "prsend", "prslextype"))
        """

    /// Whether row `t` names the functions of one of the server's own rows, each in the place that it was made for. How a
    /// parser finds headlines is left out, since it may do without.
    private static func isBuiltIn(_ catalog: String, _ functions: String...) -> SQL {
        let equal = functions.map { function -> String in
            let type = function == "amtype" ? "\"char\"" : "pg_catalog.oid"
            return "b.\(function)::\(type) = t.\(function)::\(type)"
        }
        return """
            EXISTS (SELECT FROM pg_catalog.\(raw: catalog) b
              WHERE b.oid < '16384'::pg_catalog.oid AND \(raw: equal.joined(separator: " AND ")))
            """
    }

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

    /// A function or an operator of the server's own that the transaction at hand has changed: what is made under another's
    /// name keeps its number. Nothing that is called here can be among them, since the server knows its functions in C by
    /// number alone.
    private static let changed: SQL = """
        SELECT t.proname, t.oid, t.ctid FROM pg_catalog.pg_proc t
          WHERE t.oid < '16384'::pg_catalog.oid AND pg_catalog.age(t.xmin) <= '0'::pg_catalog.int4
        UNION ALL SELECT t.oprname, t.oid, t.ctid FROM pg_catalog.pg_operator t
          WHERE t.oid < '16384'::pg_catalog.oid AND pg_catalog.age(t.xmin) <= '0'::pg_catalog.int4
        UNION ALL SELECT f.opfname, t.oid, t.ctid FROM pg_catalog.pg_amproc t, pg_catalog.pg_opfamily f
          WHERE f.oid = t.amprocfamily AND f.oid < '16384'::pg_catalog.oid AND t.oid >= '16384'::pg_catalog.oid
        UNION ALL SELECT f.opfname, t.oid, t.ctid FROM pg_catalog.pg_amop t, pg_catalog.pg_opfamily f
          WHERE f.oid = t.amopfamily AND f.oid < '16384'::pg_catalog.oid AND t.oid >= '16384'::pg_catalog.oid
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

    /// What of the server's own the transaction has changed so far, such as by saying who may call it.
    func changes() async throws(DatabaseError) -> [[String]] {
        try await connection.query(Self.changed).map { row in (0..<3).map { row[$0].text ?? "" } }
    }

    /// Asked before anything else is called after a statement that may have replaced what is.
    func refuseReplaced(since before: [[String]]) async throws(DatabaseError) {
        guard let name = try await changes().first(where: { !before.contains($0) })?.first else { return }
        throw DatabaseError(
            .unsafe, message: "the schema changes \(name), which is the server's own",
            hint: "whoever reads the schema would call it with an administrator's rights: take it out")
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
