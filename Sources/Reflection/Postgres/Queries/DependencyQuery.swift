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

/// Objects of the system catalogs that stand for another: the row type of a table, the array of a type, the rule of a
/// view, the copy of a trigger on a partition, the index of a constraint, the sequence of an identity column, the default
/// of a generated column or of a view's, what an operator class is made of, and the members of an extension.
enum AliasQuery: ReflectionQuery {
    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT 'pg_type'::regclass::oid, t.oid, 0, 'pg_class'::regclass::oid, t.typrelid, 0
        FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
        WHERE t.oid >= 16384 AND c.relkind <> 'c'
        UNION ALL
        SELECT 'pg_class'::regclass, t.typrelid, 0, 'pg_type'::regclass, t.oid, 0
        FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
        WHERE t.oid >= 16384 AND c.relkind = 'c'
        UNION ALL
        SELECT 'pg_type'::regclass, t.typarray, 0, 'pg_type'::regclass, t.oid, 0
        FROM pg_type t WHERE t.typarray >= 16384
        UNION ALL
        SELECT 'pg_type'::regclass, r.rngmultitypid, 0, 'pg_type'::regclass, r.rngtypid, 0
        FROM pg_range r WHERE r.rngmultitypid >= 16384
        UNION ALL
        SELECT 'pg_rewrite'::regclass, r.oid, 0, 'pg_class'::regclass, r.ev_class, 0
        FROM pg_rewrite r WHERE r.oid >= 16384 AND r.rulename = '_RETURN'
        UNION ALL
        SELECT 'pg_class'::regclass, k.conindid, 0, 'pg_constraint'::regclass, k.oid, 0
        FROM pg_constraint k WHERE k.contype IN ('p', 'u', 'x') AND k.conindid >= 16384
        UNION ALL
        SELECT 'pg_class'::regclass, d.objid, 0, d.refclassid, d.refobjid, d.refobjsubid
        FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S'
        WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'i' AND d.refobjsubid > 0
        UNION ALL
        SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, 0
        FROM pg_depend d WHERE d.deptype = 'e' AND d.refobjid >= 16384
        UNION ALL
        SELECT 'pg_publication_rel'::regclass, r.oid, 0, 'pg_publication'::regclass, r.prpubid, 0
        FROM pg_publication_rel r
        UNION ALL
        SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, 0
        FROM pg_depend d WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND d.objid >= 16384
          AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
          AND d.refobjid = CASE WHEN d.refclassid = 'pg_opclass'::regclass OR NOT EXISTS
            (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid AND e.refclassid = 'pg_opclass'::regclass)
            THEN d.refobjid END
        UNION ALL
        SELECT 'pg_trigger'::regclass, t.oid, 0, 'pg_trigger'::regclass, t.tgparentid, 0
        FROM pg_trigger t WHERE t.tgparentid <> 0
        UNION ALL
        SELECT 'pg_attrdef'::regclass, d.oid, 0, 'pg_class'::regclass, d.adrelid, d.adnum
        FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        JOIN pg_class c ON c.oid = d.adrelid
        WHERE a.attgenerated <> '' OR c.relkind = 'v'
        """
    }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readAliases(rows) }
}
