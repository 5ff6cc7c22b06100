/// The options of an identity column's sequence.
enum SequenceOptions {
    /// `LOGGED` or `UNLOGGED`, where the sequence is otherwise than the table of its column.
    static func logging(_ sequence: String, of table: String) -> String {
        """
        (SELECT CASE WHEN sq.relpersistence = \(table).relpersistence THEN '{}' WHEN sq.relpersistence = 'u' \
        THEN '{UNLOGGED}' ELSE '{LOGGED}' END::text[] FROM pg_class sq WHERE sq.oid = \(sequence).seqrelid)
        """
    }

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
