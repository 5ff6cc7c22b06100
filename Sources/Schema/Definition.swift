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
        visitFields(&collector)
        return collector.fingerprint
    }

    /// The attributes of the object, whatever its kind.
    package var body: any ObjectBody {
        var eraser = Eraser()
        return apply(&eraser)
    }

    /// What kind of object it is.
    public var kind: Kind {
        var reader = KindReader()
        return apply(&reader)
    }

    /// Hands every attribute to a visitor that changes none.
    func visitFields<V: FieldVisitor>(_ visitor: inout V) throws(V.Failure) {
        var walk = FieldWalk(visitor: visitor)
        defer { visitor = walk.visitor }
        try apply(&walk)
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

    /// Hands the attributes over by their own type.
    private func apply<V: BodyVisitor>(_ visitor: inout V) throws(V.Failure) -> V.Result {
        switch self {
        case .namespace(let body): try visitor.see(body)
        case .extension(let body): try visitor.see(body)
        case .collation(let body): try visitor.see(body)
        case .accessMethod(let body): try visitor.see(body)
        case .shellType(let body): try visitor.see(body)
        case .baseType(let body): try visitor.see(body)
        case .enumType(let body): try visitor.see(body)
        case .domain(let body): try visitor.see(body)
        case .compositeType(let body): try visitor.see(body)
        case .rangeType(let body): try visitor.see(body)
        case .sequence(let body): try visitor.see(body)
        case .function(let body): try visitor.see(body)
        case .aggregate(let body): try visitor.see(body)
        case .operator(let body): try visitor.see(body)
        case .operatorFamily(let body): try visitor.see(body)
        case .operatorClass(let body): try visitor.see(body)
        case .table(let body): try visitor.see(body)
        case .column(let body): try visitor.see(body)
        case .columnDefault(let body): try visitor.see(body)
        case .sequenceOwner(let body): try visitor.see(body)
        case .constraint(let body): try visitor.see(body)
        case .partition(let body): try visitor.see(body)
        case .domainConstraint(let body): try visitor.see(body)
        case .index(let body): try visitor.see(body)
        case .indexPartition(let body): try visitor.see(body)
        case .virtualTable(let body): try visitor.see(body)
        case .view(let body): try visitor.see(body)
        case .materializedView(let body): try visitor.see(body)
        case .viewColumn(let body): try visitor.see(body)
        case .rule(let body): try visitor.see(body)
        case .trigger(let body): try visitor.see(body)
        case .policy(let body): try visitor.see(body)
        case .language(let body): try visitor.see(body)
        case .cast(let body): try visitor.see(body)
        case .transform(let body): try visitor.see(body)
        case .conversion(let body): try visitor.see(body)
        case .textSearchParser(let body): try visitor.see(body)
        case .textSearchTemplate(let body): try visitor.see(body)
        case .textSearchDictionary(let body): try visitor.see(body)
        case .textSearchConfiguration(let body): try visitor.see(body)
        case .foreignDataWrapper(let body): try visitor.see(body)
        case .server(let body): try visitor.see(body)
        case .userMapping(let body): try visitor.see(body)
        case .statistics(let body): try visitor.see(body)
        case .publication(let body): try visitor.see(body)
        case .subscription(let body): try visitor.see(body)
        case .eventTrigger(let body): try visitor.see(body)
        case .owner(let body): try visitor.see(body)
        case .grant(let body): try visitor.see(body)
        case .defaultPrivileges(let body): try visitor.see(body)
        case .comment(let body): try visitor.see(body)
        case .securityLabel(let body): try visitor.see(body)
        case .databaseOption(let body): try visitor.see(body)
        }
    }
}

/// Looks at the attributes of an object by their own type.
private protocol BodyVisitor {
    associatedtype Result
    associatedtype Failure: Error
    mutating func see<Body: ObjectBody>(_ body: Body) throws(Failure) -> Result
}

private struct Eraser: BodyVisitor {
    func see<Body: ObjectBody>(_ body: Body) -> any ObjectBody { body }
}

private struct KindReader: BodyVisitor {
    func see<Body: ObjectBody>(_ body: Body) -> Kind { Body.kind }
}

private struct FieldWalk<V: FieldVisitor>: BodyVisitor {
    var visitor: V

    mutating func see<Body: ObjectBody>(_ body: Body) throws(V.Failure) {
        var copy = body
        try copy.visitFields(&visitor)
    }
}
