/// What one object of a random schema grows from.
///
/// Everything about the object is drawn from the seed, each choice by a key of its own. So one choice can be drawn again
/// and the others stay as they are, and a choice among other objects stays the same as long as the chosen one is there.
struct Gene: Sendable, Hashable {
    var kind: GeneKind
    /// Names the object, together with its kind.
    var number: Int
    var seed: UInt64
    /// Seeds of the choices that were drawn again.
    var redrawn: [String: UInt64] = [:]
    /// Choices that have the plainest outcome, whatever the seed says.
    var calmed: Set<String> = []

    /// How many numbers there are: enough that kinds which share their names find room.
    static let numbers = 60

    var place: Place { Place(kind: kind, number: number) }

    /// The identity of a gene within its genome.
    struct Place: Sendable, Hashable {
        let kind: GeneKind
        let number: Int
    }
}
