import AutogenSchema

extension MaskedSecret {
    /// Tells the person where a secret has to be put in.
    static func hazards(in options: [String], of id: ObjectID) -> [Hazard] {
        options.filter { Options.value($0).hasPrefix(mark) }.map {
            hazard(Options.value($0), Options.name($0), of: id)
        }
    }

    static func hazards(inConnection text: String, of id: ObjectID) -> [Hazard] {
        masks(in: text).map { hazard(String($0), "password", of: id) }
    }

    private static func hazard(_ mask: String, _ secret: String, of id: ObjectID) -> Hazard {
        let name = variable(for: mask)
        return .byHand(
            id, "the \(secret) is not written here: autogen takes it from \(name), psql needs it in place of the mask")
    }
}
