/// A quick digest of what was added to it, 128 bits wide: what differs has another one, as far as chance can tell.
///
/// Its keys are drawn anew by each process, so nobody can write two texts that share one; it never leaves the process.
package struct Fingerprint: Sendable, Hashable {
    private var first: UInt64
    private var second: UInt64

    /// Of nothing yet.
    package init() {
        first = Self.keys.0
        second = Self.keys.1
    }

    /// A number for tables of hashes, as good as the whole.
    var hash: UInt64 { first }

    /// Adds a number.
    package mutating func add(_ word: UInt64) { mix(word, Self.keys) }

    /// Adds a text by its bytes.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Adds bytes, and how many there are, so that what follows can't run into them.
    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        let keys = Self.keys
        mix(UInt64(bytes.count), keys)
        var place = 0
        while place + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self), keys)
            place += 8
        }
        guard place < bytes.count else { return }
        var last: UInt64 = 0
        while place < bytes.count {
            last = last << 8 | UInt64(bytes[place])
            place += 1
        }
        mix(last, keys)
    }

    private mutating func mix(_ word: UInt64, _ keys: Keys) {
        first = Self.folded(first ^ word, keys.2)
        second = Self.folded(second &+ word, keys.3)
    }

    /// Both halves of a product in one word.
    private static func folded(_ word: UInt64, _ key: UInt64) -> UInt64 {
        let (high, low) = word.multipliedFullWidth(by: key)
        return high ^ low
    }

    private typealias Keys = (UInt64, UInt64, UInt64, UInt64)

    /// Odd where they multiply, so that no bit of a word is lost.
    private static let keys: Keys = (.random(in: .min ... .max), .random(in: .min ... .max), oddKey(), oddKey())

    private static func oddKey() -> UInt64 { .random(in: 1 << 63 ... .max) | 1 }
}
