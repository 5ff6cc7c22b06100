/// The SHA-256 digest (FIPS 180-4), for content hashes and checksums of scripts.
///
/// In plain Swift: one digest is all that is needed, and a cryptography package would more than double the build.
public enum SHA256 {
    /// The digest of a text's UTF-8 bytes as 64 hexadecimal digits.
    ///
    /// ```swift
    /// SHA256.hexadecimal("abc")  // ba7816bf 8f01cfea 414140de ...
    /// ```
    public static func hexadecimal(_ text: String) -> String {
        digest(Array(text.utf8)).map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    static func digest(_ message: [UInt8]) -> [UInt32] {
        var bytes = message
        bytes.append(0x80)
        while bytes.count % 64 != 56 { bytes.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }

        var state = primes(8).map { fraction(Double($0).squareRoot()) }
        let constants = roundConstants
        var schedule = [UInt32](repeating: 0, count: 64)
        for block in stride(from: 0, to: bytes.count, by: 64) {
            for index in 0..<16 {
                let at = block + index * 4
                schedule[index] =
                    UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
                    | UInt32(bytes[at + 3])
            }
            for index in 16..<64 {
                let a = schedule[index - 15]
                let b = schedule[index - 2]
                let s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
                let s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
                schedule[index] = schedule[index - 16] &+ s0 &+ schedule[index - 7] &+ s1
            }
            compress(&state, schedule, constants)
        }
        return state
    }

    private static func compress(_ state: inout [UInt32], _ schedule: [UInt32], _ constants: [UInt32]) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let choice = (e & f) ^ (~e & g)
            let first = h &+ s1 &+ choice &+ constants[index] &+ schedule[index]
            let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ s0 &+ majority)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    private static func primes(_ count: Int) -> [Int] {
        var found: [Int] = []
        var candidate = 2
        while found.count < count {
            if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }

    private static func fraction(_ number: Double) -> UInt32 {
        UInt32((number - number.rounded(.down)) * 4_294_967_296)
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes, by exact integer search.
    private static let roundConstants: [UInt32] = primes(64).map { prime in
        // The cube root times 2^32 is the cube root of prime * 2^96: a binary search in 128-bit steps.
        var low: UInt64 = 0
        var high: UInt64 = 1 << 36
        let goal = (high: UInt64(prime) << 32, low: UInt64(0))
        while high - low > 1 {
            let middle = (low + high) / 2
            if cube(middle) <= goal { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }

    /// The cube of a number below 2^36 as two halves of 64 bits.
    private static func cube(_ number: UInt64) -> (high: UInt64, low: UInt64) {
        let square = number.multipliedFullWidth(by: number)
        let low = square.low.multipliedFullWidth(by: number)
        return (square.high &* number &+ low.high, low.low)
    }
}
