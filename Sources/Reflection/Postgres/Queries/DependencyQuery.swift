import AutogenConnection
import AutogenSchema

/// What needs what (`pg_depend`, <https://www.postgresql.org/docs/current/catalog-pg-depend.html>).
///
/// Left out: what extensions own, the ties between partitions (objects of their own here), the ownership of sequences
/// (likewise), and objects of the system.
enum DependencyQuery: ReflectionQuery {
    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid,
               CASE WHEN d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass AND EXISTS
                      (SELECT FROM pg_type t WHERE t.oid = d.refobjid AND d.objid IN (t.typinput, t.typoutput,
                       t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze, t.typsubscript))
                    THEN 1 ELSE d.refobjsubid END
        FROM pg_depend d
        WHERE d.objid >= 16384 AND d.refobjid >= 16384
          AND (d.deptype IN ('n', 'a', 'i') OR d.deptype = 'P' AND d.classid = 'pg_trigger'::regclass
               AND d.refclassid = 'pg_trigger'::regclass)
          AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0
                   AND EXISTS (SELECT FROM pg_class c WHERE c.oid = d.objid AND c.relkind = 'S'))
          AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid = 0
                   AND EXISTS (SELECT FROM pg_class c WHERE c.oid = d.objid AND c.relispartition)
                   AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = d.objid AND i.inhparent = d.refobjid))
        UNION ALL
        SELECT 'pg_type'::regclass, t.oid, 0, 'pg_type'::regclass, t.oid, 1
        FROM pg_type t WHERE t.oid >= 16384 AND t.typtype = 'b' AND t.typisdefined
        """
    }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readDependencies(rows) }
}
