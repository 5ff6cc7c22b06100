import AutogenSQLText
import AutogenSchema

/// What is known of tables, types and names by now.
extension RowForecast {
    /// `nil` for what is no table, or not there.
    mutating func table(_ path: [String]) -> Table? {
        let key = key(path)
        if let table = tables[key] { return table }
        guard !gone.contains(key) else { return nil }
        if let reason = everything ?? (path.count == 1 ? unqualified : nil) {
            return Table(path: path, rows: .unknown(reason))
        }
        guard let known = facts.tables[path] else {
            missing.tables.insert(path)
            return Table(path: path, rows: .unknown("nobody has looked"))
        }
        return known.map { facts in
            Table(path: path, rows: .source(ForecastRows(table: facts, as: path.last ?? "", dialect)), facts: facts)
        }
    }

    /// What there is to know of a type; `nil` for one that the scripts have made or changed.
    mutating func typeFacts(_ type: String) -> TypeFacts? {
        guard reason(against: [type], nil) == nil else { return nil }
        var reader = SQLReader(type, dialect.syntax)
        guard labels(of: reader.name() ?? []) == nil else { return nil }
        guard let known = facts.types[type] else {
            missing.types.insert(type)
            return TypeFacts()
        }
        return known
    }

    /// Why nobody knows what an expression is for the rows of a table: it names what is not what it was.
    func reason(against texts: [String], _ table: Table?) -> String? {
        guard !changed.isEmpty || table?.hidden.isEmpty == false else { return nil }
        for text in texts {
            var reader = SQLReader(text, dialect.syntax)
            while let token = reader.next() {
                guard let name = reader.name(of: token).map(dialect.syntax.key) else { continue }
                if let reason = changed[name] ?? table?.hidden[name] { return reason }
            }
        }
        return nil
    }

    mutating func change(word: String, _ why: String) {
        changed[dialect.syntax.key(of: word)] = "\(place.text) \(why)"
    }

    mutating func hide(_ column: String, of path: [String], _ reason: String) {
        guard var table = table(path) else { return }
        table.hidden[dialect.syntax.key(of: column)] = reason
        put(table)
    }

    /// A change of a table's rows is one of those that it shares them with.
    mutating func changeRelatives(of path: [String], _ why: String) {
        for relative in table(path)?.facts?.relatives ?? [] { forget(relative, why) }
    }

    /// The tables that refer to one are changed with it, and those that refer to them.
    mutating func changeReferrers(of path: [String], _ why: String) {
        var seen: Set<[String]> = [key(path)]
        var waiting = [path]
        while let next = waiting.popLast() {
            let known = table(next)?.facts?.referrers.map(\.table) ?? []
            for referrer in known + (referrers[key(next)] ?? []) {
                if key(referrer) == key(next) { forget(referrer, why) }
                guard seen.insert(key(referrer)).inserted else { continue }
                forget(referrer, why)
                waiting.append(referrer)
            }
        }
    }

    mutating func refer(_ table: [String], to target: [String]) { referrers[key(target), default: []].insert(table) }

    mutating func domainColumns(_ path: [String]) -> [DatabaseFacts.DomainColumn] {
        guard let known = facts.domains[path] else {
            missing.domains.insert(path)
            return []
        }
        return known
    }

    mutating func put(_ table: Table) { tables[key(table.path)] = table }

    mutating func remove(_ path: [String]) {
        tables[key(path)] = nil
        gone.insert(key(path))
    }

    mutating func rename(_ path: [String], to new: [String]) {
        guard var table = table(path) else { return }
        remove(path)
        var whole = new
        if new.count == 1, let schema = table.facts?.path.first, isPostgres {
            whole = [schema] + new
            aliases[new] = whole
        }
        table.path = new
        gone.remove(key(whole))
        put(table)
    }

    /// Changes the rows of a table that there are.
    mutating func change(_ path: [String], _ body: (inout ForecastRows) -> Void) {
        guard var table = table(path) else { return }
        if case .source(var source) = table.rows {
            source = source.named(path.last ?? "")
            body(&source)
            table.rows = .source(source)
        }
        put(table)
    }

    mutating func forget(_ path: [String], _ why: String) {
        guard var table = table(path) else { return forgetAll("\(SQL.shown(path)) is no table, and \(why)") }
        table.rows = .unknown("\(place.text) \(why)")
        put(table)
    }

    mutating func forgetAll(_ why: String) {
        let reason = "\(place.text) \(why)"
        everything = everything ?? reason
        for key in tables.keys { tables[key]?.rows = .unknown(reason) }
    }

    mutating func forgetUnqualified(_ why: String) { unqualified = unqualified ?? "\(place.text) \(why)" }

    mutating func make(type path: [String], labels: [String] = []) { types[path.map(dialect.syntax.key)] = labels }

    func labels(of type: [String]) -> [String]? { types[type.map(dialect.syntax.key)] }

    /// The same for all ways to write the name of a table.
    func lookUpKey(_ path: [String]) -> [String] { key(path) }

    private func key(_ path: [String]) -> [String] {
        if let whole = aliases[path] { return whole.map(dialect.syntax.key) }
        if let known = facts.tables[path], let facts = known { return facts.path.map(dialect.syntax.key) }
        let schema = path.count == 1 ? dialect.syntax.impliedSchema.map { [$0] } ?? [] : []
        return (schema + path).map(dialect.syntax.key)
    }
}
