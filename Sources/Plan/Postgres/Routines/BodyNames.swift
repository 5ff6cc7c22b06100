import AutogenSQLText
import AutogenSchema

/// What the bodies of functions name that are texts: the server reads them when they are called and keeps no dependency.
///
/// Some are called while a script runs: a check looks at the rows that are there, an index is computed over them, a
/// materialized view is filled. What such a body names, and what the bodies of the functions that it names do, is to be
/// there by then. A word of a text may also mean something else, so this is a wish.
struct BodyNames {
    private let context: ObjectPlan
    /// What the script makes, and all functions, by their own names.
    private let named: [String: [ObjectID]]

    /// What is to come before each object that is computed over rows.
    static func needs(in context: ObjectPlan) -> [ObjectID: Set<ObjectID>] {
        let computed = context.created.union(context.recreated).union(context.altered.keys)
            .filter { isComputed($0, in: context) }
            .map { (id: $0, functions: context.needs(of: $0).filter { body($0, in: context) != nil }) }
            .filter { !$0.functions.isEmpty }
        guard !computed.isEmpty else { return [:] }
        let names = BodyNames(context)
        return Dictionary(uniqueKeysWithValues: computed.map { ($0.id, names.reached(from: $0.functions)) })
    }

    private init(_ context: ObjectPlan) {
        self.context = context
        let ids = context.to.objects.lazy.map(\.id).filter { Self.isNamed($0, in: context) }
        named = Dictionary(grouping: ids, by: Self.ownName)
    }

    /// Whether it is computed over the rows of a table that the script finds, or holds what it is computed from.
    private static func isComputed(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        switch id.kind {
        case .materializedView: context.isMade(id)
        case .index, .constraint: context.isMade(id) && !context.isMade(ObjectID(.table, path: id.relationPath))
        case .column, .columnDefault: !context.isMade(ObjectID(.table, path: id.relationPath))
        case .domainConstraint: context.isMade(id) && !context.isMade(ObjectID(.domain, path: id.relationPath))
        default: false
        }
    }

    private static func isNamed(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        switch id.kind {
        case .function: true
        case .table, .column, .view, .materializedView, .sequence, .aggregate, .enumType, .domain, .compositeType,
            .rangeType:
            context.isMade(id)
        default: false
        }
    }

    /// The name of a routine stands before its arguments.
    private static func ownName(_ id: ObjectID) -> String {
        id.kind == .function || id.kind == .aggregate ? id.path.dropFirst().first ?? "" : id.name
    }

    private func reached(from functions: Set<ObjectID>) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        var seen = functions
        var queue = Array(functions)
        while let function = queue.popLast() {
            guard let body = Self.body(function, in: context) else { continue }
            let words = Self.words(of: body)
            for id in words.flatMap({ named[$0] ?? [] }) where isMeant(id, by: words) {
                if context.isMade(id) || context.altered[id] != nil { found.insert(id) }
                guard id.kind == .function, seen.insert(id).inserted else { continue }
                queue.append(id)
                queue += context.needs(of: id).filter { $0.kind == .function && seen.insert($0).inserted }
            }
        }
        return found
    }

    /// A column is meant beside its table only; one of a table that is made comes with that.
    private func isMeant(_ id: ObjectID, by words: Set<String>) -> Bool {
        id.kind != .column || id.path.dropFirst().first.map(words.contains) ?? false
    }

    private static func body(_ id: ObjectID, in context: ObjectPlan) -> String? {
        guard id.kind == .function, let function = context.to.body(id, as: Function.self), !function.hasParsedBody.value
        else { return nil }
        // `pg_get_functiondef` writes the body last.
        var reader = SQLReader(function.definition, .postgresql)
        var body: String?
        while let token = reader.next() {
            if token.kind == .dollarString { body = token.value(in: Array(function.definition.utf8)) }
        }
        return body
    }

    /// All names in a text, also in the strings of it, which it may put together to statements.
    private static func words(of text: String) -> Set<String> {
        let source = Array(text.utf8)
        var words: Set<String> = []
        var reader = SQLReader(text, .postgresql)
        while let token = reader.next() {
            switch token.kind {
            case .word, .quotedName: if let name = reader.name(of: token) { words.insert(name) }
            case .string, .dollarString:
                let inner = token.value(in: source)
                if inner.utf8.count < source.count { words.formUnion(Self.words(of: inner)) }
            case .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment, .blockComment: break
            }
        }
        return words
    }
}
