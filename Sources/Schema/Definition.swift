/// One object of a schema without its name: a closed set, so that the compiler finds what a new kind misses.
///
/// Indirect, so that a copy is one reference, however many attributes there are.
public indirect enum Definition: Sendable, Hashable {
    /// The fields of a schema.
    case namespace(Namespace)
    /// The fields of an extension.
    case `extension`(Extension)
    /// The fields of a collation.
    case collation(Collation)
    /// The fields of an access method.
    case accessMethod(AccessMethod)
    /// A shell type, which has no fields.
    case shellType(ShellType)
    /// The fields of a base type.
    case baseType(BaseType)
    /// The fields of an enum type.
    case enumType(EnumType)
    /// The fields of a domain.
    case domain(Domain)
    /// The fields of a composite type.
    case compositeType(CompositeType)
    /// The fields of a range type.
    case rangeType(RangeType)
    /// The fields of a sequence.
    case sequence(SequenceGenerator)
    /// The fields of a function, procedure or window function.
    case function(Function)
    /// The fields of an aggregate function.
    case aggregate(Aggregate)
    /// The fields of an operator.
    case `operator`(Operator)
    /// The fields of an operator family.
    case operatorFamily(OperatorFamily)
    /// The fields of an operator class.
    case operatorClass(OperatorClass)
    /// The fields of a table.
    case table(Table)
    /// The fields of a column of a table.
    case column(Column)
    /// The fields of the default of a column.
    case columnDefault(ColumnDefault)
    /// The fields of the column that a sequence is owned by.
    case sequenceOwner(SequenceOwner)
    /// The fields of a constraint of a table.
    case constraint(Constraint)
    /// The fields of a table's place among partitions.
    case partition(Partition)
    /// The fields of a check of a domain.
    case domainConstraint(DomainConstraint)
    /// The fields of an index.
    case index(Index)
    /// The fields of an index's place among partitions.
    case indexPartition(IndexPartition)
    /// The fields of a virtual table.
    case virtualTable(VirtualTable)
    /// The fields of a view.
    case view(View)
    /// The fields of a materialized view.
    case materializedView(MaterializedView)
    /// The fields of a column of a view.
    case viewColumn(ViewColumn)
    /// The fields of a rewrite rule.
    case rule(Rule)
    /// The fields of a trigger.
    case trigger(Trigger)
    /// The fields of a row security policy.
    case policy(Policy)
    /// The fields of a procedural language.
    case language(Language)
    /// The fields of a cast.
    case cast(Cast)
    /// The fields of a transform.
    case transform(Transform)
    /// The fields of a conversion between encodings.
    case conversion(Conversion)
    /// The fields of a text search parser.
    case textSearchParser(TextSearchParser)
    /// The fields of a text search template.
    case textSearchTemplate(TextSearchTemplate)
    /// The fields of a text search dictionary.
    case textSearchDictionary(TextSearchDictionary)
    /// The fields of a text search configuration.
    case textSearchConfiguration(TextSearchConfiguration)
    /// The fields of a foreign data wrapper.
    case foreignDataWrapper(ForeignDataWrapper)
    /// The fields of a foreign server.
    case server(Server)
    /// The fields of a user mapping.
    case userMapping(UserMapping)
    /// The fields of extended statistics.
    case statistics(ExtendedStatistics)
    /// The fields of a publication.
    case publication(Publication)
    /// The fields of a subscription.
    case subscription(Subscription)
    /// The fields of an event trigger.
    case eventTrigger(EventTrigger)
    /// The fields of the owner of an object.
    case owner(Owner)
    /// The fields of what a role may do with an object.
    case grant(Grant)
    /// The fields of what new objects of a role get.
    case defaultPrivileges(DefaultPrivileges)
    /// The fields of the comment on an object.
    case comment(Comment)
    /// The fields of a label on an object.
    case securityLabel(SecurityLabel)
    /// The fields of a number in a SQLite file's header.
    case databaseOption(DatabaseOption)

    /// By the bytes of all text.
    public static func == (left: Definition, right: Definition) -> Bool { left.fingerprint == right.fingerprint }

    /// By the bytes of all text.
    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

    /// Of the kind and of all attributes that are compared.
    package var fingerprint: Fingerprint {
        var collector = FingerprintCollector(kind)
        visit(&collector)
        return collector.fingerprint
    }

    /// The attributes of the object, whatever its kind.
    package var body: any ObjectBody {
        switch self {
        case .namespace(let body): body
        case .extension(let body): body
        case .collation(let body): body
        case .accessMethod(let body): body
        case .shellType(let body): body
        case .baseType(let body): body
        case .enumType(let body): body
        case .domain(let body): body
        case .compositeType(let body): body
        case .rangeType(let body): body
        case .sequence(let body): body
        case .function(let body): body
        case .aggregate(let body): body
        case .operator(let body): body
        case .operatorFamily(let body): body
        case .operatorClass(let body): body
        case .table(let body): body
        case .column(let body): body
        case .columnDefault(let body): body
        case .sequenceOwner(let body): body
        case .constraint(let body): body
        case .partition(let body): body
        case .domainConstraint(let body): body
        case .index(let body): body
        case .indexPartition(let body): body
        case .virtualTable(let body): body
        case .view(let body): body
        case .materializedView(let body): body
        case .viewColumn(let body): body
        case .rule(let body): body
        case .trigger(let body): body
        case .policy(let body): body
        case .language(let body): body
        case .cast(let body): body
        case .transform(let body): body
        case .conversion(let body): body
        case .textSearchParser(let body): body
        case .textSearchTemplate(let body): body
        case .textSearchDictionary(let body): body
        case .textSearchConfiguration(let body): body
        case .foreignDataWrapper(let body): body
        case .server(let body): body
        case .userMapping(let body): body
        case .statistics(let body): body
        case .publication(let body): body
        case .subscription(let body): body
        case .eventTrigger(let body): body
        case .owner(let body): body
        case .grant(let body): body
        case .defaultPrivileges(let body): body
        case .comment(let body): body
        case .securityLabel(let body): body
        case .databaseOption(let body): body
        }
    }

    /// Hands every attribute to a visitor that changes none.
    func visit<V: FieldVisitor>(_ visitor: inout V) throws(V.Failure) {
        switch self {
        case .namespace(var body): try body.visit(&visitor)
        case .extension(var body): try body.visit(&visitor)
        case .collation(var body): try body.visit(&visitor)
        case .accessMethod(var body): try body.visit(&visitor)
        case .shellType(var body): try body.visit(&visitor)
        case .baseType(var body): try body.visit(&visitor)
        case .enumType(var body): try body.visit(&visitor)
        case .domain(var body): try body.visit(&visitor)
        case .compositeType(var body): try body.visit(&visitor)
        case .rangeType(var body): try body.visit(&visitor)
        case .sequence(var body): try body.visit(&visitor)
        case .function(var body): try body.visit(&visitor)
        case .aggregate(var body): try body.visit(&visitor)
        case .operator(var body): try body.visit(&visitor)
        case .operatorFamily(var body): try body.visit(&visitor)
        case .operatorClass(var body): try body.visit(&visitor)
        case .table(var body): try body.visit(&visitor)
        case .column(var body): try body.visit(&visitor)
        case .columnDefault(var body): try body.visit(&visitor)
        case .sequenceOwner(var body): try body.visit(&visitor)
        case .constraint(var body): try body.visit(&visitor)
        case .partition(var body): try body.visit(&visitor)
        case .domainConstraint(var body): try body.visit(&visitor)
        case .index(var body): try body.visit(&visitor)
        case .indexPartition(var body): try body.visit(&visitor)
        case .virtualTable(var body): try body.visit(&visitor)
        case .view(var body): try body.visit(&visitor)
        case .materializedView(var body): try body.visit(&visitor)
        case .viewColumn(var body): try body.visit(&visitor)
        case .rule(var body): try body.visit(&visitor)
        case .trigger(var body): try body.visit(&visitor)
        case .policy(var body): try body.visit(&visitor)
        case .language(var body): try body.visit(&visitor)
        case .cast(var body): try body.visit(&visitor)
        case .transform(var body): try body.visit(&visitor)
        case .conversion(var body): try body.visit(&visitor)
        case .textSearchParser(var body): try body.visit(&visitor)
        case .textSearchTemplate(var body): try body.visit(&visitor)
        case .textSearchDictionary(var body): try body.visit(&visitor)
        case .textSearchConfiguration(var body): try body.visit(&visitor)
        case .foreignDataWrapper(var body): try body.visit(&visitor)
        case .server(var body): try body.visit(&visitor)
        case .userMapping(var body): try body.visit(&visitor)
        case .statistics(var body): try body.visit(&visitor)
        case .publication(var body): try body.visit(&visitor)
        case .subscription(var body): try body.visit(&visitor)
        case .eventTrigger(var body): try body.visit(&visitor)
        case .owner(var body): try body.visit(&visitor)
        case .grant(var body): try body.visit(&visitor)
        case .defaultPrivileges(var body): try body.visit(&visitor)
        case .comment(var body): try body.visit(&visitor)
        case .securityLabel(var body): try body.visit(&visitor)
        case .databaseOption(var body): try body.visit(&visitor)
        }
    }

    /// An object of a kind whose attributes come from a visitor, such as one that reads a row or a snapshot.
    package init<V: FieldVisitor>(_ kind: Kind, reading visitor: inout V) throws(V.Failure) {
        switch kind {
        case .namespace: self = .namespace(try Namespace(reading: &visitor))
        case .extension: self = .extension(try Extension(reading: &visitor))
        case .collation: self = .collation(try Collation(reading: &visitor))
        case .accessMethod: self = .accessMethod(try AccessMethod(reading: &visitor))
        case .shellType: self = .shellType(try ShellType(reading: &visitor))
        case .baseType: self = .baseType(try BaseType(reading: &visitor))
        case .enumType: self = .enumType(try EnumType(reading: &visitor))
        case .domain: self = .domain(try Domain(reading: &visitor))
        case .compositeType: self = .compositeType(try CompositeType(reading: &visitor))
        case .rangeType: self = .rangeType(try RangeType(reading: &visitor))
        case .sequence: self = .sequence(try SequenceGenerator(reading: &visitor))
        case .function: self = .function(try Function(reading: &visitor))
        case .aggregate: self = .aggregate(try Aggregate(reading: &visitor))
        case .operator: self = .operator(try Operator(reading: &visitor))
        case .operatorFamily: self = .operatorFamily(try OperatorFamily(reading: &visitor))
        case .operatorClass: self = .operatorClass(try OperatorClass(reading: &visitor))
        case .table: self = .table(try Table(reading: &visitor))
        case .column: self = .column(try Column(reading: &visitor))
        case .columnDefault: self = .columnDefault(try ColumnDefault(reading: &visitor))
        case .sequenceOwner: self = .sequenceOwner(try SequenceOwner(reading: &visitor))
        case .constraint: self = .constraint(try Constraint(reading: &visitor))
        case .partition: self = .partition(try Partition(reading: &visitor))
        case .domainConstraint: self = .domainConstraint(try DomainConstraint(reading: &visitor))
        case .index: self = .index(try Index(reading: &visitor))
        case .indexPartition: self = .indexPartition(try IndexPartition(reading: &visitor))
        case .virtualTable: self = .virtualTable(try VirtualTable(reading: &visitor))
        case .view: self = .view(try View(reading: &visitor))
        case .materializedView: self = .materializedView(try MaterializedView(reading: &visitor))
        case .viewColumn: self = .viewColumn(try ViewColumn(reading: &visitor))
        case .rule: self = .rule(try Rule(reading: &visitor))
        case .trigger: self = .trigger(try Trigger(reading: &visitor))
        case .policy: self = .policy(try Policy(reading: &visitor))
        case .language: self = .language(try Language(reading: &visitor))
        case .cast: self = .cast(try Cast(reading: &visitor))
        case .transform: self = .transform(try Transform(reading: &visitor))
        case .conversion: self = .conversion(try Conversion(reading: &visitor))
        case .textSearchParser: self = .textSearchParser(try TextSearchParser(reading: &visitor))
        case .textSearchTemplate: self = .textSearchTemplate(try TextSearchTemplate(reading: &visitor))
        case .textSearchDictionary: self = .textSearchDictionary(try TextSearchDictionary(reading: &visitor))
        case .textSearchConfiguration: self = .textSearchConfiguration(try TextSearchConfiguration(reading: &visitor))
        case .foreignDataWrapper: self = .foreignDataWrapper(try ForeignDataWrapper(reading: &visitor))
        case .server: self = .server(try Server(reading: &visitor))
        case .userMapping: self = .userMapping(try UserMapping(reading: &visitor))
        case .statistics: self = .statistics(try ExtendedStatistics(reading: &visitor))
        case .publication: self = .publication(try Publication(reading: &visitor))
        case .subscription: self = .subscription(try Subscription(reading: &visitor))
        case .eventTrigger: self = .eventTrigger(try EventTrigger(reading: &visitor))
        case .owner: self = .owner(try Owner(reading: &visitor))
        case .grant: self = .grant(try Grant(reading: &visitor))
        case .defaultPrivileges: self = .defaultPrivileges(try DefaultPrivileges(reading: &visitor))
        case .comment: self = .comment(try Comment(reading: &visitor))
        case .securityLabel: self = .securityLabel(try SecurityLabel(reading: &visitor))
        case .databaseOption: self = .databaseOption(try DatabaseOption(reading: &visitor))
        }
    }

    /// What kind of object it is.
    public var kind: Kind {
        switch self {
        case .namespace: .namespace
        case .extension: .extension
        case .collation: .collation
        case .accessMethod: .accessMethod
        case .shellType: .shellType
        case .baseType: .baseType
        case .enumType: .enumType
        case .domain: .domain
        case .compositeType: .compositeType
        case .rangeType: .rangeType
        case .sequence: .sequence
        case .function: .function
        case .aggregate: .aggregate
        case .operator: .operator
        case .operatorFamily: .operatorFamily
        case .operatorClass: .operatorClass
        case .table: .table
        case .column: .column
        case .columnDefault: .columnDefault
        case .sequenceOwner: .sequenceOwner
        case .constraint: .constraint
        case .partition: .partition
        case .domainConstraint: .domainConstraint
        case .index: .index
        case .indexPartition: .indexPartition
        case .virtualTable: .virtualTable
        case .view: .view
        case .materializedView: .materializedView
        case .viewColumn: .viewColumn
        case .rule: .rule
        case .trigger: .trigger
        case .policy: .policy
        case .language: .language
        case .cast: .cast
        case .transform: .transform
        case .conversion: .conversion
        case .textSearchParser: .textSearchParser
        case .textSearchTemplate: .textSearchTemplate
        case .textSearchDictionary: .textSearchDictionary
        case .textSearchConfiguration: .textSearchConfiguration
        case .foreignDataWrapper: .foreignDataWrapper
        case .server: .server
        case .userMapping: .userMapping
        case .statistics: .statistics
        case .publication: .publication
        case .subscription: .subscription
        case .eventTrigger: .eventTrigger
        case .owner: .owner
        case .grant: .grant
        case .defaultPrivileges: .defaultPrivileges
        case .comment: .comment
        case .securityLabel: .securityLabel
        case .databaseOption: .databaseOption
        }
    }
}
