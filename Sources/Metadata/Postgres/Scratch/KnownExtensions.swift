/// When the administrator of a scratch database makes an extension that its role may not make.
///
/// Those that others may make as well, such as `citext`, never come here: PostgreSQL trusts them.
enum KnownExtensions {
    /// With these, everybody in the database reaches other servers or the machine.
    private static let reaching: Set<String> = [
        "aws_lambda", "aws_s3", "dblink", "http", "pg_cron", "pg_curl", "pg_net", "plproxy", "plsh",
    ]

    /// These bring a foreign-data wrapper and no other way to reach anything; without its handler that is none either.
    private static let wrapping: Set<String> = ["file_fdw", "postgres_fdw"]

    /// With these, those who may not do more can do no more.
    private static let harmless: Set<String> = [
        "address_standardizer", "address_standardizer_data_us", "age", "amcheck", "autoinc", "bloom", "earthdistance",
        "h3", "hll", "hypopg", "insert_username", "intagg", "ip4r", "moddatetime", "pageinspect", "pg_buffercache",
        "pg_freespacemap", "pg_hint_plan", "pg_jsonschema", "pg_partman", "pg_prewarm", "pg_repack", "pg_stat_kcache",
        "pg_stat_statements", "pg_uuidv7", "pg_visibility", "pg_walinspect", "pgaudit", "pgmq", "pgroonga", "pgrouting",
        "pgrowlocks", "pgstattuple", "pgtap", "plpgsql_check", "postgis", "postgis_sfcgal", "postgis_tiger_geocoder",
        "postgis_topology", "prefix", "refint", "rum", "semver", "sslinfo", "temporal_tables", "timescaledb", "unit",
        "vector", "vectorscale", "xml2",
    ]

    /// Those that PostgreSQL trusts, and what dumps name by themselves: the libraries of these reach nothing either.
    private static let trusted: Set<String> = [
        "btree_gin", "btree_gist", "citext", "cube", "dict_int", "dict_xsyn", "fuzzystrmatch", "hstore", "_int",
        "intarray",
        "isn", "lo", "ltree", "pg_trgm", "pgcrypto", "plpgsql", "seg", "tablefunc", "tcn", "tsm_system_rows",
        "tsm_system_time", "unaccent", "uuid-ossp",
    ]

    static func isKnown(_ name: String) -> Bool {
        harmless.contains(name) || wrapping.contains(name) || reaching.contains(name)
    }

    /// Whether everybody may call what is in a library of this name.
    static func hasHarmlessLibrary(_ library: String) -> Bool {
        let name = library.hasSuffix(".so") ? String(library.dropLast(3)) : library
        return harmless.contains(name) || trusted.contains(name) || name.hasPrefix("postgis")
    }

    /// One that nobody here knows is made at once only where there is nothing else to be reached.
    static func time(of name: String) -> Privileged.Time {
        if harmless.contains(name) || wrapping.contains(name) { return .beforeFunctions }
        return reaching.contains(name) ? .atEnd : .atOnceInPrivate
    }
}
