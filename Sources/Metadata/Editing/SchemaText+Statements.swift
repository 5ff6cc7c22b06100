package import AutogenSchema

/// Statements that come, go, and are written anew.
extension SchemaText {
    /// Takes the statements away that made an object and its parts, when all they made goes.
    package mutating func remove(_ id: ObjectID, with parts: [ObjectID]) -> Bool {
        if id.kind == .comment, let target = id.target {
            guard let place = comment(on: target) else { return false }
            removed.insert(place)
            return true
        }
        let gone = Set(parts).union([id])
        guard makers[id] != nil else { return false }
        let places = Set(gone.compactMap { makers[$0] })
        guard places.allSatisfy({ lists[$0] == nil && (made[$0] ?? []).isSubset(of: gone) }) else { return false }
        removed.formUnion(places)
        removed.formUnion(gone.compactMap(\.target).compactMap(comment))
        return true
    }

    /// The last statement that gives an object its comment.
    func comment(on id: ObjectID) -> Place? {
        for file in files.reversed() {
            let own = statements[file.name] ?? []
            if let number = own.lastIndex(where: { CommentStatement($0)?.isAbout(id) ?? false }) {
                return Place(file: file.name, number: number)
            }
        }
        return nil
    }

    /// Writes the statement anew that made an object and nothing else.
    package mutating func rewrite(_ id: ObjectID, as text: String) -> Bool {
        if id.kind == .comment, let target = id.target {
            guard let place = comment(on: target) else { return false }
            rewritten[place] = text
            return true
        }
        guard let place = makers[id], let all = made[place], lists[place] == nil, !removed.contains(place) else {
            return false
        }
        guard all.allSatisfy({ $0 == id || catalog.wholes(of: $0).contains(id) }) else { return false }
        rewritten[place] = text
        return true
    }

    /// Writes a statement where its kind belongs: by the table that it is about where others stand so, in a file of its
    /// own, or at the end of the file that holds all of its kind.
    package mutating func add(_ text: String, for id: ObjectID, besides whole: ObjectID?) -> Bool {
        let homes = SchemaHomes(catalog: catalog, files: makers.mapValues(\.file))
        switch homes.home(of: id, besides: whole, under: root) {
        case .beside(let object):
            guard let place = lastStatement(about: object) else { return false }
            added[place, default: []].append(text)
        case .file(let name):
            if let last = (statements[name]?.indices ?? 0..<0).last {
                added[Place(file: name, number: last), default: []].append(text)
            } else if covers(name) || files.contains(where: { $0.name == name }) {
                created[name, default: []].append(text)
            } else {
                // Where the sources reach no new file, the one with most in it takes it.
                let counts = Dictionary(grouping: makers.values, by: \.file).mapValues(\.count)
                let fullest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
                guard let fullest, let last = statements[fullest]?.indices.last else { return false }
                added[Place(file: fullest, number: last), default: []].append(text)
            }
        }
        return true
    }

    /// Writes a statement behind all that name an object.
    package mutating func addChange(_ text: String, of id: ObjectID) -> Bool {
        let hasArguments = id.kind == .function || id.kind == .aggregate
        let name = (hasArguments ? id.path.dropLast() : id.path[...]).last ?? ""
        for file in files.reversed() {
            let own = statements[file.name] ?? []
            guard
                let number = own.lastIndex(where: { statement in
                    let names = NamesInStatement(statement)
                    return names.all.contains { names.isSame($0, name) }
                })
            else { continue }
            added[Place(file: file.name, number: number), default: []].append(text)
            return true
        }
        return false
    }

    /// The last statement of the file that holds an object which is about it.
    private func lastStatement(about id: ObjectID) -> Place? {
        guard let first = makers[id] else { return nil }
        let about = makers.filter { other, place in
            place.file == first.file && (other == id || catalog.wholes(of: other).contains(id))
        }
        return about.values.max { $0.number < $1.number } ?? first
    }
}
