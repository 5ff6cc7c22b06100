/// The identity of one object: its kind and its qualified name.
///
/// ```swift
/// ObjectID(.column, "public", "users", "email")
/// ObjectID(.function, "public", "total", "order_id integer")  // the last part is the argument list
/// ObjectID(.comment, on: ObjectID(.table, "public", "users"))
/// ```
///
/// The path starts with the schema where the kind lives in one. On SQLite the schema is `main`.
/// Two are the same where the bytes of their names are.
/// Comments, grants and owners name the object they belong to: they carry its kind in ``on`` and start with its path.
///
/// A copy is one reference, whose hash is known: what a catalog holds by identity costs no text.
public struct ObjectID: Sendable, Hashable, Comparable {
    private let qualified: QualifiedName

    /// What kind of object it is.
    public var kind: Kind { qualified.kind }
    /// The parts of its name, the schema first.
    public var path: [String] { qualified.path }
    /// For a comment, grant or owner: the kind of the object it belongs to.
    public var on: Kind? { qualified.on }

    /// An identity by the parts of its name.
    public init(_ kind: Kind, path: [String]) { self.init(kind: kind, path: path, on: nil) }

    /// An identity by the parts of its name.
    public init(_ kind: Kind, _ path: String...) { self.init(kind: kind, path: path, on: nil) }

    /// The identity of something said about another object, such as its comment; a grant adds the grantee.
    public init(_ kind: Kind, on target: ObjectID, _ more: String...) {
        self.init(kind: kind, path: more.isEmpty ? target.path : target.path + more, on: target.kind)
    }

    /// Of all that it says.
    var fingerprint: Fingerprint { qualified.fingerprint }

    init(kind: Kind, path: [String], on: Kind?) { qualified = QualifiedName(kind: kind, path: path, on: on) }

    /// The object that a comment, grant or owner belongs to.
    public var target: ObjectID? {
        guard let on else { return nil }
        return ObjectID(on, path: kind == .grant || kind == .securityLabel ? path.dropLast() : path)
    }

    /// The schema that the object lives in, or that it is; `nil` for what lives in none.
    public var schema: String? {
        let kind = (target ?? self).kind
        if kind == .namespace { return path.first }
        if kind == .defaultPrivileges { return path.count > 1 && !path[1].isEmpty ? path[1] : nil }
        return kind.livesInSchema && path.count > 1 ? path.first : nil
    }

    /// The last part of the path: the object's own name.
    public var name: String { path.last ?? "" }

    /// By the bytes of all parts.
    public static func == (left: Self, right: Self) -> Bool {
        left.qualified === right.qualified || left.qualified.fingerprint == right.qualified.fingerprint
    }

    /// By the bytes of all parts.
    public func hash(into hasher: inout Hasher) { hasher.combine(qualified.fingerprint.hash) }

    /// By the parts, byte by byte, then by the kind.
    public static func < (left: Self, right: Self) -> Bool {
        for (one, other) in zip(left.path, right.path) {
            let order = one.order(to: other)
            if order != 0 { return order < 0 }
        }
        if left.path.count != right.path.count { return left.path.count < right.path.count }
        if left.kind != right.kind { return left.kind < right.kind }
        guard let one = left.on, let other = right.on else { return left.on == nil && right.on != nil }
        return one < other
    }
}

extension ObjectID: CustomStringConvertible {
    /// As a person would name it: `column public.users.email`, `comment on table public.users`,
    /// `function public.total(integer)`, `default privileges of app in public on tables to reader`.
    public var description: String {
        if let target {
            if kind == .grant { return "grant on \(target) to \(name.visibleLine)" }
            return kind == .securityLabel
                ? "security label for \(name.visibleLine) on \(target)" : "\(kind.rawValue) on \(target)"
        }
        if kind == .defaultPrivileges, path.count == 4 {
            let place = schema.map { " in \(SQL.shown($0))" } ?? ""
            return
                "\(kind.rawValue) of \(path[0].visibleLine)\(place) on \(path[2].lowercased()) to \(name.visibleLine)"
        }
        if kind == .operator {
            return "operator \(SQL.shown(path.prefix(1))).\(path.dropFirst().first ?? "")(\(name.visibleLine))"
        }
        if kind == .function || kind == .aggregate {
            return "\(kind.rawValue) \(SQL.shown(path.dropLast()))(\(name.visibleLine))"
        }
        return "\(kind.rawValue) \(SQL.shown(path))"
    }
}

extension SQL {
    /// A qualified name, each part quoted where it must be.
    package static func dotted(_ path: some Sequence<String>) -> String {
        path.map(quoted(name:)).joined(separator: ".")
    }
}
