/// Which settings of a libpq connection string a message, a report or a file may show.
///
/// Shown is only what libpq knows and does not hide itself: a setting it does not know may be a password with a slip of
/// the finger in its name.
package enum ConnectionOption {
    /// - Parameter name: as it stands in the string, percent-encoded or not.
    package static func isSecret(_ name: String) -> Bool { !shown.contains(name) }

    /// The key words of all versions (<https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS>)
    /// but `password`, `sslpassword`, `oauth_client_secret`, `scram_client_key` and `scram_server_key`.
    private static let shown: Set<String> = [
        "application_name", "authtype", "channel_binding", "client_encoding", "connect_timeout", "dbname",
        "fallback_application_name", "gssdelegation", "gssencmode", "gsslib", "host", "hostaddr", "keepalives",
        "keepalives_count", "keepalives_idle", "keepalives_interval", "krbsrvname", "load_balance_hosts",
        "max_protocol_version", "min_protocol_version", "oauth_client_id", "oauth_issuer", "oauth_scope", "options",
        "passfile", "port", "replication", "require_auth", "requirepeer", "requiressl", "service", "servicefile", "ssl",
        "ssl_max_protocol_version", "ssl_min_protocol_version", "sslcert", "sslcertmode", "sslcompression", "sslcrl",
        "sslcrldir", "sslkey", "sslkeylogfile", "sslmode", "sslnegotiation", "sslrootcert", "sslsni",
        "target_session_attrs", "tcp_user_timeout", "tty", "user",
    ]
}
