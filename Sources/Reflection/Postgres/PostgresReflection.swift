import AutogenConnection
import AutogenSchema

/// Reads a PostgreSQL database in two round trips and one read-only transaction: which kinds of object there are, and then
/// these.
///
/// `search_path` is empty meanwhile, so that the server writes every name in full, and settings that decide how values
/// are written are pinned.
enum PostgresReflection {
    /// All queries, in the order in which their rows are read: what stands for other objects before these, and what is said
    /// of objects after them.
    static let queries: [any ReflectionQuery.Type] =
        [CurrentRoleQuery.self, AliasQuery.self] + objects + [
            DefaultPrivilegesQuery.self, CommentQuery.self, DependencyQuery.self, SecurityLabelQuery.self,
            IdentityGrantQuery.self, ManagedPartitionQuery.self,
        ]

    /// A kind of object comes after those it can be part of.
    static let objects: [any CatalogQuery.Type] = [
        NamespaceQuery.self, ExtensionQuery.self, AccessMethodQuery.self, CollationQuery.self, ShellTypeQuery.self,
        BaseTypeQuery.self, EnumQuery.self, DomainQuery.self, DomainConstraintQuery.self, CompositeTypeQuery.self,
        RangeTypeQuery.self, SequenceQuery.self, FunctionQuery.self, AggregateQuery.self, OperatorQuery.self,
        OperatorFamilyQuery.self, OperatorClassQuery.self, ForeignDataWrapperQuery.self, ServerQuery.self,
        UserMappingQuery.self, TableQuery.self, ColumnQuery.self, ColumnDefaultQuery.self, SequenceOwnerQuery.self,
        ConstraintQuery.self, PartitionQuery.self, ViewQuery.self, MaterializedViewQuery.self, ViewColumnQuery.self,
        IndexQuery.self, IndexPartitionQuery.self, RuleQuery.self, TriggerQuery.self, PolicyQuery.self,
        EventTriggerQuery.self, LanguageQuery.self, CastQuery.self, TransformQuery.self, ConversionQuery.self,
        TextSearchParserQuery.self, TextSearchTemplateQuery.self, TextSearchDictionaryQuery.self,
        TextSearchConfigurationQuery.self, StatisticsQuery.self, PublicationQuery.self, SubscriptionQuery.self,
    ]

    /// - Parameter migratingRole: the role whose objects have no owner of their own; `nil` is the one that reads.
    static func catalog(of connection: any Connection, migratingRole: String?) async throws -> Catalog {
        try await read(connection, migratingRole: migratingRole).result.maskingSecrets()
    }

    static func read(_ connection: any Connection, migratingRole: String?) async throws -> PostgresReader {
        let version = try await connection.serverVersion()
        let isNested = try await connection.isInTransaction()
        let before: [SQL] = [
            isNested ? "SAVEPOINT autogen_reflection" : "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            PinnedSettings.local,
            // Compiling queries that run once takes longer than running them.
            "SELECT set_config('search_path', '', true), set_config('jit', 'off', true)",
        ]
        // To the savepoint and not only past it: the caller's settings are to be as they were.
        let undo = "ROLLBACK TO SAVEPOINT autogen_reflection"
        let after: [SQL] = isNested ? [SQL(raw: undo), "RELEASE SAVEPOINT autogen_reflection"] : ["COMMIT"]
        let needed: [any ReflectionQuery.Type]
        var results: [Rows]
        do {
            let precondition = try await connection.batch(
                before + [QueryPrecondition.sql(of: queries.map { $0.precondition })]
            ).last?.first
            needed = queries.enumerated().filter { precondition?[$0.offset].text != "f" }.map(\.element)
            results = try await connection.batch(needed.map { $0.sql(version: version) } + after)
        } catch {
            // The first error is the one to report; a cancelled task could not send what undoes.
            await Task { try? await connection.execute(isNested ? SQL(raw: undo) : "ROLLBACK") }.value
            throw error
        }
        var reader = PostgresReader(version: version, migratingRole: migratingRole)
        reader.reserveCapacity(
            zip(needed, results).reduce(0) { $1.0 is any CatalogQuery.Type ? $0 + $1.1.count : $0 })
        // What was read is let go of before the next is read: together, the results take as much room as the catalog.
        results = results.prefix(needed.count).reversed()
        for query in needed { if let rows = results.popLast() { try query.read(rows, into: &reader) } }
        return reader
    }

    static func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        // Rolled back, since in a transaction of the caller's its settings are to be as they were.
        let isNested = try await connection.isInTransaction()
        let before: [SQL] = [
            isNested ? "SAVEPOINT autogen_reflection" : "BEGIN READ ONLY", PinnedSettings.local,
            // Compiling a query that runs once takes longer than running it.
            "SELECT set_config('jit', 'off', true)",
        ]
        let undo: [SQL] =
            isNested
            ? ["ROLLBACK TO SAVEPOINT autogen_reflection", "RELEASE SAVEPOINT autogen_reflection"] : ["ROLLBACK"]
        let parts = UnmodelledQuery.parts
        do {
            let precondition = try await connection.batch(
                before + [QueryPrecondition.sql(of: parts.map(\.precondition))]
            ).last?.first
            let needed = parts.enumerated().filter { precondition?[$0.offset].text != "f" }.map(\.element.sql)
            let rows = try await connection.batch(needed + undo).joined()
            return try rows.map { Unmodelled(try $0.string("what"), why: try $0.string("why")) }.sorted()
        } catch {
            await Task { for sql in undo { try? await connection.execute(sql) } }.value
            throw error
        }
    }
}
