/// All that gets another name by one revision, and so what each object is called after it.
package struct Renames: Sendable, Hashable {
    /// In the order of their old names.
    package let all: [Rename]
    private let own: [Address: Rename]
    /// What holds members, and types, by their old paths.
    private let wholes: [[String]: Rename]
    private let schemas: [String: String]

    package init(_ renames: some Sequence<Rename>) {
        all = Set(renames).sorted()
        own = Dictionary(all.map { ($0.old, $0) }, uniquingKeysWith: { $1 })
        let kinds = Set(Self.kindsOfWholes.map(\.rawValue))
        wholes = Dictionary(
            all.filter { kinds.contains($0.old.kind) }.map { ($0.old.path, $0) },
            uniquingKeysWith: { $1 })
        schemas = Dictionary(
            all.filter { $0.old.kind == Kind.namespace.rawValue }.compactMap { rename in
                rename.new.last.map { (rename.old.ownName, $0) }
            }, uniquingKeysWith: { $1 })
    }

    /// Relations and types, which have members or stand in what routines take; they share their names.
    package static let kindsOfWholes: [Kind] = [
        .table, .virtualTable, .view, .materializedView, .domain, .enumType, .compositeType, .rangeType, .baseType,
    ]

    package var isEmpty: Bool { all.isEmpty }

    /// Whether it has a name of its own among them.
    package func contains(_ address: Address) -> Bool { own[address] != nil }

    package subscript(address: Address) -> Rename? { own[address] }

    /// What an object is called afterwards.
    package func renamed(_ address: Address) -> Address {
        var path = address.path
        guard address.kind != Kind.namespace.rawValue else {
            return Address(kind: address.kind, path: path.map { schemas[$0] ?? $0 })
        }
        let livesInSchema = Kind(rawValue: address.kind)?.livesInSchema ?? true
        if livesInSchema, let first = path.first { path[0] = schemas[first] ?? first }
        if address.isMember, let whole = wholes[Array(address.path.prefix(2))] {
            path.replaceSubrange(0..<2, with: Self.path(of: whole, in: path[0]))
        }
        if let rename = own[address], let name = rename.new.last {
            path[address.namePlace] = name
            if rename.new.count == 2 { path[0] = rename.new[0] }
        }
        if address.isRoutine { path[path.count - 1] = renamed(arguments: path[path.count - 1]) }
        return Address(kind: address.kind, path: path)
    }

    /// What an object was called before, as far as its schema and its whole go: it has its own name.
    package func original(_ address: Address) -> Address {
        guard address.kind != Kind.namespace.rawValue else { return address }
        var path = address.path
        if address.isMember, let whole = wholes.values.first(where: { renamed($0.old).path == Array(path.prefix(2)) }) {
            path.replaceSubrange(0..<2, with: whole.old.path)
        } else if Kind(rawValue: address.kind)?.livesInSchema ?? true,
            let schema = schemas.first(where: { $0.value == path.first })
        {
            path[0] = schema.key
        }
        return Address(kind: address.kind, path: path)
    }

    private static func path(of rename: Rename, in schema: String) -> [String] {
        rename.new.count == 2 ? rename.new : [schema, rename.new.last ?? rename.old.ownName]
    }

    /// The types that a routine takes, as they are called afterwards.
    private func renamed(arguments: String) -> String {
        arguments.split(separator: ", ", omittingEmptySubsequences: false).map { renamed(typeName: String($0)) }
            .joined(separator: ", ")
    }

    /// A type as the server writes it, `public.mood[]`, by the name that it has afterwards.
    package func renamed(typeName: String) -> String {
        let name = typeName.prefix { $0 != "[" }
        guard let parts = try? Address.parts(String(name)), parts.count == 2 else { return typeName }
        let schema = schemas[parts[0]] ?? parts[0]
        let path = wholes[parts].map { Self.path(of: $0, in: schema) } ?? [schema, parts[1]]
        return path == parts ? typeName : SQL.dotted(path) + typeName.dropFirst(name.count)
    }
}

extension Renames {
    /// The renames of several revisions in a row as one: what is renamed twice goes straight to its last name, what gets its
    /// first name back is left out.
    ///
    /// - Parameter start: what there is before the first of them; what a revision has made itself is not among it.
    package static func composed(_ revisions: [[Rename]], from start: Set<Address>) -> [Rename] {
        // What each object is called by now.
        var current = Dictionary(start.map { ($0, $0) }, uniquingKeysWith: { $1 })
        var renamed: Set<Address> = []
        for revision in revisions {
            let renames = Renames(revision)
            let own = Set(revision.map(\.old))
            for (object, name) in current {
                let next = renames.renamed(name)
                if own.contains(name) { renamed.insert(object) }
                current[object] = next
            }
        }
        let plain = Renames(renamed.map { Rename($0, to: [current[$0]?.ownName ?? $0.ownName]) })
        return renamed.sorted().compactMap { old in
            guard let now = current[old], old != now else { return nil }
            let moves = !old.isMember && old.path.count > 1 && plain.renamed(old).path.first != now.path.first
            guard moves || old.ownName != now.ownName else { return nil }
            return Rename(old, to: moves ? [now.path[0], now.ownName] : [now.ownName])
        }
    }
}
