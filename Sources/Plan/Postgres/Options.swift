import AutogenSchema

/// Lists of `name=value` options: storage parameters, view options, options of foreign tables.
enum Options {
    /// `fillfactor='70', autovacuum_enabled='false'`, as `WITH (...)` and `SET (...)` take them.
    static func list(_ options: [String]) -> SQL {
        "\(options.map { "\(raw: Self.name($0))=\(literal: Self.value($0))" as SQL }, separator: ", ")"
    }

    static func name(_ option: String) -> String { String(option.prefix { $0 != "=" }) }
    static func value(_ option: String) -> String { String(option.drop { $0 != "=" }.dropFirst()) }

    /// The clauses that take one list of options to another, its order included: what is set comes last
    /// (`transformRelOptions` in `reloptions.c`), even where it was there before.
    static func changes(from: [String], to: [String], head: SQL) -> [Statement] {
        let kept = (0...to.count).last { count in from.filter(to.prefix(count).contains) == Array(to.prefix(count)) }
        let set = Array(to.dropFirst(kept ?? 0))
        let names = to.map(name)
        let reset = from.map(name).filter { !names.contains($0) }
        var statements: [Statement] = []
        if !set.isEmpty { statements.append(Statement(head: head, "SET (\(list(set)))")) }
        if !reset.isEmpty { statements.append(Statement(head: head, "RESET (\(raw: reset.joined(separator: ", ")))")) }
        return statements
    }

    /// `OPTIONS (name 'value')` of foreign objects.
    static func foreign(_ options: [String]) -> SQL {
        let parts = options.map { "\(name: Self.name($0)) \(literal: Self.value($0))" as SQL }
        return "OPTIONS (\(parts, separator: ", "))"
    }

    /// `OPTIONS (ADD ..., SET ..., DROP ...)`; nothing when nothing differs.
    static func foreignChanges(from: [String], to: [String]) -> SQL? {
        let old = from.map { (name: name($0), value: value($0)) }.sorted { $0.name.precedes($1.name) }
        let new = to.map { (name: name($0), value: value($0)) }.sorted { $0.name.precedes($1.name) }
        var parts: [SQL] = []
        for (name, _) in old where !new.contains(where: { $0.name == name }) { parts.append("DROP \(name: name)") }
        for (name, value) in new {
            guard let before = old.first(where: { $0.name == name })?.value else {
                parts.append("ADD \(name: name) \(literal: value)")
                continue
            }
            if before != value { parts.append("SET \(name: name) \(literal: value)") }
        }
        return parts.isEmpty ? nil : "OPTIONS (\(parts, separator: ", "))"
    }
}
