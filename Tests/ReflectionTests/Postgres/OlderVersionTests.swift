import AutogenConnection
import AutogenSchema
import TestSupport
import Testing

@testable import AutogenReflection

/// The queries for versions that the tests have no server of: a later server has what they ask for, too.
@Suite struct OlderVersionTests {
    @Test(.postgres(15, "the catalogs of 14 are part of those of 15"))
    func queriesForFourteenRun() async throws { try await run(for: ServerVersion(14, 0)) }

    @Test(.postgres(18, "the catalogs of 17 are part of those of 18"))
    func queriesForSeventeenRun() async throws { try await run(for: ServerVersion(17, 0)) }

    private func run(for version: ServerVersion) async throws {
        let script = """
            CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE "C");
            CREATE PUBLICATION p FOR TABLE t;
            CREATE DOMAIN d AS text NOT NULL;
            CREATE COLLATION c (PROVIDER = libc, LOCALE = 'C');
            """
        let rows = try await TestServer.with(script) { connection in
            var rows: [Kind: Int] = [:]
            for query in PostgresReflection.objects {
                rows[query.kind] = try await connection.query(query.sql(version: version)).count
            }
            return rows
        }
        for kind in [Kind.table, .column, .constraint, .publication, .domain, .collation] {
            #expect(rows[kind] != 0, "\(kind)")
        }
    }
}
