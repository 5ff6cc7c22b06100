import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// What one finding of a drift report becomes in the declared files.
struct FindingEdit {
    /// How it is written, the most pleasant first.
    enum Manner: Int {
        /// As an author would have written it.
        case author
        /// At the same place, in the words of the engine.
        case engine
        /// As a change behind what is there, as an author would have written it.
        case change
        /// The same in the words of the engine.
        case plainChange

        var isPleasant: Bool { self == .author || self == .change }
    }

    let finding: Finding
    let root: ObjectID
    /// Everything that comes, goes or changes with it.
    let changed: Set<ObjectID>
    var manner = Manner.author

    init?(_ finding: Finding) {
        guard let root = finding.subject.object else { return nil }
        self.finding = finding
        self.root = root
        changed = Set([root] + finding.parts)
    }

    /// Goes on to a less pleasant manner; false where there is none.
    mutating func goOn() -> Bool {
        guard let next = Manner(rawValue: manner.rawValue + 1) else { return false }
        manner = next
        return true
    }

    /// Writes it into the files, in this manner or the next one that can be.
    ///
    /// - Parameters:
    ///   - from: what is declared.
    ///   - to: what the database has.
    mutating func apply(to text: inout SchemaText, from: Catalog, to: Catalog) -> Bool {
        repeat {
            let writer = EditWriter(edit: self, from: from, to: to)
            if writer.write(into: &text) { return true }
        } while goOn()
        return false
    }
}

/// Writes one finding in one manner.
private struct EditWriter {
    let edit: FindingEdit
    let from: Catalog
    let to: Catalog

    private var root: ObjectID { edit.root }
    private var rules: any DDLRules { from.dialect.rules }

    func write(into text: inout SchemaText) -> Bool {
        guard edit.manner == .author || edit.manner == .engine else { return writeChange(into: &text) }
        if from.dialect == .sqlite, let outcome = writeTable(into: &text) { return outcome }
        switch (from[root], to[root]) {
        case (nil, let new?): return add(new, to: &text)
        case (let old?, nil): return remove(old, from: &text)
        case (let old?, let new?): return alter(old, new, in: &text)
        case (nil, nil): return false
        }
    }

    /// The table or other object that it is part of or said about, when that is declared.
    private var whole: ObjectID? {
        var whole = root
        while let next = whole.target ?? to.parent(of: whole) ?? from.parent(of: whole) {
            guard next.kind != .namespace else { break }
            whole = next
        }
        return whole != root && from.contains(whole) ? whole : nil
    }

    private func pleasant(_ sql: String, _ text: SchemaText) -> String {
        guard edit.manner.isPleasant else { return sql }
        return PleasantSQL.text(of: sql, from.dialect, isUnqualified: text.isUnqualified(whole ?? root))
    }

    private func member(_ id: ObjectID, in catalog: Catalog) -> String? {
        guard let object = catalog[id] else { return nil }
        let parts = [catalog[ObjectID(.columnDefault, path: id.path)]].compactMap(\.self)
        return rules.member(object, with: parts)?.text
    }

    // MARK: What comes

    private func add(_ object: SchemaObject, to text: inout SchemaText) -> Bool {
        switch object.definition {
        case .column:
            guard let whole, let member = member(root, in: to) else { return false }
            return text.addColumn(pleasant(member, text), to: whole)
        case .constraint:
            guard let whole, let member = member(root, in: to) else { return false }
            return text.addConstraint(pleasant(member, text), to: whole)
        case .columnDefault(let body):
            return setDefault(body, in: &text)
        case .domainConstraint: return rewriteDomain(in: &text)
        case .table where edit.manner == .author && partition != nil:
            return text.add(pleasant(partition ?? "", text), for: root, besides: partitioned)
        default:
            guard let sql = definition(in: to) else { return false }
            return text.add(pleasant(sql, text), for: root, besides: whole)
        }
    }

    /// The statements that make it, each with its semicolon.
    private func definition(in catalog: Catalog) -> String? {
        let definition = DefinitionText(catalog: catalog, rules: rules)
        let statements = definition.statements(of: root, with: edit.finding.parts)?.filter(\.isOwn) ?? []
        return statements.isEmpty ? nil : statements.map { "\($0.sql.text);" }.joined(separator: "\n")
    }

    // MARK: What goes

