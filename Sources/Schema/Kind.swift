/// The kinds of object a schema is made of, in the order in which they are usually created.
///
/// The raw values are the words of snapshots and reports.
public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A schema of PostgreSQL's, or an attached database of SQLite's.
    case namespace = "schema"
    /// An installed extension (`pg_extension`).
    case `extension`
    /// A procedural language (`pg_language`).
    case language
    /// A collation (`pg_collation`).
    case collation
    /// An access method of tables or indexes (`pg_am`).
    case accessMethod = "access method"
    /// A type that is declared and not yet defined (`pg_type.typisdefined` false).
    case shellType = "shell type"
    /// A base type (`pg_type.typtype` `b`).
    case baseType = "base type"
    /// An enum type (`pg_type.typtype` `e`).
    case enumType = "enum"
    /// A domain (`pg_type.typtype` `d`).
    case domain
    /// A composite type that is no table's row type (`pg_type.typtype` `c`).
    case compositeType = "composite type"
    /// A range type with its multirange type (`pg_type.typtype` `r`).
    case rangeType = "range type"
    /// A sequence that is not an identity column's (`pg_sequence`).
    case sequence
    /// A function, procedure or window function (`pg_proc`).
    case function
    /// An aggregate function (`pg_aggregate`).
    case aggregate
    /// An operator (`pg_operator`).
    case `operator`
    /// An operator family (`pg_opfamily`).
    case operatorFamily = "operator family"
    /// An operator class (`pg_opclass`).
    case operatorClass = "operator class"
    /// A cast (`pg_cast`).
    case cast
    /// A transform between a type and a language (`pg_transform`).
    case transform
    /// A conversion between encodings (`pg_conversion`).
    case conversion
    /// A text search parser (`pg_ts_parser`).
    case textSearchParser = "text search parser"
    /// A text search template (`pg_ts_template`).
    case textSearchTemplate = "text search template"
    /// A text search dictionary (`pg_ts_dict`).
    case textSearchDictionary = "text search dictionary"
    /// A text search configuration (`pg_ts_config`).
    case textSearchConfiguration = "text search configuration"
    /// A foreign data wrapper (`pg_foreign_data_wrapper`).
    case foreignDataWrapper = "foreign data wrapper"
    /// A foreign server (`pg_foreign_server`).
    case server
    /// A user mapping (`pg_user_mapping`).
    case userMapping = "user mapping"
    /// A table: ordinary, partitioned, a partition or foreign.
    case table
    /// A column of a table.
    case column
    /// The default of a column (`pg_attrdef`).
    case columnDefault = "default"
    /// The column that a sequence is owned by (`OWNED BY`).
    case sequenceOwner = "sequence owner"
    /// A constraint of a table.
    case constraint
    /// A table's place among the partitions of another.
    case partition
    /// A check of a domain (`pg_constraint.contypid`).
    case domainConstraint = "domain constraint"
    /// An index that stands behind no constraint.
    case index
    /// An index's place among the partitions of another.
    case indexPartition = "index partition"
    /// Extended statistics (`pg_statistic_ext`).
    case statistics
    /// A virtual table of SQLite's.
    case virtualTable = "virtual table"
    /// A view.
    case view
    /// A materialized view.
    case materializedView = "materialized view"
    /// A column of a view of which more is known than the query says.
    case viewColumn = "view column"
    /// A rewrite rule that makes no view (`pg_rewrite`).
    case rule
    /// A trigger.
    case trigger
    /// A row security policy (`pg_policy`).
    case policy
    /// A publication (`pg_publication`).
    case publication
    /// A subscription (`pg_subscription`).
    case subscription
    /// An event trigger (`pg_event_trigger`).
    case eventTrigger = "event trigger"
    /// The owner of an object, where it is not the role that migrates.
    case owner
    /// What one role may do with one object.
    case grant
    /// What new objects of a role get (`pg_default_acl`).
    case defaultPrivileges = "default privileges"
    /// The comment on an object.
    case comment
    /// A label on an object (`pg_seclabel`).
    case securityLabel = "security label"
    /// A number in the header of a SQLite file.
    case databaseOption = "database option"

    /// Whether the name of such an object begins with a schema, as with most kinds.
    var livesInSchema: Bool {
        switch self {
        case .namespace, .extension, .language, .accessMethod, .cast, .transform, .foreignDataWrapper, .server,
            .userMapping, .publication, .subscription, .eventTrigger, .databaseOption:
            false
        case .collation, .shellType, .baseType, .enumType, .domain, .compositeType, .rangeType, .sequence, .function,
            .aggregate, .operator, .operatorFamily, .operatorClass, .conversion, .textSearchParser,
            .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration, .table, .column, .columnDefault,
            .sequenceOwner, .constraint, .partition, .domainConstraint, .index, .indexPartition, .statistics,
            .virtualTable, .view, .materializedView, .viewColumn, .rule, .trigger, .policy, .owner, .grant,
            .defaultPrivileges, .comment, .securityLabel:
            true
        }
    }

    /// The place in the usual order of creation: that of the case, which is what the value is in memory.
    package var rank: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

    var place: UInt64 { UInt64(rank) }

    /// In the usual order of creation.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    /// The kind that a word stands for.
    init?(word: UnsafeRawBufferPointer) {
        var print = Fingerprint()
        print.add(word)
        guard let kind = Self.words[print] else { return nil }
        self = kind
    }

    private static let words = Dictionary(
        uniqueKeysWithValues: allCases.map { kind in
            var print = Fingerprint()
            print.add(kind.rawValue)
            return (print, kind)
        })
}
