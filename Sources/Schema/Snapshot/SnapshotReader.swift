/// Reads a snapshot in one pass, its objects straight into a catalog.
struct SnapshotReader {
    private let size: Int
    private var cursor: JSONCursor
    private var format: Int64?
    private var dialect: Dialect?
    private var version: ServerVersion?
    /// As ``Snapshot/detail``.
    private var detail = 0
    private var catalog: Catalog?
    /// The last object that another one was a part of, and where it is written: most parts follow each other.
    private var whole: (place: Range<Int>, id: ObjectID?)?

    /// - Parameter bytes: of the text, lent as long as the reader is used.
    init(_ bytes: UnsafeRawBufferPointer) {
        cursor = JSONCursor(bytes)
        size = bytes.count
    }

    mutating func read() throws(SnapshotError) -> Catalog {
        do {
            return try document()
        } catch let error as SnapshotError {
            throw error
        } catch {
            throw SnapshotError("not a snapshot: \(error)")
        }
    }

    private mutating func document() throws -> Catalog {
        var postponed: JSONCursor?
        if var isFirst = try cursor.object() {
            while let key = try cursor.nextKey(&isFirst) {
                if key.isSame(as: "objects") {
                    // Newer formats may write them otherwise, so what says which it is comes first.
                    if format == nil || dialect == nil || version == nil {
                        postponed = cursor
                        try cursor.skip()
                    } else {
                        try readObjects()
                    }
                } else {
                    try readHeader(key)
                }
            }
        } else {
            try cursor.skip()
        }
        try cursor.end()
        if let postponed {
            cursor = postponed
            try readObjects()
        }
        _ = try checkedFormat()
        guard let catalog else {
            throw SnapshotError("not a snapshot: it lacks \"dialect\", \"version\" or \"objects\"")
        }
        return catalog
    }

    private func checkedFormat() throws -> Int64 {
        guard let format else { throw SnapshotError("not a snapshot: it has no \"format\"") }
        guard format <= Snapshot.format else {
            throw SnapshotError(
                "the snapshot has format \(format); this autogen reads up to \(Snapshot.format): update autogen")
        }
        return format
    }

    private mutating func readHeader(_ key: JSONKey) throws {
        if key.isSame(as: "format") {
            format = try cursor.value().integer
        } else if key.isSame(as: "facts") {
            detail = try cursor.value().integer.flatMap(Int.init(exactly:)) ?? 0
        } else if key.isSame(as: "dialect") {
            dialect = try cursor.value().string.flatMap(Dialect.init(rawValue:))
        } else if key.isSame(as: "version") {
            version = try cursor.value().string.flatMap { ServerVersion($0) }
        } else {
            try cursor.skip()
        }
    }

    private mutating func readObjects() throws {
        let format = try checkedFormat()
        guard let dialect, let version, var isFirst = try cursor.array() else {
            try cursor.skip()
            return
        }
        var catalog = Catalog(dialect: dialect, version: version)
        // A table takes the more room the smaller its parts; one object is seldom shorter than this.
        catalog.reserveCapacity(size / 150)
        var number = 0
        while try cursor.nextItem(&isFirst) {
            number += 1
            try readObject(number, into: &catalog)
        }
        if let id = catalog.firstInCircle() { throw SnapshotError("\(id) is a part of itself") }
        self.catalog = format < 2 ? catalog.namingMigratingRole() : catalog
    }

    private mutating func readObject(_ number: Int, into catalog: inout Catalog) throws {
        var name = Name()
        var definition: Definition?
        var attributes: JSONCursor?
        var parent: ObjectID?
        var needs: JSONCursor?
        if var isFirst = try cursor.object() {
            while let key = try cursor.nextKey(&isFirst) {
                if key.isSame(as: "part of") {
                    parent = try readWhole(in: &catalog)
                } else if key.isSame(as: "needs") {
                    needs = cursor
                    try cursor.skip()
                } else if key.isSame(as: "is") {
                    attributes = cursor
                    if let id = name.id {
                        definition = try readDefinition(of: id)
                    } else {
                        try cursor.skip()
                    }
                } else {
                    try name.read(key, from: &cursor)
                }
            }
        } else {
            try cursor.skip()
        }
        guard let id = name.id.map({ catalog.shared($0) }) else {
            throw SnapshotError("object \(number): no known \"kind\" and \"path\"")
        }
        let end = cursor
        defer { cursor = end }
        if definition == nil, let attributes {
            cursor = attributes
            definition = try readDefinition(of: id)
        }
        if definition == nil {
            var nothing = MemberReader(members: [:], id: id)
            definition = try Definition(id.kind, reading: &nothing)
        }
        if let definition {
            let whole = catalog.dialect.naming.completed(definition, detail: detail)
            catalog.insert(SchemaObject(id, whole), partOf: parent)
        }
        if let needs {
            cursor = needs
            try readNeeds(of: id, into: &catalog)
        }
    }

    private mutating func readDefinition(of id: ObjectID) throws -> Definition {
        if var reader = try FieldReader(cursor, of: id) {
            let definition = try Definition(id.kind, reading: &reader)
            if reader.isDone {
                cursor = reader.cursor
                return definition
            }
        }
        var reader = MemberReader(members: try cursor.value().members ?? [:], id: id)
        return try Definition(id.kind, reading: &reader)
    }

    private mutating func readNeeds(of id: ObjectID, into catalog: inout Catalog) throws {
        guard var isFirst = try cursor.array() else { return }
        while try cursor.nextItem(&isFirst) {
            guard let need = try readName(in: &catalog) else {
                throw SnapshotError("\(id): an unreadable entry in \"needs\"")
            }
            catalog.insert(dependency: need, of: id)
        }
    }

    private mutating func readWhole(in catalog: inout Catalog) throws -> ObjectID? {
        if let whole, cursor.take(whole.place) { return whole.id }
        let start = cursor.place
        let id = try readName(in: &catalog)
        whole = (start..<cursor.place, id)
        return id
    }

    private mutating func readName(in catalog: inout Catalog) throws -> ObjectID? {
        guard var isFirst = try cursor.object() else {
            try cursor.skip()
            return nil
        }
        var name = Name()
        while let key = try cursor.nextKey(&isFirst) { try name.read(key, from: &cursor) }
        return name.id.map { catalog.shared($0) }
    }
}

/// What is written of an identity.
private struct Name {
    private var kind: Kind?
    private var path: [String] = []
    private var on: Kind?

    var id: ObjectID? {
        guard let kind, !path.isEmpty else { return nil }
        return ObjectID(kind: kind, path: path, on: on)
    }

    /// Reads the value of a member, or goes past it.
    mutating func read(_ key: JSONKey, from cursor: inout JSONCursor) throws {
        if key.isSame(as: "path") {
            let start = cursor
            if let path = try [String](reading: &cursor) {
                self.path = path
            } else {
                cursor = start
                path = []
                try cursor.skip()
            }
        } else if key.isSame(as: "kind") {
            kind = try Self.kind(from: &cursor)
        } else if key.isSame(as: "on") {
            on = try Self.kind(from: &cursor)
        } else {
            try cursor.skip()
        }
    }

    private static func kind(from cursor: inout JSONCursor) throws -> Kind? {
        guard var word = try cursor.string() else {
            try cursor.skip()
            return nil
        }
        return word.withUTF8 { Kind(word: UnsafeRawBufferPointer($0)) }
    }
}