    private func remove(_ object: SchemaObject, from text: inout SchemaText) -> Bool {
        switch object.definition {
        case .column:
            guard let whole else { return false }
            return text.remove(root, with: edit.finding.parts) || text.removeColumn(root, of: whole)
        case .constraint(let body):
            guard let whole else { return false }
            return text.remove(root, with: edit.finding.parts) || text.removeConstraint(root, body, of: whole)
        case .columnDefault: return setDefault(nil, in: &text)
        case .domainConstraint: return rewriteDomain(in: &text)
        default:
            return text.remove(root, with: edit.finding.parts)
        }
    }

    // MARK: What changes

    private func alter(_ old: SchemaObject, _ new: SchemaObject, in text: inout SchemaText) -> Bool {
        switch (old.definition, new.definition) {
        case (.column(let from), .column(let to)):
            guard let whole else { return false }
            return text.changeColumn(root, of: whole, from: from, to: to)
        case (.constraint(let body), .constraint):
            guard let whole, let member = member(root, in: to) else { return false }
            return text.replaceConstraint(root, body, of: whole, by: pleasant(member, text))
        case (.columnDefault, .columnDefault(let body)): return setDefault(body, in: &text)
        case (.domain, .domain), (.domainConstraint, .domainConstraint): return rewriteDomain(in: &text)
        // What a table has beside its members is said by statements of its own.
        case (.table, .table): return false
        case (.function(let old), .function(let new)) where edit.manner == .author:
            guard let written = text.statement(of: root) else { return false }
            let body = RoutineBody.replaced(in: written, from: old.definition, to: new.definition, from.dialect.syntax)
            let whole = RoutineBody.pleasant(pleasant(new.definition, text), like: written, from.dialect.syntax)
            return text.rewrite(root, as: body ?? whole + ";")
        default:
            guard let sql = definition(in: to) else { return false }
            return text.rewrite(root, as: pleasant(sql, text))
        }
    }

    private func setDefault(_ body: ColumnDefault?, in text: inout SchemaText) -> Bool {
        guard let whole else { return false }
        return text.setDefault(
            body.map { pleasant($0.expression, text) }, of: ObjectID(.column, path: root.path), in: whole)
    }

    /// A domain with all of its checks, which its statement has.
    private func rewriteDomain(in text: inout SchemaText) -> Bool {
        let domain = root.kind == .domain ? root : whole ?? root
        let checks = to.ids(of: .domainConstraint).filter { to.parent(of: $0) == domain }
        let statements = DefinitionText(catalog: to, rules: rules).statements(of: domain, with: checks) ?? []
        let own = statements.filter(\.isOwn).map { pleasant($0.sql.text, text) + ";" }
        return !own.isEmpty && text.rewrite(domain, as: own.joined(separator: "\n"))
    }

    /// The partitioned table that a new table is cut from.
    private var partitioned: ObjectID? {
        to.body(ObjectID(.partition, path: root.path), as: Partition.self).map { ObjectID(.table, path: $0.parent) }
    }

    /// A table that has all from the one that it is a partition of.
    private var partition: String? {
        guard let body = to.body(ObjectID(.partition, path: root.path), as: Partition.self),
            to.body(root, as: Table.self)?.partitionKey == nil
        else { return nil }
        return (("CREATE TABLE \(name: root.path) PARTITION OF \(name: body.parent) \(raw: body.bound);") as SQL).text
    }

    // MARK: SQLite

    /// SQLite keeps what the author of the live table wrote: the definition of a column, or all of it; `nil` for what is no
    /// part of a table.
    private func writeTable(into text: inout SchemaText) -> Bool? {
        let object = to[root] ?? from[root]
        guard let whole, whole.kind == .table, let kind = object?.kind,
            [.column, .columnDefault, .constraint].contains(kind)
        else {
            guard case .table(let table)? = to[root]?.definition, from.contains(root) else { return nil }
            return text.rewrite(root, as: table.declaration.value + ";")
        }
        guard edit.manner == .author else {
            guard case .table(let table)? = to[whole]?.definition else { return false }
            return text.rewrite(whole, as: table.declaration.value + ";")
        }
        guard kind != .column else {
            guard to.contains(root) else { return text.removeColumn(root, of: whole) }
            guard let member = member(root, in: to) else { return false }
            return from.contains(root)
                ? text.replaceColumn(root, of: whole, by: member) : text.addColumn(member, to: whole)
        }
        guard let column = column(of: object) else { return nil }
        // A column that comes or goes has what is said in its definition.
        guard from.contains(column), to.contains(column), let member = member(column, in: to) else { return true }
        return text.replaceColumn(column, of: whole, by: member)
    }

