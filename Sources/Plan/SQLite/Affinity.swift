import AutogenSchema

/// What SQLite makes of the values that a column is given (<https://www.sqlite.org/datatype3.html#type_affinity>).
package enum Affinity {
    case integer, numeric, real, text
    /// A value stays as it is given.
    case none

    package init(_ type: String, strict: Bool) {
        let type = type.uppercased()
        if type.contains("INT") {
            self = .integer
        } else if ["CHAR", "CLOB", "TEXT"].contains(where: type.contains) {
            self = .text
        } else if type.isEmpty || type.contains("BLOB") || (strict && type == "ANY") {
            self = .none
        } else if ["REAL", "FLOA", "DOUB"].contains(where: type.contains) {
            self = .real
        } else {
            self = .numeric
        }
    }

    /// Whether a column takes and keeps the same values under both types: `VARCHAR(10)` and `VARCHAR(40)`.
    static func storesAlike(_ old: String, strict wasStrict: Bool, _ new: String, strict isStrict: Bool) -> Bool {
        guard Affinity(old, strict: wasStrict) == Affinity(new, strict: isStrict) else { return false }
        // What a strict table refuses depends on the type itself, of which two are one.
        let names = [old, new].map { $0 == "INT" ? "INTEGER" : $0 }
        return !isStrict || names[0] == names[1]
    }

    /// What is said of values that go from a column of one affinity to one of another; `nil` where each stays what it is.
    static func loss(from old: Affinity, to new: Affinity) -> String? {
        switch (old, new) {
        // Only CAST makes a difference between the two.
        case (_, .none), (.integer, .integer), (.integer, .numeric), (.numeric, .integer), (.numeric, .numeric),
            (.real, .real), (.text, .text):
            nil
        case (.real, .integer), (.real, .numeric): "makes its whole numbers integers"
        case (.integer, .real), (.numeric, .real): "makes its integers floating point numbers, which rounds large ones"
        case (.text, .real), (.none, .real):
            "makes numbers of its texts that look like one: '007' becomes 7.0, and rounds large integers"
        case (.text, .integer), (.text, .numeric), (.none, .integer), (.none, .numeric):
            "makes numbers of its texts that look like one: '007' becomes 7"
        case (.integer, .text), (.numeric, .text), (.real, .text), (.none, .text):
            "makes texts of its numbers, which rounds those with many digits"
        }
    }
}
