/// What an ``ObjectID`` refers to: made once, shared by all its copies.
final class QualifiedName: Sendable {
    let kind: Kind
    /// The kind of what it is said of.
    let on: Kind?
    let path: [String]
    /// Of all of this.
    let fingerprint: Fingerprint

    init(kind: Kind, path: [String], on: Kind?) {
        self.kind = kind
        self.on = on
        self.path = path
        var fingerprint = Fingerprint()
        fingerprint.add(kind.place)
        fingerprint.add(on?.place ?? UInt64.max)
        for part in path { fingerprint.add(part) }
        self.fingerprint = fingerprint
    }
}
