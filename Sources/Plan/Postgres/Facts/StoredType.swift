import AutogenSchema

/// How values of a type lie on disk.
enum StoredType {
    /// Whether the server takes the bytes of one type for those of another, so that no row is written anew: what is called
    /// binary coercible in `pg_cast`, and what is only given more room
    /// (<https://www.postgresql.org/docs/current/sql-createcast.html>, <https://www.postgresql.org/docs/release/9.2.0/>).
    static func isKept(from old: String, to new: String, _ before: Catalog, _ after: Catalog) -> Bool {
        if isChecked(new, in: after) { return old == new }
        let (old, new) = (ValueType(old, in: before), ValueType(new, in: after))
        return switch (old, new) {
        case (.plain(let old), .plain(let new)): isKept(old, new)
        default: old == new
        }
    }

    /// Whether it is a domain with something that each value must fulfil.
    static func isChecked(_ type: String, in catalog: Catalog) -> Bool {
        guard type.contains("."),
            let domain = catalog.ids(of: .domain).first(where: { SQL.dotted($0.path) == type })
        else { return false }
        if catalog.body(domain, as: Domain.self)?.notNull == true { return true }
        return catalog.ids(of: .domainConstraint).contains { $0.path.dropLast() == domain.path[...] }
            || catalog.body(domain, as: Domain.self).map { isChecked($0.type, in: catalog) } ?? false
    }

    private static func isKept(_ old: ValueType.Plain, _ new: ValueType.Plain) -> Bool {
        switch (old.base, new.base) {
        case ("character varying", "text"), ("character varying", "character varying"), ("text", "character varying"),
            ("text", "text"):
            new.numbers.isEmpty || old.base == new.base && old.limit <= new.limit
        case ("numeric", "numeric"):
            new.numbers.isEmpty || old.scale == new.scale && (old.whole ?? .max) <= (new.whole ?? .max)
        case ("bit varying", "bit varying"): new.numbers.isEmpty || old.limit <= new.limit
        case ("cidr", "inet"), ("xml", "text"), ("xml", "character varying"): new.numbers.isEmpty
        case ("text", "character"), ("character varying", "character"): new.numbers.isEmpty
        case let (old_, new_) where old_ == new_ && (old.isTimestamp || old_.hasPrefix("time ") || old.isInterval):
            new.limit >= min(old.limit, 6)
        default: old == new
        }
    }
}
