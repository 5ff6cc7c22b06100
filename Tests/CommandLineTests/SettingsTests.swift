import Foundation
import Testing

/// Under whichever settings of the database, the role and the client's environment, all commands say the same.
@Suite(.serialized) struct SettingsTests {
    enum Level: String, CaseIterable { case database, role, client }

    struct Setting: Sendable, CustomStringConvertible {
        let level: Level
        let name: String
        let value: String
        var description: String { "\(level.rawValue) \(name) = \(value)" }

        /// The setting of the server that it is.
        var key: String {
            switch name {
            case "PGTZ": "timezone"
            case "PGDATESTYLE": "datestyle"
            case "PGCLIENTENCODING": "client_encoding"
            case "PGOPTIONS": String(value.dropFirst(3).prefix { $0 != "=" }).lowercased()
            default: name.lowercased()
            }
        }
    }

    static func at(_ level: Level, _ settings: [(String, String)]) -> [Setting] {
        settings.map { Setting(level: level, name: $0.0, value: $0.1) }
    }

    static let settings: [Setting] =
        at(
            .database,
            [
                ("TimeZone", "Asia/Kolkata"), ("DateStyle", "SQL, DMY"), ("IntervalStyle", "sql_standard"),
                ("bytea_output", "escape"), ("quote_all_identifiers", "on"), ("extra_float_digits", "-5"),
                ("standard_conforming_strings", "off"), ("escape_string_warning", "off"), ("backslash_quote", "off"),
                ("array_nulls", "off"), ("xmlbinary", "hex"), ("xmloption", "document"),
                ("lc_monetary", "C.UTF-8"), ("lc_numeric", "C.UTF-8"), ("lc_time", "C.UTF-8"),
                ("default_text_search_config", "pg_catalog.german"), ("check_function_bodies", "off"),
                ("search_path", ""), ("transform_null_equals", "on"), ("row_security", "off"),
                ("default_transaction_isolation", "serializable"), ("default_toast_compression", "pglz"),
            ])
        + at(
            .database,
            [
                ("DateStyle", "Postgres, MDY"), ("DateStyle", "German"), ("IntervalStyle", "iso_8601"),
                ("TimeZone", "America/New_York"), ("search_path", "nowhere, public"),
            ])
        + at(
            .role,
            [
                ("TimeZone", "Pacific/Auckland"), ("DateStyle", "ISO, DMY"), ("IntervalStyle", "postgres_verbose"),
                ("bytea_output", "escape"), ("quote_all_identifiers", "on"), ("extra_float_digits", "3"),
                ("standard_conforming_strings", "off"), ("backslash_quote", "on"), ("array_nulls", "off"),
                ("xmloption", "document"), ("search_path", "pg_catalog"), ("transform_null_equals", "on"),
                ("client_encoding", "LATIN1"), ("default_transaction_isolation", "repeatable read"),
                ("client_min_messages", "debug1"), ("synchronous_commit", "off"), ("jit", "off"),
            ])
        + at(
            .client,
            [
                ("PGTZ", "Asia/Tokyo"), ("PGDATESTYLE", "SQL, DMY"), ("PGCLIENTENCODING", "LATIN1"), ("PGGEQO", "off"),
                ("PGAPPNAME", "somebody"), ("PGOPTIONS", "-c IntervalStyle=sql_standard"),
                ("PGOPTIONS", "-c search_path=pg_catalog"), ("PGOPTIONS", "-c quote_all_identifiers=on"),
                ("PGOPTIONS", "-c bytea_output=escape"), ("PGOPTIONS", "-c extra_float_digits=-15"),
                ("PGOPTIONS", "-c array_nulls=off"), ("PGOPTIONS", "-c standard_conforming_strings=off"),
                ("PGOPTIONS", "-c xmloption=document"), ("PGOPTIONS", "-c transform_null_equals=on"),
            ])

    /// As many as fit together: none hides another.
    private static var groups: [[Setting]] {
        var groups: [[Setting]] = []
        for setting in settings {
            let place = groups.firstIndex { group in !group.contains { $0.key == setting.key } }
            if let place { groups[place].append(setting) } else { groups.append([setting]) }
        }
        return groups
    }

    private static let first = #"""
        CREATE TYPE "Mood" AS ENUM ('sad', 'so so');
        CREATE TABLE event (
            id bigint PRIMARY KEY, "order" text DEFAULT E'a\\b''c', d date DEFAULT '2024-02-01',
            at timestamptz DEFAULT '2024-02-01 10:30:00+00', local timestamp DEFAULT '2024-02-01 10:30:00',
            takes interval DEFAULT '-1 day 02:00:00', month interval DEFAULT '1 year 2 mons -3 days',
            raw bytea DEFAULT '\x00ff5c', ratio double precision DEFAULT 0.1234567890123456,
            tags text[] DEFAULT '{a,NULL,"b c"}', price money DEFAULT '12.34'::money, doc xml DEFAULT '<a/><b/>'::xml,
            "select" int CHECK (("select" = NULL) IS NULL), mood "Mood" DEFAULT 'so so'
        );
        CREATE TABLE parts (d date NOT NULL, at timestamptz NOT NULL) PARTITION BY RANGE (d);
        CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2024-02-01') TO ('2024-03-04');
        CREATE INDEX recent ON event (at) WHERE at > '2024-02-01 00:00:00+00' AND d > '2024-01-02';
        CREATE VIEW latest AS SELECT id, "order", at, takes FROM event WHERE d > '2024-05-06'::date;
        CREATE FUNCTION later(i interval DEFAULT '1 day 03:04:05') RETURNS date LANGUAGE sql
            AS $$ SELECT '2024-02-01'::date + 1 $$;

