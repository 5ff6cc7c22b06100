import AutogenSchema

/// Finds out what the renames are of that options and the comments of declared files ask for.
struct RenameRequests {
    private let dialect: Dialect
    private let old: [Address]
    private let there: Set<Address>
    private let new: Set<Address>
    private let annotations: [Annotation]
    /// Whether a comment that is about nothing the revisions have is a fault.
    private let isStrict: Bool

    init(from start: Catalog, to target: Catalog, isStrict: Bool = true) {
        self.isStrict = isStrict
        dialect = start.dialect
        old = start.addresses.sorted()
        there = Set(old)
        let new = Set(target.addresses)
        self.new = new
        // What a project leaves alone is declared and not compared.
        annotations = target.provenance.annotations.filter { $0.kind == .renamedFrom && new.contains($0.object) }
    }

    /// Throws ``RenameError`` for a rename of something that is not there, to something that is not declared, or to
    /// something that is there, too.
    func renames(_ requests: [RequestedRename]) throws(RenameError) -> Renames {
        // An object is told by what that is called afterwards which its name begins with.
        var found = Renames([])
        var open = Set(requests.indices)
        for rank in Self.ranks {
            var next = found.all
            for place in requests.indices {
                let renames = try asked(requests[place], rank, found)
                if !renames.isEmpty { open.remove(place) }
                next += renames
            }
            next += try annotated(rank, found, beside: next)
            found = Renames(next)
        }
        if let place = open.min() { throw unfit(requests[place], found) }
        try check(found)
        return found
    }

    /// Schemas, then what they hold, then what that is made of, and what is named with types.
    private static let ranks = 0...2

    private static func rank(_ object: Address) -> Int {
        if object.kind == Kind.namespace.rawValue { return 0 }
        return object.isMember || object.isRoutine ? 2 : 1
    }

    /// Each object that is gone and would be declared under the new name; the others only where that is the case of none.
    private func asked(_ request: RequestedRename, _ rank: Int, _ found: Renames) throws(RenameError) -> [Rename] {
        let matches = old.filter { request.pattern.matches($0, in: dialect) }
        guard !matches.isEmpty else {
            throw RenameError(request, .missing(nearest: request.pattern.nearest(among: old)))
        }
        let renames = matches.filter { Self.rank($0) == rank }.map { Rename($0, to: name(request, of: $0)) }
            .filter { rename in
                let wanted = renamed(rename, found)
                return new.contains(wanted) && says(request, wanted)
            }
        let gone = renames.filter { rename in
            !new.contains(found.renamed(rename.old)) && !there.contains(rename.asOld)
        }
        return gone.isEmpty && !request.pattern.hasWildcards ? renames : gone
    }

    /// Whether the new name, with what stands before it, is that of an object.
    private func says(_ request: RequestedRename, _ wanted: Address) -> Bool {
        wanted.path.prefix(wanted.namePlace + 1).suffix(request.name.count) == request.name[...]
    }

    private func renamed(_ rename: Rename, _ found: Renames) -> Address {
        Renames(found.all + [rename]).renamed(rename.old)
    }

    /// The new name as a rename has it: without a schema that is the same, or the path of a member.
    private func name(_ request: RequestedRename, of object: Address) -> [String] {
        let name = request.name.last ?? ""
        guard !object.isMember, object.path.count > 1, request.name.count == 2, request.name[0] != object.path[0] else {
            return [name]
        }
        return request.name
    }

    /// Why a request names nothing.
    private func unfit(_ request: RequestedRename, _ found: Renames) -> RenameError {
        guard let object = old.first(where: { request.pattern.matches($0, in: dialect) }) else {
            return RenameError(request, .missing(nearest: request.pattern.nearest(among: old)))
        }
        let wanted = renamed(Rename(object, to: name(request, of: object)), found)
        let alike = new.filter { $0.kind == wanted.kind && $0.path.dropLast() == wanted.path.dropLast() }
        let nearest = NearestName.find(wanted.ownName, among: alike.map(\.ownName).sorted())
        return RenameError(request, .undeclared(wanted, nearest: alike.first { $0.ownName == nearest }))
    }

