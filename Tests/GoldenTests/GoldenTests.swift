import AutogenSchema
import TestSupport
import Testing

@Suite struct GoldenTests {
    @Test(
        .postgres(15, "the golden files are recorded on PostgreSQL 15"),
        arguments: try Sample.all("postgres", .postgresql))
    func postgres(_ sample: Sample) async throws { try await sample.check() }

    /// The scripts do what they should whatever the server, though it spells them in its own way.
    @Test(.postgres(16...), arguments: try Sample.all("postgres", .postgresql, without: ["harbor"]))
    func scripts(_ sample: Sample) async throws { try await sample.checkScripts() }

    /// What is recorded on 15 and what another server holds differ in nothing but the spelling of queries.
    @Test(.postgres(16...), arguments: try Sample.all("postgres", .postgresql, without: ["harbor"]))
    func catalogsOfAllServersAreEqual(_ sample: Sample) async throws { try await sample.checkCatalogs() }

    @Test(.postgres(16...), .extensions("btree_gist", "pg_trgm"))
    func scriptsOfHarbor() async throws {
        try await Sample(folder: "postgres", name: "harbor", dialect: .postgresql).checkScripts()
    }

    @Test(arguments: try Sample.all("sqlite", .sqlite))
    func sqlite(_ sample: Sample) async throws { try await sample.check() }
}
