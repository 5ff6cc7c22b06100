import AutogenSchema

/// Conditions shared by the queries: what belongs to the system, to an extension or to autogen itself.
enum Filter {
    /// The schema is one of the user's: what is in the schema of an extension is left to it.
    static func userSchema(_ namespace: String) -> String {
        """
        \(namespace).nspname !~ '^pg_' AND \(namespace).nspname <> 'information_schema' \
        AND \(namespace).oid <> ALL (ARRAY(SELECT objid FROM pg_depend WHERE classid = 'pg_namespace'::regclass \
        AND deptype = 'e'))
        """
    }

    /// The object is not a member of an extension.
    static func notOfExtension(_ catalog: String, _ oid: String) -> String {
        """
        NOT EXISTS (SELECT FROM pg_depend ext WHERE ext.classid = '\(catalog)'::regclass AND ext.objid = \(oid) \
        AND ext.deptype = 'e')
        """
    }

    /// The object was not made as part of another, as the constructors of range types are.
    static func notInternal(_ catalog: String, _ oid: String) -> String {
        """
        NOT EXISTS (SELECT FROM pg_depend own WHERE own.classid = '\(catalog)'::regclass AND own.objid = \(oid) \
        AND own.deptype = 'i')
        """
    }

    /// The table is not the one in which autogen keeps the applied revisions.
    static let notVersionTable = "c.relname <> \(SQL.quoted(literal: VersionTableName.standard))"
}
