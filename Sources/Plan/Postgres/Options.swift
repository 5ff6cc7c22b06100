import AutogenSchema

/// Lists of `name=value` options: storage parameters, view options, options of foreign tables.
enum Options {
    /// `fillfactor='70', autovacuum_enabled='false'`, as `WITH (...)` and `SET (...)` take them.
    static func list(_ options: [String]) -> SQL {
        "\(options.map { "\(raw: Self.name($0))=\(literal: Self.value($0))" as SQL }, separator: ", ")"
    }

    static func name(_ option: String) -> String { String(option.prefix { $0 != "=" }) }
    static func value(_ option: String) -> String { String(option.drop { $0 != "=" }.dropFirst()) }

    /// The clauses that take one list of options to another.
    static func changes(from: [String], to: [String], head: SQL) -> [Statement] {
        let set = to.filter { !from.contains($0) }
        let names = Set(to.map(name))
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
        let old = Dictionary(from.map { (name($0), value($0)) }, uniquingKeysWith: { $1 })
        let new = Dictionary(to.map { (name($0), value($0)) }, uniquingKeysWith: { $1 })
        var parts: [SQL] = []
        for name in old.keys.sorted() where new[name] == nil { parts.append("DROP \(name: name)") }
        for (name, value) in new.sorted(by: { $0.key < $1.key }) {
            guard let before = old[name] else {
                parts.append("ADD \(name: name) \(literal: value)")
                continue
            }
            if before != value { parts.append("SET \(name: name) \(literal: value)") }
        }
        return parts.isEmpty ? nil : "OPTIONS (\(parts, separator: ", "))"
    }
}
