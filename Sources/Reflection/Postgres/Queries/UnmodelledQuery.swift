import AutogenSchema

/// What `pg_dump` writes, or a person made, that has no kind here: one row for each, and the reason.
///
/// Privileges are held against those the object came with (`pg_init_privs`).
enum UnmodelledQuery {
    /// One of the questions, which most databases need not be asked.
    struct Part: Sendable {
        let precondition: QueryPrecondition
        let sql: SQL
    }

    static let parts =
        systemPrivileges + extensionParts + [
            part(.any(of: "pg_seclabel"), labels),
            part(.made(in: .function), inSystemSchema("pg_proc", "pronamespace")),
            part(.made(in: .type), inSystemSchema("pg_type", "typnamespace")),
            part(.made(in: .operator), inSystemSchema("pg_operator", "oprnamespace")),
            part(.any(of: "pg_subscription"), subscriptions),
            part(.made(in: .server), userMappings), part(.always, grantors),
            part(ManagedPartitionQuery.precondition, managedPartitions),
        ]

    private static func part(_ precondition: QueryPrecondition, _ text: String) -> Part {
        Part(precondition: precondition, sql: "\(raw: text)")
    }

    /// Those whose rows are members of an extension, or tied to one: not `initdb`'s own.
    private static let extensionParts =
        (privileges { catalog in "o.oid >= 16384 AND \(ofExtension(catalog, "o.oid"))" }
        + [policies, inExtensionSchemas]).map { part(hasMembers, $0) }

    private static let hasMembers = QueryPrecondition.any(
        of: "pg_depend", where: "refclassid = 'pg_extension'::regclass AND deptype = 'e' AND objid >= 16384")

    private static let systemPrivileges = privileges { _ in "o.oid < 16384" }.map { part(.always, $0) }

    private static func privileges(_ isMeant: (_ catalog: String) -> String) -> [String] {
        [
            privileges(
                "pg_class", "relacl", "CASE o.relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r' END", owner: "relowner",
                namespace: "relnamespace", where: isMeant("pg_class")),
            privileges(
                "pg_proc", "proacl", "'f'", owner: "proowner", namespace: "pronamespace", where: isMeant("pg_proc")),
            privileges(
                "pg_type", "typacl", "'T'", owner: "typowner", namespace: "typnamespace", where: isMeant("pg_type")),
            privileges(
                "pg_language", "lanacl", "'l'", owner: "lanowner", namespace: "0", where: isMeant("pg_language")),
            privileges(
                "pg_namespace", "nspacl", "'n'", owner: "nspowner", namespace: "o.oid",
                where: "o.nspname <> 'public' AND \(isMeant("pg_namespace"))"),
            privileges(
                "pg_foreign_data_wrapper", "fdwacl", "'F'", owner: "fdwowner", namespace: "0",
                where: isMeant("pg_foreign_data_wrapper")),
            privileges(
                "pg_foreign_server", "srvacl", "'S'", owner: "srvowner", namespace: "0",
                where: isMeant("pg_foreign_server")),
            columnPrivileges(where: isMeant("pg_class")),
        ]
    }

    private static func columnPrivileges(where condition: String) -> String {
        """
        SELECT 'privileges on ' || pg_describe_object('pg_class'::regclass, o.oid, a.attnum) AS what,
               CASE WHEN o.oid < 16384 THEN 'it belongs to the system' ELSE 'it belongs to an extension' END AS why
        FROM pg_class o JOIN pg_attribute a ON a.attrelid = o.oid
        LEFT JOIN pg_init_privs i ON i.classoid = 'pg_class'::regclass AND i.objoid = o.oid AND i.objsubid = a.attnum
        WHERE a.attacl IS NOT NULL AND \(condition) AND o.relnamespace <> 'information_schema'::regnamespace
          AND (SELECT array_agg(p::text ORDER BY p::text) FROM unnest(a.attacl) p) IS DISTINCT FROM
              (SELECT array_agg(p::text ORDER BY p::text) FROM unnest(i.initprivs) p)
        """
    }

    /// Privileges on what the system or an extension brought; `initdb` does not write down those of the information schema.
    ///
    /// Most are what they were to the letter, so that nobody need sort them.
    private static func privileges(
        _ catalog: String, _ acl: String, _ type: String, owner: String, namespace: String, where condition: String
    ) -> String {
        """
        SELECT 'privileges on ' || pg_describe_object('\(catalog)'::regclass, o.oid, 0) AS what,
               CASE WHEN o.oid < 16384 THEN 'it belongs to the system' ELSE 'it belongs to an extension' END AS why
        FROM \(catalog) o
        LEFT JOIN pg_init_privs i ON i.classoid = '\(catalog)'::regclass AND i.objoid = o.oid AND i.objsubid = 0
        WHERE o.\(acl) IS NOT NULL AND o.\(acl) IS DISTINCT FROM i.initprivs
          AND \(condition) AND \(namespace) <> 'information_schema'::regnamespace
          AND (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(o.\(acl)) a) IS DISTINCT FROM
              (SELECT array_agg(a::text ORDER BY a::text)
               FROM unnest(coalesce(i.initprivs, acldefault(\(type), o.\(owner)))) a)
        """
    }

