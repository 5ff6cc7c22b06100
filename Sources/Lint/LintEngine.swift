package import AutogenSQLText
import AutogenSchema

/// What looking at scripts has to know of an engine.
package protocol LintEngine: Sendable {
    /// The rules for its scripts, in the order in which they are explained.
    var rules: [any LintRule.Type] { get }

    /// Whether what follows a statement in its transaction is refused for its sake.
    func needsItsTransaction(_ statement: SQLStatement) -> Bool

    /// Whether who builds an index can let others write to the table meanwhile.
    var locksByTable: Bool { get }
}

extension Dialect {
    package var lint: any LintEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}

extension PostgresEngine: LintEngine {
    package var locksByTable: Bool { true }

    /// A value that an enum gets can't be used before it is committed.
    package func needsItsTransaction(_ statement: SQLStatement) -> Bool {
        guard case .alter("TYPE", _, let words, _) = StatementShape(statement) else { return false }
        return words.prefix(2) == ["ADD", "VALUE"]
    }

    package var rules: [any LintRule.Type] {
        [
            IndexBlocksWrites.self, PartitionedIndexBlocks.self, DropIndexBlocks.self, ReindexBlocks.self,
            CheckScans.self, ForeignKeyScans.self, NotNullScans.self, ConstraintBuildsIndex.self,
            ExclusionBuildsIndex.self, PrimaryKeyScans.self, TypeRewrites.self, TypeChecksRows.self,
            ColumnRewrites.self, StorageRewrites.self, AttachScans.self, DetachBlocks.self, DomainScans.self,
            SlowUnderLock.self, TriggerBlocksWrites.self,
            // Transactions.
            LockedMeanwhile.self, ValidatedAtOnce.self, BackfillWithChange.self, ScannedTwice.self, NoLockTimeout.self,
            // Programs that run.
            RenameBreaksClients.self, DropBreaksClients.self, DropBreaksCallers.self, InsertNeedsColumn.self,
            WritesRestricted.self, NullComes.self, DefaultChanged.self, EnumValueAdded.self, GuaranteeDropped.self,
            // Rows.
            UndecidedFill.self, RowsMayRefuse.self, TruncateCascades.self, ChecksSwitchedOff.self, LostWithCopy.self,
            SequenceRestarted.self, AutovacuumOff.self, ReplicaIdentityChanged.self,
            // Access.
            RowSecurityWithoutPolicy.self, DefinerSearchPath.self, DynamicSQL.self, AccessChanged.self,
            ExtensionUpdated.self,
            // Design.
            ForeignKeyWithoutIndex.self, NameTooLong.self, NameAgainstConvention.self, JSONColumn.self,
            TimestampWithoutZone.self, PaddedText.self, MoneyColumn.self, VarcharLimit.self, SmallKey.self,
            SerialColumn.self, EnumCreated.self, DomainCheck.self, WideIndex.self, ColumnOrder.self,
            UnqualifiedName.self,
        ]
    }
}

extension SQLiteEngine: LintEngine {
    package var locksByTable: Bool { false }
    package func needsItsTransaction(_ statement: SQLStatement) -> Bool { false }

    package var rules: [any LintRule.Type] {
        [
            TableCopied.self, LostWithCopy.self, StrictConversion.self, AutoincrementLost.self, ChecksSwitchedOff.self,
            RowsMayRefuse.self, ForeignKeyWithoutIndex.self, NameAgainstConvention.self, WideIndex.self, SyncedKey.self,
        ]
    }
}
