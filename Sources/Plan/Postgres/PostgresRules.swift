package import AutogenDiff
package import AutogenSchema

/// The DDL of PostgreSQL, 14 to 18.
package struct PostgresRules: DDLRules {
    package init() {}

    /// The rule of a kind; `nil` for what only SQLite has.
    static func rule(for kind: Kind) -> (any PostgresRule.Type)? {
        switch kind {
        case .namespace: NamespaceRule.self
        case .extension: ExtensionRule.self
        case .collation: CollationRule.self
        case .accessMethod: AccessMethodRule.self
        case .shellType: ShellTypeRule.self
        case .baseType: BaseTypeRule.self
        case .enumType: EnumRule.self
        case .domain: DomainRule.self
        case .domainConstraint: DomainConstraintRule.self
        case .compositeType: CompositeTypeRule.self
        case .rangeType: RangeTypeRule.self
        case .sequence: SequenceRule.self
        case .sequenceOwner: SequenceOwnerRule.self
        case .function: FunctionRule.self
        case .aggregate: AggregateRule.self
        case .operator: OperatorRule.self
        case .operatorFamily: OperatorFamilyRule.self
        case .operatorClass: OperatorClassRule.self
        case .table: TableRule.self
        case .column: ColumnRule.self
        case .columnDefault: ColumnDefaultRule.self
        case .constraint: ConstraintRule.self
        case .partition: PartitionRule.self
        case .index: IndexRule.self
        case .indexPartition: IndexPartitionRule.self
        case .view: ViewRule.self
        case .materializedView: MaterializedViewRule.self
        case .viewColumn: ViewColumnRule.self
        case .rule: RewriteRule.self
        case .trigger: TriggerRule.self
        case .policy: PolicyRule.self
        case .eventTrigger: EventTriggerRule.self
        case .language: LanguageRule.self
        case .cast: CastRule.self
        case .transform: TransformRule.self
        case .conversion: ConversionRule.self
        case .textSearchParser: TextSearchParserRule.self
        case .textSearchTemplate: TextSearchTemplateRule.self
        case .textSearchDictionary: TextSearchDictionaryRule.self
        case .textSearchConfiguration: TextSearchConfigurationRule.self
        case .foreignDataWrapper: ForeignDataWrapperRule.self
        case .server: ServerRule.self
        case .userMapping: UserMappingRule.self
        case .statistics: StatisticsRule.self
        case .publication: PublicationRule.self
        case .subscription: SubscriptionRule.self
        case .owner: OwnerRule.self
        case .grant: GrantRule.self
        case .defaultPrivileges: DefaultPrivilegesRule.self
        case .comment: CommentRule.self
        case .securityLabel: SecurityLabelRule.self
        case .virtualTable, .databaseOption: nil
        }
    }

    /// A new database has the schema `public` (<https://www.postgresql.org/docs/current/ddl-schemas.html>).
    package func emptyCatalog(version: ServerVersion) -> Catalog {
        var catalog = Catalog(dialect: .postgresql, version: version)
        catalog.insert(SchemaObject(ObjectID(.namespace, "public"), .namespace(Namespace())))
        return catalog
    }

    package func renamed(_ differences: Differences) -> Renamed { Renamings(differences).result }

    package func hazards(of renames: Renames, in target: Catalog) -> [Hazard] {
        FormerNames.hazards(of: renames, in: target)
    }

    package func strategy(for alteration: Alteration, in context: ObjectPlan) -> AlterStrategy {
        func open<R: PostgresRule>(_ rule: R.Type) -> AlterStrategy {
            guard let from = alteration.from.definition.body as? R.Body,
                let to = alteration.to.definition.body as? R.Body
            else { return .recreate }
            return rule.strategy(for: alteration, from: from, to: to, in: context)
        }
        return Self.rule(for: alteration.id.kind).map { open($0) } ?? .recreate
    }

    package func disturbed(byMaking object: SchemaObject, in context: ObjectPlan) -> Set<ObjectID> {
        func open<R: PostgresRule>(_ rule: R.Type) -> Set<ObjectID> {
            (object.definition.body as? R.Body).map { rule.disturbed(byMaking: object.id, $0, in: context) } ?? []
        }
        return Self.rule(for: object.kind).map { open($0) } ?? []
    }

    package func statements(for step: Step, with parts: [SchemaObject], in impact: Impact) -> [Statement] {
        let context = impact.objects
        func open<R: PostgresRule>(_ rule: R.Type) -> [Statement] {
            switch step {
            case .create(let object):
                guard let body = object.definition.body as? R.Body else { return [] }
                let identities = parts.filter { $0.kind == .column }
                let conversion =
                    impact.setAside.contains(object.id)
                    ? CompositeConversion.beginning(of: object.id, in: context) : []
                return rule.create(object.id, body, with: parts, in: context) + conversion
                    + ([object] + identities).flatMap { NewPrivileges.corrections(of: $0, in: context) }
            case .drop(let object):
                guard let body = object.definition.body as? R.Body else { return [] }
                let aside = impact.setAside.contains(object.id)
                var statements = rule.drop(TemporaryRename.lastID(of: object.id, in: impact), body, in: context)
                // The partitions of a table go with it, with their rows.
                if !statements.isEmpty {
                    statements[statements.count - 1].hazards += parts.flatMap { part -> [Hazard] in
                        guard case .table(let body) = part.definition else { return [] }
                        return TableRule.losses(part.id, body, in: context)
                    }
                }
                return (aside ? CompositeConversion.ending(of: object.id, in: context) : []) + statements
            case .alter(let alteration):
                guard let from = alteration.from.definition.body as? R.Body,
                    let to = alteration.to.definition.body as? R.Body
                else { return [] }
                let begins = (from as? Column)?.identity == nil && (to as? Column)?.identity != nil
                return rule.alter(alteration, from: from, to: to, in: context)
                    + (begins ? NewPrivileges.corrections(of: alteration.to, in: context) : [])
            case .setAside(let object):
                return TemporaryRename.statements(for: object, in: context)
            case .fill(let table):
                return TableFill(table, impact.fills[table] ?? [], in: context).statements
            }
        }
        var statements = Self.rule(for: step.id.kind).map { open($0) } ?? []
        // The rows of a partition are moved before it is attached.
        let own = step.id.kind == .partition ? statements.indices.last : statements.firstIndex { $0.head != nil }
        guard let place = own ?? statements.indices.first else { return [] }
        // What lets others work says itself what it takes.
        guard statements.allSatisfy({ $0.transaction == .shared }) else { return statements }
        statements[place].hazards += ExpectedUses.of(step, with: parts, in: context).map(Hazard.expected)
        return statements
    }

    package var canBeOnline: Bool { true }

    package func awaited(by step: Step, in context: ObjectPlan) -> Succession {
        Successions.awaited(by: step, in: context)
    }

    package func varies(_ expression: String) -> Bool { VolatileExpression.isVolatile(expression) }

    package func expansion(
        in context: ObjectPlan, keeping names: KeptNames
    ) throws(ExpansionError) -> Expansion? {
        try StandInView.added(
            to: try ColumnExpansion.expansion(of: names.columns, in: context), for: names.relations, in: context)
    }

    package func canSwap(
        _ object: SchemaObject, during changes: [Alteration], in context: ObjectPlan
    ) -> Bool {
        let isPrimaryKey = (context.from.body(object.id, as: Constraint.self))?.type == .primaryKey
        let isMinded = changes.contains { change in
            guard case .column(let column) = change.to.definition else { return true }
            return ColumnTypeChange.happens(change, in: context) || change.touches("generated")
                || isPrimaryKey && !column.notNull
        }
        guard !isMinded else { return false }
        return switch object.definition {
        case .index(let body): OnlineIndex.canSwap(object.id, body, in: context)
        case .constraint(let body): OnlineKey.canSwap(object.id, body, in: context)
        default: false
        }
    }

    package func setAside(in context: ObjectPlan) -> Set<ObjectID> { ColumnAsText.setAside(in: context) }

    package func rowWork(in context: ObjectPlan) -> RowWork {
        var work = RowWork()
        work.rowSources = context.dropped.filter { $0.kind == .table && RowMigration.takesOver(from: $0, in: context) }
        work.fills = TableFill.columns(in: context)
        work.filledAfterwards = Set(
            work.fills.values.joined().filter { TableFill.comesAfter($0, in: context) })
        return work
    }

    package func edges(for step: Step, in impact: Impact) -> [Edge] {
        let context = impact.objects
        let made: [ObjectID] =
            switch step {
            case .create(let object): predecessors(of: object, in: context)
            case .alter(let change):
                predecessors(of: change.to, in: context) + ColumnAsText.rewritten(under: change.id, in: context)
            case .drop(let object): successors(of: object, in: context)
            case .fill(let table): TableFill(table, impact.fills[table] ?? [], in: context).needs
            case .setAside: []
            }
        let aside = TemporaryRename.earlier(than: step, in: context) + ColumnAsText.holders(of: step, in: context)
        var edges = made.map(Edge.made)
        edges += earlierDrops(than: step, in: impact).map(Edge.dropped)
        edges += earlierAlterations(than: step, in: context).map(Edge.altered)
        edges += aside.map(Edge.setAside)
        edges += TableFill.awaited(by: step, in: impact).map(Edge.filled)
        return edges
    }

    package func unreadNeeds(in impact: Impact) -> [ObjectID: Set<ObjectID>] { BodyNames.needs(in: impact.objects) }

    private func earlierDrops(than step: Step, in impact: Impact) -> [ObjectID] {
        let context = impact.objects
        let arrivals = RowMigration.arrivals(before: step, in: context)
        return switch step {
        case .create(let object):
            PartitionOrdering.lostKeys(of: object, context) + PartitionOrdering.lostParts(under: object, context)
                + PartitionAdoption.losses(before: object, in: context)
                + PartitionOrdering.lostPartitions(before: object, context)
                + PartitionMoves.losses(before: object, in: context)
                + NewPrivileges.lost(before: object, in: context) + GrantRule.tableGrants(before: object.id)
                + OwnerChange.owner(before: object.id, in: context)
                + SequenceOwnerRule.endings(before: object.id, context)
                + InheritanceTree.namesakes(of: object.id, in: impact)
                + PartitionOrdering.leavers(before: step, context)
                + PartitionOrdering.ending(before: object.id, context)
                + arrivals
        case .drop(let object):
            PartitionOrdering.detachments(before: object, context)
                + InheritanceTree.partitions(of: object.id, in: context)
                + PartitionOrdering.ending(before: object.id, context)
                + PartitionOrdering.leavers(before: step, context)
                + InheritanceTree.dependents(below: object.id, in: context)
                + SequenceOwnerRule.sequences(of: object.id, context)
                + SequenceOwnerRule.endings(before: object.id, context) + arrivals
                + (OwnerRule.tableOwner(above: object.id, in: context).map { [$0] } ?? [])
        case .alter(let change):
            impact.droppedDependents(of: step).filter { minds(change, $0, context) }
                + Persistence.lostKeys(before: change, in: context)
                + Persistence.publications(before: change, in: context)
                + PartitionOrdering.ending(before: change.id, context)
                // A default holds no rows that something waits for.
                + InheritanceTree.dependents(below: change.id, in: context).filter {
                    $0.kind == .columnDefault || !impact.waitsForRows($0)
                }
                + SequenceOwnerRule.endings(before: change.id, context)
                + OwnerChange.owner(before: change.id, in: context)
                + PartitionOrdering.leavers(before: step, context)
                + CompositeTypeRule.columns(of: change.id, impact) + Inheritance.losses(before: change, in: context)
                + arrivals
        case .setAside(let object):
            arrivals
                + (context.dependents[object.id] ?? []).filter {
                    object.kind == .column && context.isTornDown($0) && !impact.waitsForRows($0)
                }
        case .fill: []
        }
    }

    private func earlierAlterations(than step: Step, in context: ObjectPlan) -> [ObjectID] {
        let returned = ColumnAsText.returned(before: step, in: context)
        return switch step {
        case .drop(let object):
            Inheritance.endings(before: object.id, in: context)
                + CompositeTypeRule.ending(before: object.id, in: context) + returned
        case .alter(let change):
            Inheritance.endings(before: change.id, in: context).filter { $0 != change.id }
                + Persistence.publications(before: change, in: context)
        case .create(let object): Inheritance.endings(beforeMaking: object.id, in: context) + returned
        case .setAside, .fill: []
        }
    }

    /// What takes over the numbers of a sequence or the rows of a table.
    private func successors(of object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        object.kind == .sequence
            ? SequenceContinuation.successors(of: object.id, in: context)
            : RowMigration.targets(of: object.id, in: context)
                + PartitionMoves.attachments(before: object.id, in: context)
                + PartitionOrdering.returners(before: object.id, context)
                + PartitionOrdering.ownerships(of: object.id, context)
    }

    /// Whether what needs an object must be gone before it is altered. What `ALTER TABLE` does to a table as a whole, its
    /// parts don't mind.
    private func minds(_ change: Alteration, _ dependent: ObjectID, _ context: ObjectPlan) -> Bool {
        switch change.id.kind {
        case .column: !PartitionOrdering.isDetached(dependent, context)
        case .table: context.from.parent(of: dependent) != change.id
        // A function gets another body, an enum more labels.
        case .function, .enumType: false
        default: true
        }
    }

    package func isRenamedAlone(_ object: Address, in start: Catalog, with renames: Renames) -> Bool {
        PostgresRenaming.isAlone(object, in: start, with: renames)
    }

    package func member(_ object: SchemaObject, with parts: [SchemaObject]) -> SQL? {
        switch object.definition {
        case .column(let body) where !body.inherited:
            let value = parts.lazy.compactMap { part -> String? in
                if case .columnDefault(let body) = part.definition { body.expression } else { nil }
            }.first
            return ColumnRule.definition(object.id, body, default: value)
        case .constraint(let body): return ConstraintRule.clause(object.id, body)
        default: return nil
        }
    }

    package func renamedAlong(with object: Address, in start: Catalog) -> [Address] {
        PostgresRenaming.along(with: object, in: start)
    }

    package func renaming(_ step: RenameStep, in start: Catalog) -> SQL {
        PostgresRenaming.statement(step, in: start)
    }

    package func occupiedNames(of object: SchemaObject) -> OccupiedNames {
        OccupiedNames(PostgresRules.occupiedNames(of: object), isMovable: TemporaryRename.isPossible(object.kind))
    }

    /// A base type is dropped together with its announcement and its functions, which it needs and which need it.
    package func droppedAlong(with lost: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        if case .owner(let owner) = lost.definition {
            return OwnerRule.columnGrants(to: owner.role, under: lost.id, in: context.from)
        }
        if lost.kind == .grant { return GrantRule.columnGrants(under: lost.id, in: context.from) }
        if lost.kind == .index || lost.kind == .constraint {
            return IndexParts.droppedAlong(with: lost.id, context)
        }
        if lost.kind == .indexPartition { return IndexParts.wholes(leftBy: lost.id, context) }
        guard lost.kind == .baseType else { return [] }
        let shell = ObjectID(.shellType, path: lost.id.path)
        let functions = context.from.needs(of: lost.id).filter {
            $0.kind == .function && context.from.needs(of: $0).contains(shell)
        }
        return [shell] + functions.sorted()
    }

    private func predecessors(of object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        func open<R: PostgresRule>(_ rule: R.Type) -> [ObjectID] {
            (object.definition.body as? R.Body).map { rule.predecessors(object.id, $0, in: context) } ?? []
        }
        let own = Self.rule(for: object.kind).map { open($0) } ?? []
        return own + Persistence.predecessors(of: object, in: context)
            + PartitionMoves.leaders(before: object, in: context)
            + NewPrivileges.predecessors(of: object, in: context) + GrantRule.tableGrants(before: object.id)
    }

    package func creationHost(of object: SchemaObject, in context: ObjectPlan) -> ObjectID? {
        StatementHosts.creation(of: object, in: context.to)
    }

    package func dropHosts(of object: SchemaObject, in context: ObjectPlan) -> DropHosts {
        guard context.successors[object.id] == nil else { return DropHosts([]) }
        // A column that goes with the attribute of a type, or with a parent's, has no statement of its own.
        let possible = StatementHosts.drop(of: object, in: context).filter { host in
            guard case .column(let body) = context.from[host]?.definition, context.isMade(object.id) else {
                return true
            }
            return !ColumnRule.drop(host, body, in: context).isEmpty
        }
        let place = ObjectID(.partition, path: object.id.path)
        return DropHosts(
            possible,
            required: PartitionKey.table(dividedBy: object.id, in: context.from) ?? silentHost(of: object, in: context),
            companion: object.kind == .table && context.from.contains(place) ? place : nil)
    }

    /// What a column goes with that has no statement of its own: nothing that waits for the one can come before the other.
    private func silentHost(of object: SchemaObject, in context: ObjectPlan) -> ObjectID? {
        guard case .column(let body) = object.definition, ColumnRule.drop(object.id, body, in: context).isEmpty else {
            return nil
        }
        return StatementHosts.drop(of: object, in: context).first(where: context.isTornDown)
    }

    package func action(
        on dependent: SchemaObject, atLossOf lost: SchemaObject, in context: ObjectPlan
    ) -> DependentAction {
        DependentActions.action(on: dependent, atLossOf: lost, in: context)
    }

    package func enveloped(_ statements: [Statement], in context: ObjectPlan) -> [Statement] {
        PostgresEnvelope.around(statements, in: context)
    }
}
