/// What an ``ObjectID`` refers to: made once, shared by all its copies.
final class QualifiedName: Sendable {
    let kind: Kind
    /// The kind of what it is said of.
    let on: Kind?
    let path: [String]
    /// Of all of this.
    let hash: UInt64

    init(kind: Kind, path: [String], on: Kind?) {
        self.kind = kind
        self.on = on
        self.path = path
        var print = Fingerprint()
        print.add(kind.place)
        print.add(on?.place ?? UInt64.max)
        for part in path { print.add(part) }
        hash = print.hash
    }

    /// Whether the bytes are the same.
    func isSame(as other: QualifiedName) -> Bool {
        hash == other.hash && kind == other.kind && on == other.on && path == other.path
    }
}