    /// Throws unless each object gets one name, each name goes to one object, and none of them is another's that stays.
    private func check(_ renames: Renames) throws(RenameError) {
        var names: [Address: Rename] = [:]
        for rename in renames.all {
            let name = renames.renamed(rename.old)
            if let other = names[name] ?? renames.all.first(where: { $0.old == rename.old && $0 != rename }) {
                throw RenameError(rename, .twice(other))
            }
            names[name] = rename
            let held = rename.asOld
            guard held != rename.old, there.contains(held), !renames.contains(held) else { continue }
            throw RenameError(rename, .both(rename.old, held))
        }
    }
}

// MARK: - Comments

extension RenameRequests {
    /// A comment, and what it is about in the schema before.
    private struct Origin {
        let annotation: Annotation
        /// The object under its old name; `nil` where there is none.
        let before: Address?
        /// The object as it would be called there if only what its name begins with had other names.
        let asNow: Address
    }

    /// The renames of the comments; one that the revisions have made already is spent.
    private func annotated(_ rank: Int, _ found: Renames, beside asked: [Rename]) throws(RenameError) -> [Rename] {
        var origins: [Origin] = []
        for annotation in annotations where Self.rank(annotation.object) == rank {
            if let origin = try origin(annotation, found) { origins.append(origin) }
        }
        let leaving = Set(origins.compactMap(\.before) + asked.map(\.old))
        var renames: [Rename] = []
        for origin in origins {
            guard let before = origin.before else {
                if isStrict, !there.contains(origin.asNow) { throw missing(origin) }
                continue
            }
            guard before != origin.asNow, !asked.contains(where: { $0.old == before }) else { continue }
            if there.contains(origin.asNow) {
                // Where both are declared nothing goes: the rename was long ago, or is for an option to say.
                if new.contains(found.renamed(before)) { continue }
                if !leaving.contains(origin.asNow) {
                    guard isStrict else { continue }
                    throw RenameError(origin.annotation, .both(before, origin.asNow))
                }
            }
            let object = origin.annotation.object
            let moves = !object.isMember && object.path.count > 1 && found.renamed(before).path[0] != object.path[0]
            renames.append(Rename(before, to: moves ? [object.path[0], object.ownName] : [object.ownName]))
        }
        return renames
    }

    private func origin(_ annotation: Annotation, _ found: Renames) throws(RenameError) -> Origin? {
        let object = annotation.object
        let pattern: AddressPattern
        do throws(AddressError) { pattern = try AddressPattern(annotation.argument) } catch {
            throw RenameError(annotation, .unreadable(error.fault))
        }
        guard !pattern.hasWildcards, pattern.kind == nil else {
            throw RenameError(annotation, .unreadable("one name must follow"))
        }
        let asNow = found.original(object)
        let named = old.filter { $0.kind == object.kind && pattern.matchesName(of: $0, in: dialect) }
        let inPlace = named.filter { candidate in
            guard !object.isMember else { return candidate.path.dropLast() == asNow.path.dropLast() }
            return pattern.namesSchema || candidate.path.count < 2 || candidate.path[0] == asNow.path[0]
        }
        // An index or a sequence that goes with its table to another schema is renamed there by the plan.
        let goesAlong = [Kind.index, .sequence].contains { $0.rawValue == object.kind }
        if inPlace.isEmpty, goesAlong, !named.isEmpty { return nil }
        let before =
            object.isRoutine
            ? inPlace.first { found.renamed($0).path.last == object.path.last }
                ?? (inPlace.count == 1 && !there.contains(asNow) ? inPlace[0] : nil)
            : inPlace.first
        return Origin(annotation: annotation, before: before, asNow: asNow)
    }

    private func missing(_ origin: Origin) -> RenameError {
        let place = origin.asNow
        let alike = old.filter { $0.kind == place.kind && $0.path.dropLast() == place.path.dropLast() }
        let name = (try? Address.parts(origin.annotation.argument))?.last ?? origin.annotation.argument
        let nearest = NearestName.find(name, among: alike.map(\.ownName))
        return RenameError(origin.annotation, .missing(nearest: alike.first { $0.ownName == nearest }))
    }
}

extension Rename {
    /// The object as it would be called before, under its new name.
    fileprivate var asOld: Address {
        var path = old.path
        path[old.namePlace] = new.last ?? old.ownName
        if new.count == 2 { path[0] = new[0] }
        return Address(kind: old.kind, path: path)
    }
}
