/// Casts between types of different families (`pg_cast`), as `from to`; the others go by way of text, which would read a
/// value as another or not at all.
enum BuiltInCasts {
    /// Done by the server itself.
    static let assigned: Set<String> = [
        "money numeric", "numeric money", "integer money", "bigint money", "macaddr macaddr8", "macaddr8 macaddr",
        "timestamp without time zone time without time zone", "timestamp with time zone time without time zone",
        "timestamp with time zone time with time zone", "time without time zone time with time zone",
        "time with time zone time without time zone", "time without time zone interval",
        "interval time without time zone", "integer oid", "bigint oid", "smallint oid", "oid integer", "oid bigint",
        "text regclass", "box polygon", "path polygon", "polygon path", "point box",
    ]
    /// Done where the script asks for it.
    static let explicit: Set<String> = [
        "bit integer", "bit bigint", "integer bit", "bigint bit", "jsonb boolean", "jsonb smallint", "jsonb integer",
        "jsonb bigint", "jsonb numeric", "jsonb real", "jsonb double precision", "polygon box", "polygon circle",
        "polygon point", "circle box", "circle point", "circle polygon", "box circle", "box lseg", "box point",
        "lseg point", "int4range int4multirange", "int8range int8multirange", "numrange nummultirange",
        "daterange datemultirange", "tsrange tsmultirange", "tstzrange tstzmultirange",
    ]
}
