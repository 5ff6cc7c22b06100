package import AutogenSchema

/// What takes the place of something that goes, or must be there with something that comes.
package struct Succession: Sendable, Hashable {
    package let ids: Set<ObjectID>
    /// Whether the old can stay until the new is there.
    package let mayCoexist: Bool

    package init(_ ids: Set<ObjectID> = [], mayCoexist: Bool = false) {
        self.ids = ids
        self.mayCoexist = mayCoexist
    }
}
