/// The system catalogs that objects live in; the raw values are their OIDs, fixed since PostgreSQL began
/// (`src/include/catalog/pg_*.h`).
enum SystemCatalog: Int, Sendable {
    case none = 0
    case type = 1247
    case function = 1255
    case relation = 1259
    case attributeDefault = 2604
    case cast = 2605
    case constraint = 2606
    case conversion = 2607
    case language = 2612
    case namespace = 2615
    case `operator` = 2617
    case rewrite = 2618
    case trigger = 2620
    case `extension` = 3079
    case policy = 3256
    case collation = 3456
    case statistics = 3381
    case eventTrigger = 3466
    case textSearchDictionary = 3600
    case textSearchParser = 3601
    case textSearchConfiguration = 3602
    case textSearchTemplate = 3764
    case publication = 6104
    case accessMethod = 2601
    case operatorClass = 2616
    case operatorFamily = 2753
    case foreignDataWrapper = 2328
    case server = 1417
    case userMapping = 1418
    case transform = 3576
    case subscription = 6100

    /// How queries call it.
    var name: String {
        switch self {
        case .none: "pg_class"
        case .type: "pg_type"
        case .function: "pg_proc"
        case .relation: "pg_class"
        case .attributeDefault: "pg_attrdef"
        case .cast: "pg_cast"
        case .constraint: "pg_constraint"
        case .conversion: "pg_conversion"
        case .language: "pg_language"
        case .namespace: "pg_namespace"
        case .operator: "pg_operator"
        case .rewrite: "pg_rewrite"
        case .trigger: "pg_trigger"
        case .extension: "pg_extension"
        case .policy: "pg_policy"
        case .collation: "pg_collation"
        case .statistics: "pg_statistic_ext"
        case .eventTrigger: "pg_event_trigger"
        case .textSearchDictionary: "pg_ts_dict"
        case .textSearchParser: "pg_ts_parser"
        case .textSearchConfiguration: "pg_ts_config"
        case .textSearchTemplate: "pg_ts_template"
        case .publication: "pg_publication"
        case .accessMethod: "pg_am"
        case .operatorClass: "pg_opclass"
        case .operatorFamily: "pg_opfamily"
        case .foreignDataWrapper: "pg_foreign_data_wrapper"
        case .server: "pg_foreign_server"
        case .userMapping: "pg_user_mapping"
        case .transform: "pg_transform"
        case .subscription: "pg_subscription"
        }
    }
}
