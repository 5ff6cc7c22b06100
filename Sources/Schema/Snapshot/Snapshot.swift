/// The canonical text of a catalog: JSON, one object a line, in the order of identities.
///
/// ```json
/// {"format":2,"facts":1,"dialect":"sqlite","version":"3.40.1","objects":[
/// {"kind":"table","path":["main","users"]},
/// {"kind":"column","path":["main","users","id"],"part of":{...},"is":{"position":1,"type":"INTEGER"}}
/// ]}
/// ```
///
/// Equal catalogs of one server version have equal texts. Attributes with the value they have when nothing is said
/// are left out, so a snapshot written before an attribute existed reads back as one that says nothing about it.
package enum Snapshot {
    /// The version of the format; it grows when a reader of the version before would misread the text.
    ///
    /// Format 2 is that of snapshots whose revisions accept what they lose.
    package static let format = 2

    /// How much a snapshot says of an object beyond the text of its definition; it grows when a rule asks for more, and
    /// ``NamingEngine/completed(_:detail:)`` then finds that in the text.
    ///
    /// 0, of snapshots that say no number, have nothing; 1 have all that was asked of PostgreSQL; 2 have what was asked of
    /// SQLite, too. No text tells in which order triggers were made, nor what needs its application.
    static let detail = 2

    package static func text(of catalog: Catalog) -> String {
        var text = "{\"format\":\(format),\"facts\":\(detail),\"dialect\":"
        catalog.dialect.rawValue.json.write(to: &text)
        text += ",\"version\":"
        catalog.version.description.json.write(to: &text)
        text += ",\"objects\":["
        text += objectLines(of: catalog).joined(separator: ",")
        text += "\n]}\n"
        return text
    }

    /// A SHA-256 digest of the objects in hexadecimal: the same for two catalogs that hold the same objects, whatever
    /// the version of the server they come from.
    package static func contentHash(of catalog: Catalog) -> String {
        SHA256.hexadecimal(objectLines(of: catalog).joined())
    }

    private static func objectLines(of catalog: Catalog) -> [String] {
        catalog.ids.compactMap { id in
            guard let object = catalog[id] else { return nil }
            var line = "\n"
            json(of: object, in: catalog).write(to: &line)
            return line
        }
    }

    private static func json(of object: SchemaObject, in catalog: Catalog) -> JSON {
        var members = object.id.jsonMembers
        let parent = catalog.parent(of: object.id)
        if let parent { members.append(.init("part of", parent.json)) }
        let needs = catalog.needs(of: object.id).filter { $0 != parent }.sorted()
        if !needs.isEmpty { members.append(.init("needs", .array(needs.map(\.json)))) }
        let fields = object.fields.filter { !$0.json.isAbsent(in: $0) }
        if !fields.isEmpty { members.append(.init("is", .object(fields.map { .init($0.name, $0.json) }))) }
        return .object(members)
    }

    /// The catalog that a text was written of.
    ///
    /// Throws what is wrong with the text, and in which of its objects.
    package static func catalog(parsing text: String) throws(SnapshotError) -> Catalog {
        var text = text
        let result = text.withUTF8 { bytes -> Result<Catalog, SnapshotError> in
            var reader = SnapshotReader(UnsafeRawBufferPointer(bytes))
            do throws(SnapshotError) { return .success(try reader.read()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

extension JSON {
    fileprivate func isAbsent(in field: Field) -> Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty && field.isAbsent
        case .array(let items): items.isEmpty
        case .integer, .bool, .object: field.isAbsent && (self == .bool(false) || self == .integer(0))
        }
    }
}

/// Why a snapshot can't be read.
public struct SnapshotError: ExplainedError, Sendable, Hashable {
    /// What is wrong with the file, and where in it.
    public let message: String
    package init(_ message: String) { self.message = message }
    /// Always `usage`.
    public var category: ErrorCategory { .usage }
    /// The message, without a place.
    public var explanation: Explanation { Explanation(message) }
}

extension ObjectID {
    var jsonMembers: [JSON.Member] {
        var members = [JSON.Member("kind", .string(kind.rawValue)), JSON.Member("path", .array(path.map(JSON.string)))]
        if let on { members.append(JSON.Member("on", .string(on.rawValue))) }
        return members
    }

    package var json: JSON { .object(jsonMembers) }

    package init?(json: JSON) {
        guard let members = json.members, let kind = members["kind"]?.string.flatMap(Kind.init(rawValue:)),
            let items = members["path"]?.items
        else { return nil }
        let path = items.compactMap(\.string)
        guard path.count == items.count, !path.isEmpty else { return nil }
        self.init(kind: kind, path: path, on: members["on"]?.string.flatMap(Kind.init(rawValue:)))
    }
}
