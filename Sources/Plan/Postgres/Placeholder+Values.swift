/// Values of the built-in types that say as little as possible.
extension Placeholder {
    static func value(of family: String, type: String) -> String? {
        if family.hasSuffix("[]") { return "'{}'" }
        return switch family {
        case "text", "character varying", "character", "name", "\"char\"", "bytea", "tsvector", "tsquery",
            "public.citext", "public.hstore":
            "''"
        case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "oid": "0"
        case "boolean": "false"
        case "date", "timestamp without time zone", "timestamp with time zone", "time without time zone",
            "time with time zone":
            "now()"
        case "interval": "'0'"
        case "uuid": "gen_random_uuid()"
        case "json", "jsonb": "'{}'"
        case "bit", "bit varying": "B'0'::\(type)"
        case "inet", "cidr": "'0.0.0.0'"
        case "macaddr": "'00:00:00:00:00:00'"
        case "macaddr8": "'00:00:00:00:00:00:00:00'"
        case "pg_lsn": "'0/0'"
        case "point": "'(0,0)'"
        case "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange": "'empty'"
        case "int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange", "datemultirange":
            "'{}'"
        default: nil
        }
    }

    /// A value of its own for each row, from its number.
    static func numbered(_ family: String) -> String? {
        switch family {
        case "smallint", "integer", "bigint", "numeric", "real", "double precision": "rows.number"
        case "text", "character varying", "character", "public.citext": "rows.number::text"
        case "date": "CURRENT_DATE + rows.number::integer"
        default: nil
        }
    }
}
