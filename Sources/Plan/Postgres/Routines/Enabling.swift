import AutogenSchema

/// `ENABLE`, `DISABLE`, `ENABLE REPLICA`, `ENABLE ALWAYS` of triggers and rules.
enum Enabling {
    static func words(_ firing: Firing) -> SQL {
        switch firing {
        case .origin: "ENABLE"
        case .replica: "ENABLE REPLICA"
        case .always: "ENABLE ALWAYS"
        case .disabled: "DISABLE"
        }
    }

    static func statement(_ firing: Firing, _ kind: SQL, _ id: ObjectID) -> Statement {
        Statement(head: "ALTER TABLE \(name: id.relationPath)", "\(words(firing)) \(kind) \(name: id.name)")
    }
}
