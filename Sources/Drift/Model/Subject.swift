public import AutogenRevisions
public import AutogenSchema

/// What a finding is about.
public enum Subject: Sendable, Hashable {
    /// An object of the schema.
    case object(ObjectID)
    /// A revision, with its script where there is one.
    case revision(RevisionID, file: String?)
    /// The revisions of the project as a whole.
    case history
    /// The database as a whole.
    case database

    /// As a person would name it: `column public.users.email`, `revision 3f2a9c81d0be`.
    public var name: String {
        switch self {
        case .object(let id): id.description
        case .revision(let id, _): "revision \(id)"
        case .history: "the history"
        case .database: "the database"
        }
    }

    /// The kind of thing, for filters: `column`, `revision`.
    public var kind: String {
        switch self {
        case .object(let id): id.kind.rawValue
        case .revision: "revision"
        case .history: "history"
        case .database: "database"
        }
    }

    /// The schema that an object lives in.
    public var schema: String? {
        switch self {
        case .object(let id): id.schema
        case .revision, .history, .database: nil
        }
    }

    /// The identity of the object; `nil` for everything else.
    public var object: ObjectID? {
        switch self {
        case .object(let id): id
        case .revision, .history, .database: nil
        }
    }

    /// The file that a person would open.
    public var file: String? {
        switch self {
        case .revision(_, let file): file
        case .object, .history, .database: nil
        }
    }
}