    /// The column in whose definition something stands.
    private func column(of object: SchemaObject?) -> ObjectID? {
        guard let object, let whole else { return nil }
        switch object.definition {
        case .columnDefault: return ObjectID(.column, path: object.id.path)
        case .constraint(let body):
            guard body.position.value < 0 else { return nil }
            let catalog = to.contains(object.id) ? to : from
            return catalog.ids(of: .column).first { id in
                catalog.parent(of: id) == whole
                    && catalog.body(id, as: Column.self)?.position.value == -body.position.value
            }
        default: return nil
        }
    }

    // MARK: A change behind what is there

    private func writeChange(into text: inout SchemaText) -> Bool {
        guard from.dialect != .sqlite, let statements = edit.finding.adopt?.statements, !statements.isEmpty else {
            return false
        }
        let sql = statements.map { pleasant($0.sql.text, text) + ";" }.joined(separator: "\n")
        return text.addChange(sql, of: whole ?? root) || text.add(sql, for: root, besides: whole)
    }
}

/// The body of a function in the text of its statement.
enum RoutineBody {
    /// The statement with another body, where nothing else of the two definitions differs.
    ///
    /// The tag of its dollar quotes stays unless the new body holds it.
    static func replaced(in statement: String, from old: String, to new: String, _ syntax: SQLSyntax) -> String? {
        guard let (before, after) = difference(tokens(old, syntax), tokens(new, syntax)) else { return nil }
        let bytes = Array(statement.utf8)
        var lexer = SQLLexer(bytes, syntax)
        var places: [SQLToken] = []
        while let token = lexer.next() {
            if token.kind == .dollarString || token.kind == .string, token.value(in: bytes) == before {
                places.append(token)
            }
        }
        guard places.count == 1, let place = places.first else { return nil }
        let quoted: String
        if place.kind == .dollarString {
            let text = bytes[place.range]
            let end = text.dropFirst().firstIndex(of: UInt8(ascii: "$")) ?? text.startIndex
            let tag = String(decoding: text[...end], as: UTF8.self)
            quoted = after.contains(tag) ? dollarQuoted(after) : tag + after + tag
        } else {
            quoted = after.contains("\\") ? dollarQuoted(after) : "'" + after.replacing("'", with: "''") + "'"
        }
        return String(decoding: bytes[..<place.range.lowerBound], as: UTF8.self) + quoted
            + String(decoding: bytes[place.range.upperBound...], as: UTF8.self)
    }

    /// A whole definition of the server's without what only it writes: spaces before lines, a tag of its own, `OR REPLACE`
    /// where the author did without.
    static func pleasant(_ definition: String, like written: String, _ syntax: SQLSyntax) -> String {
        let bytes = Array(definition.utf8)
        var lexer = SQLLexer(bytes, syntax)
        var tokens: [SQLToken] = []
        while let token = lexer.next() { tokens.append(token) }
        var before = SQLReader(written, syntax)
        var after = SQLReader(definition, syntax)
        let losesReplace =
            before.skip("CREATE") && !before.isAt("OR", "REPLACE") && after.skip("CREATE", "OR", "REPLACE")
        var text = ""
        var end = 0
        for (place, token) in tokens.enumerated() {
            let space = String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
            end = token.range.upperBound
            if losesReplace, place == 1 || place == 2 { continue }
            text += space.contains("\n") ? "\n" : space
            text +=
                token.kind == .dollarString
                ? dollarQuoted(token.value(in: bytes)) : String(decoding: bytes[token.range], as: UTF8.self)
        }
        return text
    }

    /// In dollar quotes that the text does not hold.
    private static func dollarQuoted(_ text: String) -> String {
        var number = 0
        var tag = "$$"
        while text.contains(tag) || text.hasSuffix("$") && number == 0 {
            number += 1
            tag = number == 1 ? "$body$" : "$body\(number)$"
        }
        return tag + text + tag
    }

    private typealias Part = (kind: SQLToken.Kind, text: String)

    private static func tokens(_ text: String, _ syntax: SQLSyntax) -> [Part] {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, syntax)
        var parts: [Part] = []
        while let token = lexer.next() {
            let isString = token.kind == .dollarString || token.kind == .string
            parts.append(
                (token.kind, isString ? token.value(in: bytes) : String(decoding: bytes[token.range], as: UTF8.self)))
        }
        return parts
    }

    /// The one string in which two texts differ.
    private static func difference(_ old: [Part], _ new: [Part]) -> (String, String)? {
        guard old.count == new.count else { return nil }
        let places = old.indices.filter { old[$0].text != new[$0].text }
        guard places.count == 1, let place = places.first,
            [.dollarString, .string].contains(old[place].kind), [.dollarString, .string].contains(new[place].kind)
        else { return nil }
        return (old[place].text, new[place].text)
    }
}
