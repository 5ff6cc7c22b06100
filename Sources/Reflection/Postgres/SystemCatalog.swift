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
}
