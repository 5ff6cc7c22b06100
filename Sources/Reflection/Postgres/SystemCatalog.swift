/// The system catalogs that objects live in; the raw values are their OIDs, fixed since PostgreSQL began
/// (`src/include/catalog/pg_*.h`).
enum SystemCatalog: Int, Sendable {
    case none = 0
    case type = 1247
    case function = 1255
    case relation = 1259
    case attributeDefault = 2604
    case constraint = 2606
    case namespace = 2615
    case `operator` = 2617
    case rewrite = 2618
    case trigger = 2620
    case `extension` = 3079
    case policy = 3256
    case collation = 3456
    case eventTrigger = 3466
}
