import AutogenConnection
import AutogenSchema

/// Reads a PostgreSQL database: every query in one round trip and one read-only transaction.
///
/// `search_path` is empty meanwhile, so that the server writes every name in full, and settings that decide how values
/// are written are pinned.
enum PostgresReflection {
    /// A kind of object comes after those it can be part of.
    static let queries: [any CatalogQuery.Type] = [
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
        let version = try await connection.serverVersion()
        let isNested = try await connection.isInTransaction()
        let before: [SQL] = [
            isNested ? "SAVEPOINT autogen_reflection" : "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            PinnedSettings.local,
            // Compiling queries that run once takes longer than running them.
            "SELECT set_config('search_path', '', true), set_config('jit', 'off', true)",
            "SELECT current_user",
        ]
        let shared: [SQL] = [
            AliasQuery.sql, DefaultPrivilegesQuery.sql, CommentQuery.sql, DependencyQuery.sql, SecurityLabelQuery.sql,
            IdentityGrantQuery.sql, ManagedPartitionQuery.sql,
        ]
        // To the savepoint and not only past it: the caller's settings are to be as they were.
        let undo = "ROLLBACK TO SAVEPOINT autogen_reflection"
        let after: [SQL] = isNested ? [SQL(raw: undo), "RELEASE SAVEPOINT autogen_reflection"] : ["COMMIT"]
        let results: [Rows]
        do {
            results = try await connection.batch(
                before + queries.map { $0.sql(version: version) } + shared + after)
        } catch {
            // The first error is the one to report; a cancelled task could not send what undoes.
            await Task { try? await connection.execute(isNested ? SQL(raw: undo) : "ROLLBACK") }.value
            throw error
        }
        var reader = PostgresReader(
            version: version, migratingRole: migratingRole ?? results[3].first?[0].text ?? "")
        let rows = results.dropFirst(before.count)
        let tail = Array(rows.dropFirst(queries.count))
        reader.readAliases(tail[0])
        for (query, rows) in zip(queries, rows) { try reader.read(query, rows) }
        try reader.readDefaultPrivileges(tail[1])
        reader.readComments(tail[2])
        reader.readDependencies(tail[3])
        reader.readSecurityLabels(tail[4])
        try reader.readIdentityGrants(tail[5])
        reader.leaveOutManagedPartitions(tail[6])
        return reader.result.maskingSecrets()
    }

    static func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        // Rolled back, since in a transaction of the caller's its settings are to be as they were.
        let isNested = try await connection.isInTransaction()
        try await connection.execute(isNested ? "SAVEPOINT autogen_reflection" : "BEGIN READ ONLY")
        let undo: SQL =
            isNested ? "ROLLBACK TO SAVEPOINT autogen_reflection; RELEASE SAVEPOINT autogen_reflection" : "ROLLBACK"
        do {
            let rows = try await connection.batch([PinnedSettings.local, UnmodelledQuery.sql])
            try await connection.execute(undo)
            return try rows[1].map { Unmodelled(try $0.string("what"), why: try $0.string("why")) }.sorted()
        } catch {
            await Task { try? await connection.execute(undo) }.value
            throw error
        }
    }
}
