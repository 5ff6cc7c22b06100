import AutogenSchema

/// Triggers (`pg_trigger`); of the copies on partitions, those that fire at other times than the original.
struct TriggerQuery: CatalogQuery {
    static let kind = Kind.trigger
    static let catalog = SystemCatalog.trigger
    static let precondition = QueryPrecondition.made(in: .trigger, where: "NOT tgisinternal")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, c.relname AS id_relation, t.tgname AS id_name, c.oid AS of,
               CASE WHEN t.tgparentid = 0 THEN d.text END AS definition,
               CASE WHEN t.tgparentid = 0 THEN substr(d.text, length(d.head) + 1) END AS clause,
               t.tgconstraint <> 0 AS "constraint", t.tginitdeferred AS deferred,
               array_remove(ARRAY[CASE WHEN t.tgtype & 4 <> 0 THEN 'insert' END, CASE WHEN t.tgtype & 16 <> 0 THEN 'update' END,
                 CASE WHEN t.tgtype & 8 <> 0 THEN 'delete' END, CASE WHEN t.tgtype & 32 <> 0 THEN 'truncate' END], NULL) AS events,
               (SELECT array_agg(a.attname ORDER BY u.place)::text[] FROM unnest(t.tgattr::int2[]) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number) AS columns,
               t.tgparentid <> 0 AS "of parent", \(raw: FiringState.sql("t.tgenabled")) AS enabled
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_trigger whole ON whole.oid = t.tgparentid
        CROSS JOIN LATERAL (SELECT pg_get_triggerdef(t.oid) AS text,
          format('CREATE %sTRIGGER %I ', CASE WHEN t.tgconstraint <> 0 THEN 'CONSTRAINT ' END, t.tgname) AS head OFFSET 0) d
        WHERE NOT t.tgisinternal AND (whole.oid IS NULL OR whole.tgenabled <> t.tgenabled) AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}

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

/// Rewrite rules other than those that make views (`pg_rewrite`).
struct RuleQuery: CatalogQuery {
    static let kind = Kind.rule
    static let catalog = SystemCatalog.rewrite
    static let precondition = QueryPrecondition.made(in: .rewrite, where: "rulename <> '_RETURN'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT r.oid, n.nspname AS id_schema, c.relname AS id_relation, r.rulename AS id_name, c.oid AS of,
               d.text AS definition,
               substr(d.text, length(format('CREATE RULE %I AS', r.rulename)) + 1) AS clause, \(raw: FiringState.sql("r.ev_enabled")) AS enabled
        FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL (SELECT pg_get_ruledef(r.oid) AS text OFFSET 0) d
        WHERE r.rulename <> '_RETURN' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
