import AutogenSchema

/// What `pg_dump` writes, or a person made, that has no kind here: one row for each, and the reason.
///
/// Privileges are held against those the object came with (`pg_init_privs`).
enum UnmodelledQuery {
    static let sql: SQL = """
        \(raw: parts.joined(separator: "\nUNION ALL\n"))
        """

    private static let parts = [
        privileges(
            "pg_class", "relacl", "CASE o.relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r' END", owner: "relowner",
            namespace: "relnamespace"),
        privileges("pg_proc", "proacl", "'f'", owner: "proowner", namespace: "pronamespace"),
        privileges("pg_type", "typacl", "'T'", owner: "typowner", namespace: "typnamespace"),
        privileges("pg_language", "lanacl", "'l'", owner: "lanowner", namespace: "0"),
        privileges(
            "pg_namespace", "nspacl", "'n'", owner: "nspowner", namespace: "o.oid",
            where: "o.nspname <> 'public'"),
        policies, labels, inExtensionSchemas, inSystemSchema("pg_proc", "pronamespace"),
        inSystemSchema("pg_type", "typnamespace"), inSystemSchema("pg_operator", "oprnamespace"), subscriptions,
        userMappings, managedPartitions,
    ]

    /// Privileges on what the system or an extension brought; `initdb` does not write down those of the information schema.
    private static func privileges(
        _ catalog: String, _ acl: String, _ type: String, owner: String, namespace: String,
        where condition: String = "true"
    ) -> String {
        """
        SELECT 'privileges on ' || pg_describe_object('\(catalog)'::regclass, o.oid, 0) AS what,
               CASE WHEN o.oid < 16384 THEN 'it belongs to the system' ELSE 'it belongs to an extension' END AS why
        FROM \(catalog) o
        LEFT JOIN pg_init_privs i ON i.classoid = '\(catalog)'::regclass AND i.objoid = o.oid AND i.objsubid = 0
        WHERE o.\(acl) IS NOT NULL AND \(condition) AND \(namespace) <> 'information_schema'::regnamespace
          AND (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(o.\(acl)) a) IS DISTINCT FROM
              (SELECT array_agg(a::text ORDER BY a::text)
               FROM unnest(coalesce(i.initprivs, acldefault(\(type), o.\(owner)))) a)
          AND (o.oid < 16384 OR \(ofExtension(catalog, "o.oid")))
        """
    }

    private static let policies = """
        SELECT pg_describe_object('pg_policy'::regclass, p.oid, 0), 'the table belongs to an extension'
        FROM pg_policy p WHERE \(ofExtension("pg_class", "p.polrelid"))
        """

    private static let labels = """
        SELECT 'security label of ' || pg_describe_object(l.classoid, l.objoid, l.objsubid), 'it belongs to an extension'
        FROM pg_seclabel l
        WHERE EXISTS (SELECT FROM pg_depend ext
                      WHERE ext.classid = l.classoid AND ext.objid = l.objoid AND ext.deptype = 'e')
        """

    /// Chunks of partitioned data, mostly, that an extension makes and drops as it likes.
    private static let inExtensionSchemas = """
        SELECT count(*) || ' tables and views of schema ' || n.nspname, 'the schema belongs to an extension'
        FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
        WHERE \(ofExtension("pg_namespace", "n.oid")) AND \(Filter.notOfExtension("pg_class", "c.oid"))
        GROUP BY n.nspname
        """

    private static func inSystemSchema(_ catalog: String, _ namespace: String) -> String {
        """
        SELECT pg_describe_object('\(catalog)'::regclass, o.oid, 0), 'it is in a schema of the system'
        FROM \(catalog) o
        WHERE o.oid >= 16384 AND o.\(namespace) = 'pg_catalog'::regnamespace
          AND \(Filter.notOfExtension(catalog, "o.oid"))
        """
    }

    private static let subscriptions = """
        SELECT 'subscription ' || s.subname, 'only a superuser may read where it connects to'
        FROM pg_subscription s
        WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND NOT has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')
        """

    /// The rule by which `pg_user_mappings` hides options.
    private static let userMappings = """
        SELECT 'options of the user mapping for ' || CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE m.usename END
               || ' on server ' || m.srvname, 'this role may not read them'
        FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
        WHERE NOT (m.umuser <> 0 AND m.usename = current_user
                   AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE'))
                   OR m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')
                   OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))
          AND \(Filter.notOfExtension("pg_foreign_server", "s.oid"))
        """

    private static let managedPartitions = """
        SELECT count(*) || ' tables that pg_partman keeps', 'it makes and drops them'
        FROM (\(ManagedPartitionQuery.text)) managed HAVING count(*) > 0
        """

    private static func ofExtension(_ catalog: String, _ oid: String) -> String {
        "NOT \(Filter.notOfExtension(catalog, oid))"
    }
}
