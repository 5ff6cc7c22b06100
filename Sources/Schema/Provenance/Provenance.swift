/// Where the objects of a declared schema are declared, and what their authors say of them there.
package struct Provenance: Sendable {
    /// The statement that makes each object.
    package let locations: [ObjectID: FileLocation]
    package let annotations: [Annotation]

    package init(locations: [ObjectID: FileLocation] = [:], annotations: [Annotation] = []) {
        self.locations = locations
        self.annotations = annotations
    }
}

/// A comment of a declared file that says something about the object beside it.
///
/// ```sql
/// -- autogen:renamed-from users
/// CREATE TABLE people (
///     id integer PRIMARY KEY,
///     name text NOT NULL,  -- autogen:renamed-from full_name
///     team integer NOT NULL,  -- autogen:fill 1
///     seen timestamptz  -- autogen:zone Europe/Berlin
/// );
/// ```
package struct Annotation: Sendable, Hashable {
    /// What it says; the raw value is the word of the comment.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The object had another name before.
        case renamedFrom = "renamed-from"
        /// What the rows at hand get in a column that must have a value.
        case fill
        /// In which zone the times of a column are that gets a type with a zone, or one without.
        case zone

        /// Whether it is about the rows of a column.
        package var isOfColumn: Bool {
            switch self {
            case .fill, .zone: true
            case .renamedFrom: false
            }
        }
    }

    package let kind: Kind
    /// The object as it is declared.
    package let object: Address
    /// What follows the word.
    package let argument: String
    package let location: FileLocation

    package init(_ kind: Kind, of object: Address, _ argument: String, at location: FileLocation) {
        self.kind = kind
        self.object = object
        self.argument = argument
        self.location = location
    }
}
