/// The kinds of gene, in no particular order; each writes one object with its parts, or adds to one.
enum GeneKind: String, Sendable, Hashable, CaseIterable {
    case schema, collation, enumeration, domain, composite, range, sequence
    case function, triggerFunction, procedure, aggregate, cast, conversion, language
    case dictionary, configuration
    case table, partitionedTable, constraint, foreignKey, index, statistics, sequenceOwner
    case view, materializedView, queryFunction, rule, trigger, policy
    case comment, grant, columnGrant, owner, defaultPrivileges, publication, eventTrigger

    /// Objects of an earlier phase are written first; within one, those with the lower number.
    var phase: Int {
        switch self {
        case .schema: 0
        case .collation, .enumeration, .domain, .composite, .range, .sequence, .function, .triggerFunction, .procedure,
            .aggregate, .cast, .conversion, .language, .dictionary, .configuration:
            1
        case .table, .partitionedTable: 2
        case .constraint, .foreignKey, .index, .statistics, .sequenceOwner, .view, .materializedView, .queryFunction,
            .rule, .trigger, .policy:
            3
        case .comment, .grant, .columnGrant, .owner, .defaultPrivileges, .publication, .eventTrigger: 4
        }
    }

    /// How often the kind comes up, compared with the others.
    var weight: Int {
        switch self {
        case .table: 16
        case .view, .index, .foreignKey, .comment: 9
        case .function: 8
        case .partitionedTable, .enumeration, .domain, .composite, .materializedView, .constraint, .trigger, .grant: 5
        case .schema, .sequence, .triggerFunction, .queryFunction, .policy, .owner: 4
        case .range, .aggregate, .rule, .statistics, .columnGrant, .sequenceOwner, .publication, .procedure: 3
        case .collation, .cast, .dictionary, .configuration, .defaultPrivileges, .eventTrigger: 2
        case .conversion, .language: 1
        }
    }

    var writer: any Writer.Type {
        switch self {
        case .schema: SchemaWriter.self
        case .collation: CollationWriter.self
        case .enumeration: EnumWriter.self
        case .domain: DomainWriter.self
        case .composite: CompositeWriter.self
        case .range: RangeWriter.self
        case .sequence: SequenceWriter.self
        case .function: FunctionWriter.self
        case .triggerFunction: TriggerFunctionWriter.self
        case .procedure: ProcedureWriter.self
        case .aggregate: AggregateWriter.self
        case .cast: CastWriter.self
        case .conversion: ConversionWriter.self
        case .language: LanguageWriter.self
        case .dictionary: DictionaryWriter.self
        case .configuration: ConfigurationWriter.self
        case .table: TableWriter.self
        case .partitionedTable: PartitionedTableWriter.self
        case .constraint: ConstraintWriter.self
        case .foreignKey: ForeignKeyWriter.self
        case .index: IndexWriter.self
        case .statistics: StatisticsWriter.self
        case .sequenceOwner: SequenceOwnerWriter.self
        case .view: ViewWriter.self
        case .materializedView: MaterializedViewWriter.self
        case .queryFunction: QueryFunctionWriter.self
        case .rule: RuleWriter.self
        case .trigger: TriggerWriter.self
        case .policy: PolicyWriter.self
        case .comment: CommentWriter.self
        case .grant: GrantWriter.self
        case .columnGrant: ColumnGrantWriter.self
        case .owner: OwnerWriter.self
        case .defaultPrivileges: DefaultPrivilegesWriter.self
        case .publication: PublicationWriter.self
        case .eventTrigger: EventTriggerWriter.self
        }
    }

    static let relations: Set<GeneKind> = [.table, .partitionedTable, .view, .materializedView, .sequence, .composite]
    static let types: Set<GeneKind> = [.enumeration, .domain, .range, .composite]

    /// Kinds whose names live in one namespace with those of this one: the row of a relation is a type, too.
    var namesakes: Set<GeneKind> {
        let shared = Self.relations.union(Self.types)
        return shared.contains(self) ? shared : [self]
    }

    /// Kinds that a gene may change to and keep its name.
    var successors: Set<GeneKind> {
        [Self.relations, Self.types].filter { $0.contains(self) }.reduce(into: []) { $0.formUnion($1) }
    }
}
