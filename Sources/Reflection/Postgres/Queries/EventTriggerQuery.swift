import AutogenSchema

/// Event triggers (`pg_event_trigger`).
struct EventTriggerQuery: CatalogQuery {
    static let kind = Kind.eventTrigger
    static let catalog = SystemCatalog.eventTrigger

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT e.oid, e.evtname AS id_name, e.evtevent AS event, e.evttags AS tags,
               format('%I.%I', n.nspname, p.proname) AS function, \(raw: FiringState.sql("e.evtenabled")) AS enabled,
               pg_get_userbyid(e.evtowner) AS owner
        FROM pg_event_trigger e JOIN pg_proc p ON p.oid = e.evtfoid JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE \(raw: Filter.notOfExtension("pg_event_trigger", "e.oid"))
        """
    }
}