    private static let policies = """
        SELECT pg_describe_object('pg_policy'::regclass, p.oid, 0) AS what, 'the table belongs to an extension' AS why
        FROM pg_policy p WHERE \(ofExtension("pg_class", "p.polrelid"))
        """

    private static let labels = """
        SELECT 'security label of ' || pg_describe_object(l.classoid, l.objoid, l.objsubid) AS what,
               'it belongs to an extension' AS why
        FROM pg_seclabel l
        WHERE EXISTS (SELECT FROM pg_depend ext
                      WHERE ext.classid = l.classoid AND ext.objid = l.objoid AND ext.deptype = 'e')
        """

    /// Chunks of partitioned data, mostly, that an extension makes and drops as it likes.
    private static let inExtensionSchemas = """
        SELECT count(*) || ' tables and views of schema ' || n.nspname AS what,
               'the schema belongs to an extension' AS why
        FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
        WHERE \(ofExtension("pg_namespace", "n.oid")) AND \(Filter.notOfExtension("pg_class", "c.oid"))
        GROUP BY n.nspname
        """

    private static func inSystemSchema(_ catalog: String, _ namespace: String) -> String {
        """
        SELECT pg_describe_object('\(catalog)'::regclass, o.oid, 0) AS what, 'it is in a schema of the system' AS why
        FROM \(catalog) o
        WHERE o.oid >= 16384 AND o.\(namespace) = 'pg_catalog'::regnamespace
          AND \(Filter.notOfExtension(catalog, "o.oid"))
        """
    }

    private static let subscriptions = """
        SELECT 'subscription ' || s.subname AS what, 'only a superuser may read where it connects to' AS why
        FROM pg_subscription s
        WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND NOT has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')
        """

    /// The rule by which `pg_user_mappings` hides options.
    private static let userMappings = """
        SELECT 'options of the user mapping for ' || CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE m.usename END
               || ' on server ' || m.srvname AS what, 'this role may not read them' AS why
        FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
        WHERE NOT (m.umuser <> 0 AND m.usename = current_user
                   AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE'))
                   OR m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')
                   OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))
          AND \(Filter.notOfExtension("pg_foreign_server", "s.oid"))
        """

    /// A script grants in the name of the owner, whoever runs it.
    private static let grantors = """
        SELECT 'who granted privileges on ' || CASE WHEN count(*) = 1 THEN min(what)
                 ELSE count(*) || ' objects, such as ' || min(what) END AS what,
               'privileges are granted in the name of the owner' AS why
        FROM (\([
            grantors("pg_class", "relacl", "o.relowner"), grantors("pg_proc", "proacl", "o.proowner"),
            grantors("pg_type", "typacl", "o.typowner"), grantors("pg_language", "lanacl", "o.lanowner"),
            grantors("pg_foreign_data_wrapper", "fdwacl", "o.fdwowner"),
            grantors("pg_foreign_server", "srvacl", "o.srvowner"),
            grantors("pg_namespace", "nspacl", "o.nspowner", or: "o.nspname = 'public'"), columnGrantors,
        ].joined(separator: " UNION ALL "))) granted
        HAVING count(*) > 0
        """

    private static func grantors(
        _ catalog: String, _ acl: String, _ owner: String, or isMeant: String = "false"
    ) -> String {
        """
        SELECT pg_describe_object('\(catalog)'::regclass, o.oid, 0) AS what
        FROM \(catalog) o
        WHERE o.\(acl) IS NOT NULL AND (o.oid >= 16384 OR \(isMeant)) AND \(Filter.notOfExtension(catalog, "o.oid"))
          AND EXISTS (SELECT FROM aclexplode(o.\(acl)) a WHERE a.grantor <> \(owner))
        """
    }

    private static let columnGrantors = """
        SELECT pg_describe_object('pg_class'::regclass, c.oid, o.attnum) FROM pg_attribute o
        JOIN pg_class c ON c.oid = o.attrelid
        WHERE o.attacl IS NOT NULL AND c.oid >= 16384 AND \(Filter.notOfExtension("pg_class", "c.oid"))
          AND EXISTS (SELECT FROM aclexplode(o.attacl) a WHERE a.grantor <> c.relowner)
        """

    private static let managedPartitions = """
        SELECT count(*) || ' tables that pg_partman keeps' AS what, 'it makes and drops them' AS why
        FROM (\(ManagedPartitionQuery.text)) managed HAVING count(*) > 0
        """

    private static func ofExtension(_ catalog: String, _ oid: String) -> String {
        "NOT \(Filter.notOfExtension(catalog, oid))"
    }
}
