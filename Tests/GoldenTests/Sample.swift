import AutogenConnection
import AutogenDiff
import AutogenMetadata
import AutogenPlan
import AutogenReflection
import AutogenSchema
import Foundation
import TestSupport
import Testing

/// A sample schema in two versions: `Samples/postgres/shop/v1.sql` and `v2.sql`.
struct Sample: Sendable, CustomTestStringConvertible {
    let folder: String
    let name: String
    let dialect: Dialect

    /// The samples in the folder of a dialect.
    static func all(_ folder: String, _ dialect: Dialect, without others: Set<String> = []) throws -> [Sample] {
        try FileManager.default.contentsOfDirectory(atPath: Golden.samples.appending(path: folder).path).sorted()
            .filter { !others.contains($0) }
            .map { Sample(folder: folder, name: $0, dialect: dialect) }
    }

    var testDescription: String { "\(folder)/\(name)" }

    /// Runs `body` in a database that holds one version.
    func with<T: Sendable>(
        _ version: String, _ body: @Sendable (any Connection) async throws -> T
    ) async throws -> T {
        let path = Golden.samples.appending(path: "\(folder)/\(name)").path
        let declared = try DeclaredSchema(sources: ["\(version).sql"], folder: path, dialect: dialect)
        @Sendable func run(_ connection: any Connection) async throws -> T {
            let notes = try await declared.run(on: connection)
            #expect(notes.isEmpty)
            return try await body(connection)
        }
        switch dialect {
        case .postgresql: return try await TestServer.with("") { try await run($0) }
        case .sqlite:
            return try await ScratchDatabase.with(dialect: dialect, provider: TestProvider()) { try await run($0) }
        }
    }

    /// Compares both versions and the scripts between them with the golden files, and runs the scripts.
    func check() async throws {
        try await checkScripts { start, target, upgrade, downgrade in
            try Golden.expect(start.snapshot, in: "\(folder)/\(name)-v1.json")
            try Golden.expect(target.snapshot, in: "\(folder)/\(name)-v2.json")
            try Golden.expect(upgrade.script, in: "\(folder)/\(name)-up.sql")
            try Golden.expect(downgrade.script, in: "\(folder)/\(name)-down.sql")
        }
    }

    /// Runs the scripts between both versions, and expects each to lead to the other.
    func checkScripts(
        _ inspect: @Sendable (_ start: State, _ target: State, _ up: Plan, _ down: Plan) throws -> Void = {
            _, _, _, _ in
        }
    ) async throws {
        let planner = Planner(rules: rules)
        let target = try await with("v2") { try await State($0) }
        try await with("v1") { connection in
            let start = try await State(connection)
            let upgrade = try planner.plan(from: start.catalog, to: target.catalog)
            let downgrade = try planner.plan(from: target.catalog, to: start.catalog)
            try inspect(start, target, upgrade, downgrade)
            try await upgrade.run(on: connection)
            try await target.expect(connection, "after the upgrade")
            try await downgrade.run(on: connection)
            try await start.expect(connection, "after the downgrade")
        }
    }

    /// Compares both versions with the golden catalogs, which another server may have written; queries aside.
    func checkCatalogs() async throws {
        for version in ["v1", "v2"] {
            let url = Golden.root.appending(path: "snapshots/\(folder)/\(name)-\(version).json")
            let golden = try Snapshot.catalog(parsing: String(contentsOf: url, encoding: .utf8))
            let catalog = try await with(version) { try await Reflector.catalog(of: $0) }
            let differing = Comparison.changes(from: golden, to: catalog).filter { change in
                guard case .alter(let alteration) = change else { return true }
                let isView = alteration.id.kind == .view || alteration.id.kind == .materializedView
                return !(isView && alteration.isOnly(["definition"]))
            }
            #expect(differing.map(\.description) == [])
        }
    }

    private var rules: any DDLRules {
        switch dialect {
        case .postgresql: PostgresRules()
        case .sqlite: SQLiteRules()
        }
    }
}

/// A database as autogen and as its own tool see it.
struct State: Sendable {
    let catalog: Catalog
    let facts: [String]

    init(_ connection: any Connection) async throws {
        catalog = try await Reflector.catalog(of: connection)
        switch connection.dialect {
        case .postgresql: facts = try await PostgresDump.entries(of: connection)
        case .sqlite: facts = try await SQLiteFacts.facts(of: connection)
        }
    }

    /// The snapshot without the minor version of the server, which differs from machine to machine.
    var snapshot: String {
        let version = catalog.version
        return Snapshot.text(of: catalog).replacing(
            "\"version\":\"\(version)\"", with: "\"version\":\"\(version.major).0\"")
    }

    func expect(_ connection: any Connection, _ moment: String) async throws {
        let reached = try await State(connection)
        let rest = Comparison.changes(from: reached.catalog, to: catalog).map(\.description)
        #expect(rest == [], "\(moment)")
        let differing = difference(reached.facts, facts)
        #expect(differing == "", "\(moment)")
    }
}
