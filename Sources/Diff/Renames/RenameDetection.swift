package import AutogenSchema

/// Finds what may have another name: of what holds values, each that is gone and the one that came that is most like it.
///
/// Nothing is taken for renamed here. Schemas come first, then types, then tables, then what they are made of, each compared by
/// the names that the pairs found before give: so a table that is renamed with its columns is found whole.
package struct RenameDetection {
    private let from: Catalog
    private let to: Catalog
    private let oldParts: [ObjectID: [ObjectID]]
    private let newParts: [ObjectID: [ObjectID]]
    private var renames: Renames
    private var candidates: [RenameCandidate] = []
    private let isPossible: (Rename) -> Bool

    /// - Parameters:
    ///   - accepted: what is known to be renamed; it is not among the result.
    ///   - isPossible: false for what is known to be none.
    package static func candidates(
        from: Catalog, to: Catalog, accepted: Renames, where isPossible: @escaping (Rename) -> Bool = { _ in true }
    ) -> [RenameCandidate] {
        var detection = RenameDetection(from: from, to: to, accepted, isPossible)
        detection.find(.namespace) { $0.likenessOfSchemas($1, $2) }
        for kind in [Kind.enumType, .domain, .compositeType, .rangeType] {
            detection.find(kind) { $0.likenessOfTypes($1, $2) }
        }
        detection.find(.table) { $0.likenessOfTables($1, $2) }
        detection.find(.virtualTable) { $0.likenessOfTypes($1, $2) }
        detection.find(.sequence) { $0.likenessOfSequences($1, $2) }
        detection.findMembers()
        return detection.candidates
    }

    private init(from: Catalog, to: Catalog, _ accepted: Renames, _ isPossible: @escaping (Rename) -> Bool) {
        self.isPossible = isPossible
        self.from = from
        self.to = to
        oldParts = from.partsByParent()
        newParts = to.partsByParent()
        renames = accepted
    }

    /// Pairs those of a kind that are gone with those that came.
    private mutating func find(_ kind: Kind, _ likeness: (Self, ObjectID, ObjectID) -> Double) {
        let old = from.ids(of: kind)
        let kept = Set(old.map { renames.renamed(Address($0)) })
        let lost = old.filter { !renames.contains(Address($0)) && !to.contains(renames.renamed($0)) }
        let made = to.ids(of: kind).filter { !kept.contains(Address($0)) }
        let detection = self
        let pairs = Likeness.pairs(lost, made) { old, new in
            isPossible(detection.rename(old, new)) ? likeness(detection, old, new) : 0
        }
        for pair in pairs { add(rename(pair.old, pair.new), pair.score) }
    }

    private func rename(_ old: ObjectID, _ new: ObjectID) -> Rename {
        let moves = old.kind != .namespace && renames.renamed(Address(old)).path.first != new.path.first
        return Rename(Address(old), to: moves ? new.path : [new.name])
    }

    private mutating func add(_ rename: Rename, _ score: Double) {
        candidates.append(RenameCandidate(rename: rename, score: score))
        renames = Renames(renames.all + [rename])
    }

    private func likenessOfSchemas(_ old: ObjectID, _ new: ObjectID) -> Double {
        func names(_ schema: ObjectID, in catalog: Catalog) -> Set<[String]> {
            Set(
                catalog.objects.ids.filter { $0.schema == schema.name && $0.path.count == 2 && $0.target == nil }
                    .map { [$0.kind.rawValue, $0.name] })
        }
        let (one, other) = (names(old, in: from), names(new, in: to))
        guard !one.isEmpty, !other.isEmpty else { return 0 }
        let share = 2 * Double(one.intersection(other).count) / Double(one.count + other.count)
        return 0.8 * share + 0.2 * NameLikeness.score(old.name, new.name)
    }

    private func likenessOfTypes(_ old: ObjectID, _ new: ObjectID) -> Double {
        let likeness: Double
        switch (from[old]?.definition, to[new]?.definition) {
        case (.enumType(let one), .enumType(let other)):
            let shared = one.labels.filter(other.labels.contains).count
            likeness = 2 * Double(shared) / Double(max(1, one.labels.count + other.labels.count))
        case (.compositeType(let one), .compositeType(let other)):
            likeness = Likeness.score(shapes(one.attributes, of: old), shapes(other.attributes))
        case (.rangeType(var one), .rangeType(var other)):
            // Named after the type by the server.
            (one.multirange, other.multirange) = ("", "")
            likeness = one == other ? 1 : 0
        case (let one?, let other?): likeness = one == other ? 1 : 0
        default: return 0
        }
        return 0.75 * likeness + 0.25 * NameLikeness.score(old.name, new.name)
    }

    private func likenessOfTables(_ old: ObjectID, _ new: ObjectID) -> Double {
        let members = Likeness.score(columns(of: old), columns(of: new, isNew: true))
        return 0.8 * members + 0.2 * NameLikeness.score(old.name, new.name)
    }

    /// One that belongs to a column goes with that.
    private func likenessOfSequences(_ old: ObjectID, _ new: ObjectID) -> Double {
        func isOwned(_ id: ObjectID, in catalog: Catalog) -> Bool {
            catalog.contains(ObjectID(.sequenceOwner, path: id.path))
        }
        guard !isOwned(old, in: from), !isOwned(new, in: to), from[old]?.definition == to[new]?.definition else {
            return 0
        }
        return 0.4 + 0.6 * NameLikeness.score(old.name, new.name)
    }

    private mutating func findMembers() {
        for kind in [Kind.table, .enumType, .compositeType] {
            for old in from.ids(of: kind) {
                let new = renames.renamed(old)
                guard to.contains(new) else { continue }
                switch (from[old]?.definition, to[new]?.definition) {
                case (.enumType(let one), .enumType(let other)): findLabels(one.labels, other.labels, of: old)
                case (.compositeType(let one), .compositeType(let other)):
                    pair(
                        "attribute", shapes(one.attributes, of: old), shapes(other.attributes), of: old)
                default: pair("column", columns(of: old), columns(of: new, isNew: true), of: old)
                }
            }
        }
    }

    private mutating func pair(
        _ kind: String, _ old: [MemberShape], _ new: [MemberShape], of whole: ObjectID
    ) {
        let (old, new) = Likeness.placed(old, new)
        let there = Set(new.map(\.name))
        let kept = Set(old.map(\.now))
        let lost = old.filter { !there.contains($0.now) && giver(of: $0.name, kind, of: whole) == nil }
        func rename(_ old: MemberShape, _ new: MemberShape) -> Rename {
            Rename(Address(kind: kind, path: whole.path + [old.name]), to: [new.name])
        }
        let made = new.filter { !kept.contains($0.name) }
        let pairs = Likeness.pairs(lost, made) { isPossible(rename($0, $1)) ? $0.score($1) : 0 }
        for pair in pairs { add(rename(pair.old, pair.new), pair.score) }
    }

    /// What a member of a whole is called afterwards.
    private func name(_ name: String, _ kind: String, of whole: ObjectID) -> String {
        let member = Address(kind: kind, path: whole.path + [name])
        guard !renames.contains(member), let giver = giver(of: name, kind, of: whole) else {
            return renames.renamed(member).ownName
        }
        return self.name(name, giver.kind, of: giver.whole)
    }

    /// What gives a column its name: a table above that has it, too, or the type of a typed table.
    private func giver(of name: String, _ kind: String, of whole: ObjectID) -> (kind: String, whole: ObjectID)? {
        guard kind == "column" else { return nil }
        let table = from.body(whole, as: Table.self)
        if let type = table?.ofType, !type.isEmpty { return ("attribute", ObjectID(.compositeType, path: type)) }
        let parents =
            from.body(ObjectID(.partition, path: whole.path), as: Partition.self).map { [$0.parent] }
            ?? table?.inherits ?? []
        return parents.first { from.contains(ObjectID(.column, path: $0 + [name])) }
            .map { ("column", ObjectID(.table, path: $0)) }
    }

    /// Labels between the same neighbours, or of names that are alike.
    private mutating func findLabels(_ old: [String], _ new: [String], of whole: ObjectID) {
        let names = old.map { name($0, "label", of: whole) }
        func neighbours(_ place: Int, _ labels: [String]) -> [String?] {
            [place > 0 ? labels[place - 1] : nil, place + 1 < labels.count ? labels[place + 1] : nil]
        }
        let lost = names.indices.filter { !new.contains(names[$0]) }
        let made = new.indices.filter { !names.contains(new[$0]) }
        func rename(_ one: Int, _ other: Int) -> Rename {
            Rename(Address(kind: "label", path: whole.path + [old[one]]), to: [new[other]])
        }
        let pairs = Likeness.pairs(lost, made) { one, other in
            guard isPossible(rename(one, other)) else { return 0 }
            let isBetween = neighbours(one, names) == neighbours(other, new) || old.count == new.count && one == other
            return (isBetween ? 0.6 : 0.2) + 0.4 * NameLikeness.score(old[one], new[other])
        }
        for pair in pairs { add(rename(pair.old, pair.new), pair.score) }
    }

    private func columns(of table: ObjectID, isNew: Bool = false) -> [MemberShape] {
        let catalog = isNew ? to : from
        let columns = ((isNew ? newParts : oldParts)[table] ?? []).compactMap { id -> (String, Column, String)? in
            // What is computed holds no values of its own.
            guard let column = catalog.body(id, as: Column.self), column.generated == nil else { return nil }
            let value = catalog.body(ObjectID(.columnDefault, path: id.path), as: ColumnDefault.self)?.expression
            return (id.name, column, value ?? "")
        }.sorted { $0.1.position.value < $1.1.position.value }
        return columns.map { name, column, value in
            MemberShape(
                name: name, now: isNew ? name : self.name(name, "column", of: table),
                type: isNew ? column.type : renames.renamed(typeName: column.type),
                notNull: column.notNull, value: [value, column.identity ?? ""].exact)
        }
    }

    /// - Parameter type: the type whose attributes they are, of the start.
    private func shapes(_ attributes: [CompositeType.Attribute], of type: ObjectID? = nil) -> [MemberShape] {
        attributes.map { attribute in
            guard let type else { return MemberShape(name: attribute.name, type: attribute.type) }
            return MemberShape(
                name: attribute.name, now: name(attribute.name, "attribute", of: type),
                type: renames.renamed(typeName: attribute.type))
        }
    }
}

extension Renames {
    fileprivate func renamed(_ id: ObjectID) -> ObjectID { ObjectID(id.kind, path: renamed(Address(id)).path) }
}
