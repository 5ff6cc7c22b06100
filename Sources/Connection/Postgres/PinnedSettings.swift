package import AutogenSchema

/// The settings of a PostgreSQL session that decide what a text of SQL means, and how the server writes one back, each with
/// the value that autogen reads and writes by, whatever the database, the role or the environment of the client says.
///
/// Left alone is what decides where and how rows are stored, which is the operator's, and what only code heeds that runs
/// later, such as `default_text_search_config`, `lc_time` and `lc_numeric`.
package enum PinnedSettings {
    static let all: [(name: String, value: String)] = [
        // How values are read and written; `MDY` tells how `01/02/2024` is read.
        ("TimeZone", "UTC"), ("DateStyle", "ISO, MDY"), ("IntervalStyle", "postgres"), ("extra_float_digits", "1"),
        ("bytea_output", "hex"), ("lc_monetary", "C"), ("xmlbinary", "base64"), ("xmloption", "content"),
        // How literals and expressions are read: `'{NULL}'`, `'\n'`, `E'\''`, `a = NULL`.
        ("array_nulls", "on"), ("standard_conforming_strings", "on"), ("backslash_quote", "safe_encoding"),
        ("transform_null_equals", "off"),
        // How names are written.
        ("quote_all_identifiers", "off"),
        // A function's body may name what comes later in the script.
        ("check_function_bodies", "off"),
    ]

    /// For the transaction that is open.
    package static var local: SQL { "SELECT \(calls(all, isLocal: true), separator: ", ")" }

    /// For a session that runs nothing else.
    package static var lasting: SQL { "SELECT \(calls(all, isLocal: false), separator: ", ")" }

    /// For the session, to be sent as text in front of a script of the declared schema.
    package static var session: String {
        ("SELECT \(calls(all + place, isLocal: false), separator: ", "), \(path);\n" as SQL).text
    }

    /// For the session of a scratch database: what it makes lies where it would without a word of the role or the client.
    package static var scratch: SQL { "SELECT \(calls(place, isLocal: false), separator: ", "), \(path)" }

    /// How the server takes a backslash in a string, for the session: a script is read whole before any of it runs.
    package static let strings: SQL =
        "SELECT pg_catalog.set_config('standard_conforming_strings'::pg_catalog.text, 'on'::pg_catalog.text, false)"

    /// The same as ``local`` for a person or `psql` to read, which may speak another encoding, too.
    package static var statements: [String] {
        (all + [("client_encoding", "UTF8")]).map { ("SET LOCAL \(raw: $0.name) = \(literal: $0.value);" as SQL).text }
    }

    /// What ends them in a transaction that goes on.
    package static var endings: [String] {
        (all + [("client_encoding", "UTF8")]).map { "SET LOCAL \($0.name) TO DEFAULT;" }
    }

    package static func isPinned(_ name: String) -> Bool { all.contains { $0.name.lowercased() == name.lowercased() } }

    /// What a pinned stretch of a transaction is to leave as it was.
    package static var current: SQL {
        let values = all.map { "pg_catalog.current_setting(\(literal: $0.name))" as SQL }
        return "SELECT \(values, separator: ", ")"
    }

    /// Puts back what ``current`` has told.
    package static func restoring(_ row: Row, isLocal: Bool) -> SQL {
        let before = all.indices.map { (all[$0].name, row[$0].text ?? "") }
        return "SELECT \(calls(before, isLocal: isLocal), separator: ", ")"
    }

    private static let place = [
        ("default_tablespace", ""), ("default_table_access_method", "heap"), ("default_toast_compression", "pglz"),
    ]

    /// The search path is the database's own: neither that of the role nor of the client, which differ between people.
    private static let path: SQL = """
        pg_catalog.set_config('search_path', coalesce(
          (SELECT pg_catalog.substr(c, 13) FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c
           WHERE s.setrole = 0 AND c LIKE 'search_path=%' AND s.setdatabase =
             (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())),
          '"$user", public'), false)
        """

    private static func calls(_ settings: [(String, String)], isLocal: Bool) -> [SQL] {
        settings.map { name, value in
            "pg_catalog.set_config(\(literal: name), \(literal: value), \(raw: "\(isLocal)"))"
        }
    }
}

extension Connection {
    /// Has the server read strings as autogen does, whatever has run before; nothing is sent where it is known to.
    package func pinStrings() async throws(DatabaseError) {
        guard await reported("standard_conforming_strings") != "on" else { return }
        try await execute(PinnedSettings.strings)
    }
}
