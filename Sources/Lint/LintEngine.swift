package import AutogenSchema

/// What looking at scripts has to know of an engine.
package protocol LintEngine: Sendable {
    /// The rules for its scripts, in the order in which they are explained.
    var rules: [any LintRule.Type] { get }
}

extension Dialect {
    package var lint: any LintEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}

extension PostgresEngine: LintEngine {
    package var rules: [any LintRule.Type] {
        [
            IndexBlocksWrites.self, DropIndexBlocks.self, ReindexBlocks.self, CheckScans.self, ForeignKeyScans.self,
            NotNullScans.self, ConstraintBuildsIndex.self, TypeRewrites.self, ColumnRewrites.self, StorageRewrites.self,
            AttachScans.self, DetachBlocks.self, SlowUnderLock.self, LockedMeanwhile.self, ValidatedAtOnce.self,
            BackfillWithChange.self, RenameBreaksClients.self, DropBreaksClients.self, TruncateCascades.self,
            ChecksSwitchedOff.self, ForeignKeyWithoutIndex.self, JSONColumn.self, TimestampWithoutZone.self,
            PaddedText.self, MoneyColumn.self, NameTooLong.self,
        ]
    }
}

extension SQLiteEngine: LintEngine {
    package var rules: [any LintRule.Type] { [TableCopied.self, ForeignKeyWithoutIndex.self] }
}
