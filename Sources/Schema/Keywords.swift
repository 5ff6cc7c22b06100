/// The words that can't stand bare as a name.
enum Keywords {
    /// PostgreSQL's reserved words (`pg_get_keywords()` but for category U, up to version 18) and the words that
    /// SQLite refuses as a name; one set for both, so that a statement reads alike on either.
    static let quoted: Set<String> = Set(
        """
        add all alter always analyse analyze and any array as asc asymmetric authorization autoincrement
        between bigint binary bit boolean both case cast char character check coalesce collate collation
        column commit concurrently constraint create cross current_catalog current_date current_role
        current_schema current_time current_timestamp current_user dec decimal default deferrable delete
        desc distinct do drop else end escape except exists extract false fetch float for foreign freeze
        from full generated grant greatest group grouping having if ilike in index initially inner inout
        insert int integer intersect interval into is isnull join lateral leading least left like limit
        localtime localtimestamp national natural nchar none normalize not nothing notnull null nullif
        numeric offset on only or order out outer overlaps overlay placing position precision primary
        raise real references returning right row select session_user set setof similar smallint some
        substring symmetric table tablesample then time timestamp to trailing transaction treat trim
        true union unique update user using values varchar variadic verbose when where window with
        xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
        xmlserialize xmltable
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
