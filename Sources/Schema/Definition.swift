/// One object of a schema without its name: a closed set, so that the compiler finds what a new kind misses.
public enum Definition: Sendable, Hashable {
    case namespace(Namespace)
    case `extension`(Extension)
    case collation(Collation)
    case enumType(EnumType)
    case domain(Domain)
    case compositeType(CompositeType)
    case rangeType(RangeType)
    case sequence(SequenceGenerator)
    case function(Function)
    case aggregate(Aggregate)
    case table(Table)
    case column(Column)
    case columnDefault(ColumnDefault)
    case sequenceOwner(SequenceOwner)
    case constraint(Constraint)
    case domainConstraint(DomainConstraint)
    case index(Index)
    case virtualTable(VirtualTable)
    case view(View)
    case materializedView(MaterializedView)
    case rule(Rule)
    case trigger(Trigger)
    case policy(Policy)
    case eventTrigger(EventTrigger)
    case owner(Owner)
    case grant(Grant)
    case defaultPrivileges(DefaultPrivileges)
    case comment(Comment)

    /// The attributes of the object, whatever its kind.
    public var body: any ObjectBody {
        switch self {
        case .namespace(let body): body
        case .extension(let body): body
        case .collation(let body): body
        case .enumType(let body): body
        case .domain(let body): body
        case .compositeType(let body): body
        case .rangeType(let body): body
        case .sequence(let body): body
        case .function(let body): body
        case .aggregate(let body): body
        case .table(let body): body
        case .column(let body): body
        case .columnDefault(let body): body
        case .sequenceOwner(let body): body
        case .constraint(let body): body
        case .domainConstraint(let body): body
        case .index(let body): body
        case .virtualTable(let body): body
        case .view(let body): body
        case .materializedView(let body): body
        case .rule(let body): body
        case .trigger(let body): body
        case .policy(let body): body
        case .eventTrigger(let body): body
        case .owner(let body): body
        case .grant(let body): body
        case .defaultPrivileges(let body): body
        case .comment(let body): body
        }
    }

    /// An object of a kind with attributes read from a snapshot.
    init(_ kind: Kind, json: [String: JSON], place: String) throws(SnapshotError) {
        switch kind {
        case .namespace: self = .namespace(try Namespace(json: json, place: place))
        case .extension: self = .extension(try Extension(json: json, place: place))
        case .collation: self = .collation(try Collation(json: json, place: place))
        case .enumType: self = .enumType(try EnumType(json: json, place: place))
        case .domain: self = .domain(try Domain(json: json, place: place))
        case .compositeType: self = .compositeType(try CompositeType(json: json, place: place))
        case .rangeType: self = .rangeType(try RangeType(json: json, place: place))
        case .sequence: self = .sequence(try SequenceGenerator(json: json, place: place))
        case .function: self = .function(try Function(json: json, place: place))
        case .aggregate: self = .aggregate(try Aggregate(json: json, place: place))
        case .table: self = .table(try Table(json: json, place: place))
        case .column: self = .column(try Column(json: json, place: place))
        case .columnDefault: self = .columnDefault(try ColumnDefault(json: json, place: place))
        case .sequenceOwner: self = .sequenceOwner(try SequenceOwner(json: json, place: place))
        case .constraint: self = .constraint(try Constraint(json: json, place: place))
        case .domainConstraint: self = .domainConstraint(try DomainConstraint(json: json, place: place))
        case .index: self = .index(try Index(json: json, place: place))
        case .virtualTable: self = .virtualTable(try VirtualTable(json: json, place: place))
        case .view: self = .view(try View(json: json, place: place))
        case .materializedView: self = .materializedView(try MaterializedView(json: json, place: place))
        case .rule: self = .rule(try Rule(json: json, place: place))
        case .trigger: self = .trigger(try Trigger(json: json, place: place))
        case .policy: self = .policy(try Policy(json: json, place: place))
        case .eventTrigger: self = .eventTrigger(try EventTrigger(json: json, place: place))
        case .owner: self = .owner(try Owner(json: json, place: place))
        case .grant: self = .grant(try Grant(json: json, place: place))
        case .defaultPrivileges: self = .defaultPrivileges(try DefaultPrivileges(json: json, place: place))
        case .comment: self = .comment(try Comment(json: json, place: place))
        }
    }

    public var kind: Kind { type(of: body).kind }
}
