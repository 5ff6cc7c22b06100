/// What identifies the rows of a table to subscribers (`REPLICA IDENTITY`).
public enum ReplicaIdentity: Sendable, Hashable {
    /// The primary key.
    case `default`
    /// Nothing: subscribers can't be told of updates and deletions.
    case nothing
    /// The whole row.
    case full
    /// An index of the table, by its name.
    case index(String)
}

extension ReplicaIdentity: FieldValue {
    package static let absent = ReplicaIdentity.default

    /// `nothing`, `full`, or the name of an index, which is put in an object where it could be taken for one of these.
    package var json: JSON {
        switch self {
        case .default: .null
        case .nothing: "nothing".json
        case .full: "full".json
        case .index(let name):
            Self.words.contains(name) ? .object([JSON.Member("index", name.json)]) : name.json
        }
    }

    package init?(json: JSON) {
        switch json {
        case .null: self = .default
        case .string("nothing"): self = .nothing
        case .string("full"): self = .full
        case .string(let name): self = .index(name)
        case .object(let members):
            guard let name = members.first(where: { $0.key == "index" })?.value.string else { return nil }
            self = .index(name)
        case .array, .bool, .integer: return nil
        }
    }

    /// `nothing`, `full`, or an object with the name of an index.
    package init?(column: UnsafeRawBufferPointer?) {
        guard let column else {
            self = .default
            return
        }
        switch String(decoding: column, as: UTF8.self) {
        case "nothing": self = .nothing
        case "full": self = .full
        default: self.init(jsonColumn: column)
        }
    }

    package var shown: String {
        switch self {
        case .default: "none"
        case .nothing: "nothing"
        case .full: "full"
        case .index(let name): Self.words.contains(name) ? "index \(name)" : name
        }
    }

    /// By the bytes of the name.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.default, .default), (.nothing, .nothing), (.full, .full): true
        case (.index(let left), .index(let right)): left == right
        case (.default, _), (.nothing, _), (.full, _), (.index, _): false
        }
    }

    private static let words = ["nothing", "full"]
}
