import AutogenConnection
import AutogenDrift
import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// A schema for each tenant: what they share is found once, and repaired in each by its own SQL.
@Suite struct TenantTests {
    private static func tenant(_ name: String) -> String {
        let schema = SQL.quoted(name: name)
        return """
            CREATE SCHEMA \(schema);
            CREATE TYPE \(schema).state AS ENUM ('new', 'done');
            CREATE TABLE \(schema).users (id serial PRIMARY KEY, email text NOT NULL, state \(schema).state DEFAULT 'new');
            CREATE TABLE \(schema).orders (id bigint PRIMARY KEY, buyer int REFERENCES \(schema).users (id));
            CREATE INDEX ON \(schema).orders (buyer);
            CREATE VIEW \(schema).buyers AS SELECT u.email FROM \(schema).users u JOIN \(schema).orders o ON o.buyer = u.id;
            COMMENT ON TABLE \(schema).users IS 'people';

            """
    }

    private static let names = ["model"] + (1...12).map { "tenant_\($0)" } + ["tenant-x", "other"]

    @Test func groupedAndRepaired() async throws {
        let script = Self.names.map(Self.tenant).joined()
        try await TestServer.with(script) { connection in
            let expected = try await Reflector.catalog(of: connection)
            try await connection.execute(
                """
                DROP INDEX tenant_3.orders_buyer_idx; DROP INDEX tenant_7.orders_buyer_idx;
                ALTER TABLE tenant_5.users ALTER email DROP NOT NULL;
                ALTER TABLE "tenant-x".users ADD nick text; ALTER TABLE tenant_7.users ADD nick text;
                CREATE TABLE other.more (id int);
                """)
            let live = try await Reflector.catalog(of: connection)
            func tenants(_ live: Catalog) -> TenantSchemas {
                TenantSchemas(
                    in: live, matching: "tenant?*", expected: expected, template: "model", rules: PostgresRules())
            }
            let drifted = tenants(live)
            #expect(drifted.names.count == 13)
            let reports = drifted.names.map {
                DriftReport(databases: [DatabaseSummary(name: $0)], findings: drifted.findings(in: $0))
            }
            let report = DriftReport.merged(reports)
            #expect(
                report.findings.map { "\($0.title) in \($0.places.joined(separator: ", "))" }.sorted() == [
                    "column model.users.email: not null yes -> no in tenant_5",
                    "column model.users.nick is not declared in tenant-x, tenant_7",
                    "index model.orders_buyer_idx is missing in tenant_3, tenant_7",
                ])
            for name in drifted.names {
                for finding in drifted.findings(in: name) {
                    let repair = try #require(finding.restore)
                    try await connection.execute(SQL(raw: repair.sql))
                }
            }
            let repaired = tenants(try await Reflector.catalog(of: connection))
            #expect(repaired.names.flatMap { repaired.findings(in: $0).map(\.title) } == [])
        }
    }
}
