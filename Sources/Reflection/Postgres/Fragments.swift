/// The columns that say who owns an object and what it grants.
enum Ownership {
    static func columns(owner: String, acl: String, type: String) -> String {
        """
        pg_get_userbyid(\(owner)) AS owner, \(acl)::text[] AS acl, acldefault('\(type)', \(owner))::text[] AS acldefault
        """
    }
}

enum Qualified {
    /// The qualified, quoted name of a collation.
    static func collation(_ oid: String) -> String {
        """
        (SELECT format('%I.%I', cn.nspname, co.collname) FROM pg_collation co \
        JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = \(oid))
        """
    }
}

enum FiringState {
    static func sql(_ column: String) -> String {
        "CASE \(column) WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' ELSE 'origin' END"
    }
}

enum ViewColumns {
    static func sql(_ relation: String) -> String {
        """
        (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) \
        || CASE WHEN a.attcollation <> ty.typcollation THEN jsonb_build_object('collation', \
        \(Qualified.collation("a.attcollation"))) ELSE '{}' END ORDER BY a.attnum) \
        FROM pg_attribute a JOIN pg_type ty ON ty.oid = a.atttypid \
        WHERE a.attrelid = \(relation).oid AND a.attnum > 0 AND NOT a.attisdropped)
        """
    }
}

enum SequenceOptions {
    /// The options of a sequence that differ from what `CREATE SEQUENCE` would choose for its type.
    static func sql(_ sequence: String) -> String {
        let s = sequence
        let limit =
            "CASE format_type(\(s).seqtypid, NULL) WHEN 'smallint' THEN 32767 WHEN 'integer' THEN 2147483647 ELSE 9223372036854775807 END"
        let minimum = "CASE WHEN \(s).seqincrement > 0 THEN 1 ELSE -\(limit) - 1 END"
        let maximum = "CASE WHEN \(s).seqincrement > 0 THEN \(limit) ELSE -1 END"
        return """
            array_remove(ARRAY[
              CASE WHEN \(s).seqstart <> CASE WHEN \(s).seqincrement > 0 THEN \(s).seqmin ELSE \(s).seqmax END
                   THEN 'START WITH ' || \(s).seqstart END,
              CASE WHEN \(s).seqincrement <> 1 THEN 'INCREMENT BY ' || \(s).seqincrement END,
              CASE WHEN \(s).seqmin <> \(minimum) THEN 'MINVALUE ' || \(s).seqmin END,
              CASE WHEN \(s).seqmax <> \(maximum) THEN 'MAXVALUE ' || \(s).seqmax END,
              CASE WHEN \(s).seqcache <> 1 THEN 'CACHE ' || \(s).seqcache END,
              CASE WHEN \(s).seqcycle THEN 'CYCLE' END], NULL)
            """
    }
}
