import AutogenConnection
import AutogenReflection
import AutogenSchema

/// What a scratch database takes over from the database at hand, so that the same text means the same in both.
struct ScratchModel: Sendable {
    /// The server's time, in seconds since 1970.
    let now: Int
    let user: String
    /// Whose schema `"$user"` is in a search path.
    let pathUser: String
    /// Whose objects have no owner of their own.
    var migratingRole: String
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
    /// What `ALTER DATABASE ... SET search_path` says, or else the server; `nil` where it leads nowhere.
    let searchPath: String?
    /// Its other settings that decide what a script means which pins none.
    let pinned: [(name: String, value: String)]

    /// The columns are read through JSON because their names differ between versions.
    private static func query(path: String?) -> SQL {
        """
        SELECT extract(epoch FROM now())::bigint AS now, current_user AS "user",
          pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate, d.datctype,
          to_jsonb(d) ->> 'datlocprovider' AS provider,
          coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale,
          to_jsonb(d) ->> 'daticurules' AS rules,
          nullif(nullif(coalesce(
            (SELECT substr(setting, length('search_path=') + 1)
               FROM pg_catalog.pg_db_role_setting s, unnest(s.setconfig) setting
               WHERE s.setdatabase = d.oid AND s.setrole = 0 AND setting LIKE 'search_path=%'),
            \(literal: path)), ''), '""') AS search_path,
          (SELECT to_jsonb(s.setconfig) FROM pg_catalog.pg_db_role_setting s
             WHERE s.setdatabase = d.oid AND s.setrole = 0) AS settings,
          r.rolsuper, r.rolcreaterole,
          (SELECT string_agg(m.rolname, ', ' ORDER BY m.rolname) FROM pg_catalog.pg_roles m
             WHERE pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER') AND (m.rolsuper OR m.rolcreaterole OR m.rolreplication
               OR m.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'))) AS reach
        FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r ON r.rolname = current_user
        WHERE d.datname = current_database()
        """
    }

    /// Asked by itself, since looking things up sets another path meanwhile.
    private static let path: SQL = """
        SELECT setting, source FROM pg_catalog.pg_settings WHERE name OPERATOR(pg_catalog.=) 'search_path'::pg_catalog.text
        """

    private static let sourcesOfServer: Set = ["configuration file", "command line", "global"]

    static func read(
        _ admin: any Connection, _ naming: RoleNaming
    ) async throws(DatabaseError) -> ScratchModel {
        let path = try await admin.query(path).first
        let isServers = sourcesOfServer.contains(try path?.string("source") ?? "")
        guard
            let row = try await admin.lookUp(query(path: isServers ? try path?.optionalString("setting") : nil)).first
        else {
            throw DatabaseError(.result, message: "the server does not list the database that it is connected to")
        }
        let user = try row.string("user")
        let migratingRole = try await Reflector.migratingRole(of: admin, versionTable: naming.versionTable)
        return ScratchModel(
            now: try row.int("now"), user: user, pathUser: user, migratingRole: migratingRole ?? user,
            isSuperuser: try row.bool("rolsuper"),
            makesRoles: try row.bool("rolcreaterole"), powers: try row.optionalString("reach"),
            encoding: try row.string("encoding"),
            collate: try row.string("datcollate"), ctype: try row.string("datctype"),
            provider: try row.optionalString("provider"), locale: try row.optionalString("locale"),
            rules: try row.optionalString("rules"), searchPath: try row.optionalString("search_path"),
            pinned: pinned([String](column: try row.optionalString("settings")) ?? []))
    }

    private static func pinned(_ texts: [String]) -> [(name: String, value: String)] {
        texts.compactMap { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, PinnedSettings.isPinned(String(parts[0])) else { return nil }
            return (String(parts[0]), String(parts[1]))
        }
    }

    /// The same user, in a database like another one.
    func taking(_ other: ScratchModel?) -> ScratchModel {
        guard let other else { return self }
        return ScratchModel(
            now: now, user: user, pathUser: other.pathUser, migratingRole: other.migratingRole,
            isSuperuser: isSuperuser, makesRoles: makesRoles, powers: powers,
            encoding: other.encoding,
            collate: other.collate, ctype: other.ctype, provider: other.provider, locale: other.locale,
            rules: other.rules, searchPath: other.searchPath, pinned: other.pinned)
    }

    /// What the database is to have set, as `ALTER DATABASE ... SET` takes it.
    ///
    /// Who counts no rows analyzes no table behind the run's back, with the rights of whoever owns it then.
    var settings: [SQL] {
        // Whose schema comes first is the user's, not that of the role that works in its place.
        let path = (searchPath ?? "\"$user\", public").replacing("\"$user\"", with: SQL.quoted(name: pathUser))
        var settings: [SQL] = ["search_path = \(raw: path)"]
        settings += pinned.map { "\(name: $0.name) = \(literal: $0.value)" }
        return settings + (isSuperuser ? ["track_counts = off"] : [])
    }

    /// From `template0`, the one that holds nothing of a site's own.
    ///
    /// To copy files takes half the work of writing every page into the log (since 15), but two checkpoints, which on a
    /// server with work of its own may be long.
    func creation(of name: ScratchName, owner: String?, version: ServerVersion, isPrivate: Bool) -> SQL {
        var sql: SQL = """
            CREATE DATABASE \(name: "\(name)") TEMPLATE template0 ENCODING \(literal: encoding) \
            LC_COLLATE \(literal: collate) LC_CTYPE \(literal: ctype)
            """
        if let owner { sql += " OWNER \(name: owner)" }
        if isPrivate, version.major >= 15 { sql += " STRATEGY file_copy" }
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