        """#
    private static let xml = ", doc xml DEFAULT '<a/><b/>'::xml"
    private static let second = #"""
        ALTER TABLE event ADD COLUMN ends date NOT NULL DEFAULT '2025-03-04';
        ALTER TABLE event ADD COLUMN pattern text DEFAULT '\d+';
        CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM ('2024-03-04') TO ('2024-04-05');

        """#

    /// What all commands print and how they end, from an empty database through two revisions.
    private func transcript(_ settings: [Setting]) async throws -> String {
        let server = try Server()
        let role = "autogen_set_\(UUID().uuidString.prefix(8).lowercased())"
        try await server.run("CREATE ROLE \(role) LOGIN SUPERUSER", in: "postgres")
        let result: Result<String, any Error>
        do {
            result = .success(try await transcript(settings, server, role))
        } catch {
            result = .failure(error)
        }
        try await server.run("DROP ROLE \(role)", in: "postgres")
        return try result.get()
    }

    private func transcript(_ settings: [Setting], _ server: Server, _ role: String) async throws -> String {
        var text = ""
        try await server.withDatabase { url in
            let name = String(url.split(separator: "=").last ?? "")
            // What a role declares as a list is one value to it.
            func quoted(_ setting: Setting) -> String {
                ["search_path", "DateStyle"].contains(setting.name) && !setting.value.isEmpty
                    ? setting.value : "'\(setting.value)'"
            }
            for setting in settings {
                switch setting.level {
                case .database:
                    try await server.run(
                        "ALTER DATABASE \(name) SET \(setting.name) = \(quoted(setting))", in: "postgres")
                case .role:
                    try await server.run("ALTER ROLE \(role) SET \(setting.name) = \(quoted(setting))", in: "postgres")
                case .client: break
                }
            }
            var environment: [String: String] = [:]
            for setting in settings where setting.level == .client {
                let before = environment[setting.name].map { $0 + " " } ?? ""
                environment[setting.name] = before + setting.value
            }
            // Some builds of the server have no XML.
            let hasXML = (try? await server.run("SELECT '<a/>'::xml", in: "postgres")) != nil
            let schema = hasXML ? Self.first : Self.first.replacing(Self.xml, with: "")
            let project = try await Project(
                url: url.replacing("user=\(server.user)", with: "user=\(role)"), schema: schema)
            let look = [["check"], ["check", "--live"], ["drift"], ["inspect"], ["diff", "live", "declared"]]
            var commands = [["revision", "-m", "first"], ["upgrade"]] + look
            for round in 1...2 {
                for command in commands {
                    let outcome = try await project.autogen(command, environment: environment)
                    text += "$ \(command.joined(separator: " ")): \(outcome.status)\n\(outcome.output)\(outcome.errors)"
                }
                if round == 1 {
                    try project.write(Self.second, to: "schema/second.sql")
                    commands = [["diff", "live", "declared", "--format", "sql"], ["revision", "-m", "second"]]
                    commands += [["upgrade"]] + look + [["downgrade", "-1"], ["verify"]]
                }
            }
            for file in try project.files("revisions") where file.hasSuffix(".sql") {
                text += try project.text("revisions/\(file)")
            }
            text = text.replacing(name, with: "DATABASE").replacing(role, with: "ROLE")
        }
        return Self.masked(text)
    }

    /// Without ids, times and durations.
    private static func masked(_ text: String) -> String {
        text.replacing(/\d{8}T\d{6}Z/, with: "TIME").replacing(/\d{4}-\d\d-\d\dT[\d:]+Z/, with: "TIME")
            .replacing(/[0-9a-f]{12}/, with: "ID").replacing(/\d+(\.\d+)? ?m?s\b/, with: "SPAN")
    }

    @Test func sameUnderAllSettings() async throws {
        #expect(Self.settings.count == 58)
        let usual = try await transcript([])
        #expect(usual.contains("$ upgrade: 0") && !usual.contains(": 3\n"), "\(usual)")
        for group in Self.groups {
            guard try await transcript(group) != usual else { continue }
            // Which of them it was.
            for setting in group {
                let found = try await transcript([setting])
                let difference = found.split(separator: "\n").difference(from: usual.split(separator: "\n"))
                let lines = difference.prefix(12).map { "\($0)" }.joined(separator: "\n")
                #expect(found == usual, "\(setting):\n\(lines)")
            }
        }
    }
}
