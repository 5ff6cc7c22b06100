import AutogenConnection
import AutogenSchema

/// What a scratch database takes over from the database at hand, so that the same text means the same in both.
struct ScratchModel: Sendable {
    /// The server's time, in seconds since 1970.
    let now: Int
    let user: String
    let isSuperuser: Bool
    let makesRoles: Bool
    /// The roles by which a user who can't make a lesser one reaches out of any database.
    private let powers: String?

    /// What keeps the user's own rights from being used, where no role can be made that has less.
    var reach: String? { isSuperuser || makesRoles ? nil : powers }

    let encoding: String
    let collate: String
    let ctype: String
    /// `c` libc, `i` ICU, `b` builtin; `nil` before version 15.
    let provider: String?
    let locale: String?
    let rules: String?
    /// What the settings of the database, the user and the client say.
    let searchPath: String

    /// The columns are read through JSON because their names differ between versions.
    private static let query: SQL = """
        SELECT extract(epoch FROM now())::bigint AS now, current_user AS "user",
          pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate, d.datctype,
          to_jsonb(d) ->> 'datlocprovider' AS provider,
          coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale,
          to_jsonb(d) ->> 'daticurules' AS rules,
          (SELECT reset_val FROM pg_catalog.pg_settings WHERE name = 'search_path') AS search_path,
          r.rolsuper, r.rolcreaterole,
          (SELECT string_agg(m.rolname, ', ' ORDER BY m.rolname) FROM pg_catalog.pg_roles m
             WHERE pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER') AND (m.rolsuper OR m.rolcreaterole OR m.rolreplication
               OR m.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'))) AS reach
        FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r ON r.rolname = current_user
        WHERE d.datname = current_database()
        """

    static func read(_ admin: any Connection) async throws(DatabaseError) -> ScratchModel {
        guard let row = try await admin.query(query).first else {
            throw DatabaseError(.result, message: "the server does not list the database that it is connected to")
        }
        return ScratchModel(
            now: try row.int("now"), user: try row.string("user"), isSuperuser: try row.bool("rolsuper"),
            makesRoles: try row.bool("rolcreaterole"), powers: try row.optionalString("reach"),
            encoding: try row.string("encoding"),
            collate: try row.string("datcollate"), ctype: try row.string("datctype"),
            provider: try row.optionalString("provider"), locale: try row.optionalString("locale"),
            rules: try row.optionalString("rules"), searchPath: try row.string("search_path"))
    }

    /// The same user, in a database like another one.
    func taking(_ other: ScratchModel?) -> ScratchModel {
        guard let other else { return self }
        return ScratchModel(
            now: now, user: user, isSuperuser: isSuperuser, makesRoles: makesRoles, powers: powers,
            encoding: other.encoding,
            collate: other.collate, ctype: other.ctype, provider: other.provider, locale: other.locale,
            rules: other.rules, searchPath: other.searchPath)
    }

    /// What the database is to have set, as `ALTER DATABASE ... SET` takes it.
    ///
    /// Without statistics of rows nobody analyzes a table behind the run's back, with the rights of whoever owns it then.
    var settings: [String] {
        let path = searchPath.replacing("\"$user\"", with: SQL.quoted(name: user))
        return (path.isEmpty ? ["search_path = ''"] : ["search_path = \(path)"])
            + (isSuperuser ? ["track_counts = off"] : [])
    }

    /// From `template0`, the one that holds nothing of a site's own.
    func creation(of name: ScratchName, owner: String?, version: ServerVersion) -> SQL {
        var sql: SQL = """
            CREATE DATABASE \(name: "\(name)") TEMPLATE template0 ENCODING \(literal: encoding) \
            LC_COLLATE \(literal: collate) LC_CTYPE \(literal: ctype)
            """
        if let owner { sql += " OWNER \(name: owner)" }
        if let locale, provider == "i" {
            sql += " LOCALE_PROVIDER icu ICU_LOCALE \(literal: locale)"
            if let rules { sql += " ICU_RULES \(literal: rules)" }
        } else if let locale, provider == "b" {
            sql += " LOCALE_PROVIDER builtin BUILTIN_LOCALE \(literal: locale)"
        } else if provider == "c" {
            sql += " LOCALE_PROVIDER libc"
        }
        return sql
    }
}
