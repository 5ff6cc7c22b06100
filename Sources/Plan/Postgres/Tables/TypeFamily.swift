import AutogenSchema

/// Families of built-in types whose values are assigned to each other without a cast
/// (<https://www.postgresql.org/docs/current/catalog-pg-cast.html>).
enum TypeFamily {
    private enum Family { case text, number, time, bits, network, document }

    static func isText(_ type: String) -> Bool { family(of: base(type)) == .text }

    /// Whether the default, the keys and the checks of a column stay as they are when its type changes from one to the other.
    static func areClose(_ from: String, _ to: String) -> Bool {
        guard isArray(from) == isArray(to) else { return false }
        let (old, new) = (base(from), base(to))
        if old == new { return true }
        guard let family = family(of: old) else { return false }
        return family == self.family(of: new)
    }

    /// The casts that `USING` needs, one after the other; `nil` when the assignment needs none.
    static func conversion(from: String, to: String) -> [String]? {
        let (old, new) = (base(from), base(to))
        if isArray(from) == isArray(to) {
            if old == new || BuiltInCasts.assigned.contains("\(old) \(new)") { return nil }
            if BuiltInCasts.explicit.contains("\(old) \(new)") { return [to] }
            // Its one byte is no text to the server (<https://www.postgresql.org/docs/release/15.0/>).
            if new == "\"char\"" {
                return ["text", "character varying", "character"].contains(old) ? nil : ["text", to]
            }
            if let family = family(of: old), family == self.family(of: new), family != .document { return nil }
            if family(of: new) == .text { return nil }
            if family(of: old) == .text { return [to] }
            if (old == "integer" && new == "boolean") || (old == "boolean" && new == "integer") { return [to] }
            if family(of: old) == .document && family(of: new) == .document { return [to] }
        }
        return ["text", to]
    }

    /// Whether a value can go to another type by way of its text where there is a cast, too: the text of `3.5` is no integer,
    /// though the cast rounds it to one.
    static func isReadable(_ from: String, as to: String) -> Bool {
        let (old, new) = (base(from), base(to))
        if old == new || isArray(from) != isArray(to) { return true }
        let isInexact = ["numeric", "real", "double precision", "boolean"].contains(old)
        if ["smallint", "integer", "bigint"].contains(new), isInexact { return false }
        let pair = "\(old) \(new)"
        return !BuiltInCasts.assigned.contains(pair) && !BuiltInCasts.explicit.contains(pair)
            && !(new == "boolean" && family(of: old) == .number)
    }

    /// The storage of a type that can be stored out of line, as `pg_type.typstorage` has it; `SET STORAGE DEFAULT` came
    /// with server 16.
    static func usualStorage(of type: String) -> String {
        ["numeric", "inet", "cidr"].contains(base(type)) && !isArray(type) ? "MAIN" : "EXTENDED"
    }

    /// A type that takes values of any length: `character varying(20)[]` is `character varying[]`.
    static func unlimited(_ type: String) -> String {
        let bare = base(type)
        // Without a length, these have the length 1.
        let name = ["character": "bpchar", "bit": "bit varying"][bare] ?? bare
        return name + (isArray(type) ? "[]" : "")
    }

    /// The type without its modifier: `character varying(20)[]` is `character varying`.
    private static func base(_ type: String) -> String {
        var name = type
        while name.hasSuffix("[]") { name.removeLast(2) }
        if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")") {
            name.removeSubrange(open...close)
        }
        // `interval day to second`: the fields are a modifier, too.
        return name.hasPrefix("interval ") ? "interval" : name
    }

    private static func isArray(_ type: String) -> Bool { type.hasSuffix("[]") }

    private static func family(of type: String) -> Family? {
        switch type {
        case "text", "character varying", "character", "name", "\"char\"": .text
        case _ where ValueType.Plain.isCitext(type): .text
        case "smallint", "integer", "bigint", "numeric", "real", "double precision": .number
        case "date", "timestamp without time zone", "timestamp with time zone": .time
        case "bit", "bit varying": .bits
        case "inet", "cidr": .network
        case "json", "jsonb": .document
        default: nil
        }
    }
}

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
