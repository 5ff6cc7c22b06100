/// When the administrator of a scratch database makes an extension that its role may not make.
///
/// Those that others may make as well, such as `citext`, never come here: PostgreSQL trusts them.
enum KnownExtensions {
    /// With these, everybody in the database reaches other servers or the machine.
    private static let reaching: Set<String> = [
        "aws_lambda", "aws_s3", "dblink", "file_fdw", "http", "pg_cron", "pg_curl", "pg_net", "plproxy", "plsh",
        "postgres_fdw",
    ]

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

    /// One that nobody here knows is made at once only where there is nothing else to be reached.
    static func time(of name: String) -> Privileged.Time {
        if harmless.contains(name) { return .atOnce }
        return reaching.contains(name) ? .atEnd : .atOnceInPrivate
    }
}
