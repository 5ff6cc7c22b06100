/// What a catalog holds, in flat arrays: one entry for each identity that is named in it, found by the hash of the
/// identity, with the place of its parent and a list of the places of what it needs.
struct ObjectTable: Sendable {
    /// Where an entry stands.
    typealias Place = UInt32

    /// An identity, and what is known of it.
    struct Entry: Sendable {
        let id: ObjectID
        /// Nothing where an object is only named, as what another one needs.
        var definition: Definition?
        var fingerprint = Fingerprint()
        var parent = ObjectTable.nowhere
        /// Where the list of what it needs begins.
        var firstNeed = ObjectTable.nowhere

        /// What is there under this identity.
        var object: SchemaObject? { definition.map { SchemaObject(id, $0, fingerprint) } }
    }

    /// A link of a list of needs.
    struct Link: Sendable {
        let need: Place
        let next: Place
    }

    /// The places of what an object needs.
    struct Needs: Sequence, IteratorProtocol, Sendable {
        private let links: [Link]
        private var link: Place

        fileprivate init(_ links: [Link], from link: Place) {
            self.links = links
            self.link = link
        }

        mutating func next() -> Place? {
            guard link != ObjectTable.nowhere else { return nil }
            defer { link = links[Int(link)].next }
            return links[Int(link)].need
        }
    }

    static let nowhere = Place.max

    /// How many objects there are.
    private(set) var count = 0
    private(set) var entries: [Entry] = []
    private var links: [Link] = []
    /// Places by hashes, the next free slot after each; a power of two of them, half of them free at least.
    private var slots: [Place] = []

    /// Makes room for so many identities at once.
    mutating func reserveCapacity(_ count: Int) {
        entries.reserveCapacity(count)
        links.reserveCapacity(count)
        if count * 2 > slots.count { spread(over: count * 2) }
    }

    /// Where the entry of an identity stands, if there is one.
    func place(of id: ObjectID) -> Place? {
        guard !slots.isEmpty else { return nil }
        let place = slots[slot(of: id)]
        return place == Self.nowhere ? nil : place
    }

    /// The entry of an identity, if there is one.
    subscript(id: ObjectID) -> Entry? { place(of: id).map { entries[Int($0)] } }

    /// Where the entry of an identity stands, made where there was none.
    mutating func insert(_ id: ObjectID) -> Place {
        if entries.count * 2 >= slots.count { spread(over: max(16, slots.count * 2)) }
        let slot = slot(of: id)
        if slots[slot] != Self.nowhere { return slots[slot] }
        let place = Place(entries.count)
        slots[slot] = place
        entries.append(Entry(id: id))
        return place
    }

    /// What the list that begins at a link names.
    func needs(from link: Place) -> Needs { Needs(links, from: link) }

    /// Sets what an object is.
    mutating func set(_ object: SchemaObject) -> Place {
        let place = insert(object.id)
        if entries[Int(place)].definition == nil { count += 1 }
        entries[Int(place)].definition = object.definition
        entries[Int(place)].fingerprint = object.fingerprint
        return place
    }

    /// Sets what an object is part of, which counts as a need, too.
    mutating func setParent(_ parent: Place, of place: Place) {
        entries[Int(place)].parent = parent
        addNeed(parent, of: place)
    }

    /// Says that an object needs another one; to say it twice makes no difference.
    mutating func addNeed(_ need: Place, of place: Place) {
        let first = entries[Int(place)].firstNeed
        guard !needs(from: first).contains(need) else { return }
        entries[Int(place)].firstNeed = Place(links.count)
        links.append(Link(need: need, next: first))
    }

    /// Removes an object, and what is said of it. What others say of it stays.
    mutating func remove(_ id: ObjectID) {
        guard let place = place(of: id).map(Int.init) else { return }
        if entries[place].definition != nil { count -= 1 }
        entries[place].definition = nil
        entries[place].parent = Self.nowhere
        entries[place].firstNeed = Self.nowhere
    }

    private mutating func spread(over count: Int) {
        var size = 16
        while size < count { size *= 2 }
        slots = Array(repeating: Self.nowhere, count: size)
        for (place, entry) in entries.enumerated() { slots[slot(of: entry.id)] = Place(place) }
    }

    /// The slot of an identity, or the free one in which it belongs.
    private func slot(of id: ObjectID) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: id.fingerprint.hash) & mask
        while slots[slot] != Self.nowhere, entries[Int(slots[slot])].id != id { slot = (slot + 1) & mask }
        return slot
    }
}
