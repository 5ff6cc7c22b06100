import AutogenSchema

extension MaskedSecret {
    /// Tells the person where a secret has to be put in.
    static func hazards(in options: [String], of id: ObjectID) -> [Hazard] {
        options.filter { Options.value($0).hasPrefix(mark) }.map { hazard("\(Options.name($0)) of \(id)") }
    }

    static func hazards(inConnection text: String, of id: ObjectID) -> [Hazard] {
        text.contains(mark) ? [hazard("password of \(id)")] : []
    }

    private static func hazard(_ secret: String) -> Hazard {
        Hazard(.manual, "put the \(secret) in place of \(mark)..., or write the script with --show-secrets")
    }
}
