package import AutogenSchema

/// One change of one name, at its place among others.
package struct RenameStep: Sendable, Hashable {
    /// The object as the schema before the script calls it.
    package let object: Address
    /// What it is called when the step begins.
    package let from: [String]
    /// What it is called then; another name or another schema, never both.
    package let to: [String]

    /// Whether it moves to another schema.
    package var changesSchema: Bool { from.count > 1 && from.first != to.first }

    /// The new name of its own.
    package var name: String { Address(kind: object.kind, path: to).ownName }

    package var oldName: String { Address(kind: object.kind, path: from).ownName }

    /// What takes it back.
    package var reversed: RenameStep { RenameStep(object: object, from: to, to: from) }
}
