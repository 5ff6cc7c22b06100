package import AutogenSchema

/// A name that is not as the project wants such names.
package struct NameBreach: Sendable {
    package let id: ObjectID
    package let wanted: String

    package init(_ id: ObjectID, wanted: String) {
        self.id = id
        self.wanted = wanted
    }
}
