import AutogenSQLText
import Testing

@Suite struct RenamedRolesTests {
    private func renamed(_ script: String) -> RenamedRoles {
        RenamedRoles(script) { $0 == "app" ? "\"the one\"" : nil }
    }

    @Test(arguments: [
        ("GRANT SELECT ON TABLE app TO app", "GRANT SELECT ON TABLE app TO @"),
        (
            "GRANT SELECT (app) ON app.app TO reader, \"app\", APP WITH GRANT OPTION GRANTED BY app",
            "GRANT SELECT (app) ON app.app TO reader, @, @ WITH GRANT OPTION GRANTED BY @"
        ),
        (
            "REVOKE GRANT OPTION FOR ALL ON SCHEMA app FROM GROUP app CASCADE",
            "REVOKE GRANT OPTION FOR ALL ON SCHEMA app FROM GROUP @ CASCADE"
        ),
        (
            "ALTER DEFAULT PRIVILEGES FOR ROLE app, other IN SCHEMA app GRANT ALL ON TABLES TO app",
            "ALTER DEFAULT PRIVILEGES FOR ROLE @, other IN SCHEMA app GRANT ALL ON TABLES TO @"
        ),
        (
            "alter default privileges for user app revoke grant option for all on types from public, app",
            "alter default privileges for user @ revoke grant option for all on types from public, @"
        ),
        (
            "ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE ALL ON ROUTINES FROM app",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE ALL ON ROUTINES FROM @"
        ),
        ("ALTER TABLE app OWNER TO app", "ALTER TABLE app OWNER TO @"),
        (
            "ALTER TABLE app ADD app int, OWNER TO app, ALTER app SET DEFAULT (owner to app)",
            "ALTER TABLE app ADD app int, OWNER TO @, ALTER app SET DEFAULT (owner to app)"
        ),
        ("ALTER FUNCTION app(app) OWNER TO app", "ALTER FUNCTION app(app) OWNER TO @"),
        ("ALTER TABLE app RENAME TO app", "ALTER TABLE app RENAME TO app"),
        ("ALTER TABLE app SET SCHEMA app", "ALTER TABLE app SET SCHEMA app"),
        (
            "CREATE POLICY app ON app FOR SELECT TO app, x USING (app = 'app')",
            "CREATE POLICY app ON app FOR SELECT TO @, x USING (app = 'app')"
        ),
        ("ALTER POLICY app ON app TO app", "ALTER POLICY app ON app TO @"),
        ("CREATE SCHEMA app", "CREATE SCHEMA app"),
        ("CREATE SCHEMA IF NOT EXISTS app AUTHORIZATION app", "CREATE SCHEMA IF NOT EXISTS app AUTHORIZATION @"),
        ("CREATE SCHEMA AUTHORIZATION app", "CREATE SCHEMA app AUTHORIZATION @"),
        ("CREATE SCHEMA IF NOT EXISTS AUTHORIZATION \"app\"", "CREATE SCHEMA IF NOT EXISTS \"app\" AUTHORIZATION @"),
        (
            "CREATE SCHEMA AUTHORIZATION app CREATE TABLE app (app int) GRANT ALL ON app TO app GRANT ALL ON b TO app",
            "CREATE SCHEMA app AUTHORIZATION @ CREATE TABLE app (app int) GRANT ALL ON app TO @ GRANT ALL ON b TO @"
        ),
        ("CREATE USER MAPPING IF NOT EXISTS FOR app SERVER app", "CREATE USER MAPPING IF NOT EXISTS FOR @ SERVER app"),
        ("DROP USER MAPPING FOR app SERVER app", "DROP USER MAPPING FOR @ SERVER app"),
        ("SET ROLE app", "SET ROLE @"),
        ("SET LOCAL ROLE 'app'", "SET LOCAL ROLE @"),
        ("SET SESSION AUTHORIZATION app", "SET SESSION AUTHORIZATION @"),
        ("SET SESSION SESSION AUTHORIZATION 'app'", "SET SESSION SESSION AUTHORIZATION @"),
        ("SET search_path = app", "SET search_path = app"),
        (
            "CREATE TABLE app (app int); -- TO app\nCOMMENT ON TABLE app IS 'OWNER TO app'",
            "CREATE TABLE app (app int); -- TO app\nCOMMENT ON TABLE app IS 'OWNER TO app'"
        ),
        ("DO $$ BEGIN EXECUTE 'GRANT ALL ON t TO app'; END $$", "DO $$ BEGIN EXECUTE 'GRANT ALL ON t TO app'; END $$"),
        ("GRANT", "GRANT"), ("ALTER", "ALTER"), ("CREATE SCHEMA AUTHORIZATION", "CREATE SCHEMA AUTHORIZATION"),
        ("ALTER TABLE x OWNER TO", "ALTER TABLE x OWNER TO"),
        ("SET SESSION AUTHORIZATION", "SET SESSION AUTHORIZATION"),
    ])
    func places(_ script: String, _ expected: String) {
        #expect(renamed(script).text == expected.replacing("@", with: "\"the one\""))
    }

    /// Where the server points in the text that it got, the reader of an error looks in the text as it was.
    @Test func errorsPointAtTheScriptAsItWas() {
        let script = "GRANT ALL ON é TO app; CREATE SCHEMA AUTHORIZATION app; ALTER TABLE z OWNER TO app, X"
        let renamed = renamed(script)
        for mark in ["é TO", "; CREATE", "; ALTER", "z OWNER", ", X", "X"] {
            #expect(renamed.original(place(of: mark, in: renamed.text)) == place(of: mark, in: script), "\(mark)")
        }
        #expect(renamed.original(place(of: "the one\";", in: renamed.text)) == place(of: "app; C", in: script))
        #expect(
            renamed.original(place(of: "AUTHORIZATION \"", in: renamed.text))
                == place(of: "AUTHORIZATION app", in: script))
    }

    private func place(of part: String, in text: String) -> Int {
        text.firstRange(of: part).map { text.unicodeScalars.distance(from: text.startIndex, to: $0.lowerBound) + 1 }
            ?? 0
    }
}
