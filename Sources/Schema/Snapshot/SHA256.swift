/// The SHA-256 digest (FIPS 180-4), for content hashes and checksums of scripts.
///
/// In plain Swift: one digest is all that is needed, and a cryptography package would more than double the build.
package enum SHA256 {
    /// The digest of a text's UTF-8 bytes as 64 hexadecimal digits.
    ///
    /// ```swift
    /// SHA256.hexadecimal("abc")  // ba7816bf 8f01cfea 414140de ...
    /// ```
    package static func hexadecimal(_ text: String) -> String {
        var text = text
        return text.withUTF8 { hexadecimal(of: UnsafeRawBufferPointer($0)) }
    }

    /// The digest of bytes as 64 hexadecimal digits.
    package static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { hexadecimal(of: $0) }
    }

    private static func hexadecimal(of message: UnsafeRawBufferPointer) -> String {
        let state = digest(message)
        return String(unsafeUninitializedCapacity: 64) { text in
            for digit in 0..<64 {
                let value = UInt8(truncatingIfNeeded: state[digit / 8] >> (28 - UInt32(digit % 8) * 4)) & 15
                text[digit] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
            }
            return 64
        }
    }

    private static func digest(_ message: UnsafeRawBufferPointer) -> SIMD8<UInt32> {
        var state = initialState
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            roundConstants.withUnsafeBufferPointer { constants in
                let whole = message.count / 64 * 64
                for block in stride(from: 0, to: whole, by: 64) {
                    compress(&state, UnsafeRawBufferPointer(rebasing: message[block..<block + 64]), schedule, constants)
                }
                let ending = ending(of: message, from: whole)
                ending.withUnsafeBytes { ending in
                    for block in stride(from: 0, to: ending.count, by: 64) {
                        let block = UnsafeRawBufferPointer(rebasing: ending[block..<block + 64])
                        compress(&state, block, schedule, constants)
                    }
                }
            }
        }
        return state
    }

    /// What follows the last whole block, a one, zeros, and the length in bits: one block or two.
    private static func ending(of message: UnsafeRawBufferPointer, from whole: Int) -> [UInt8] {
        var bytes = Array(message[whole...])
        bytes.append(0x80)
        while bytes.count % 64 != 56 { bytes.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        return bytes
    }

    private static func compress(
        _ state: inout SIMD8<UInt32>, _ block: UnsafeRawBufferPointer, _ schedule: UnsafeMutableBufferPointer<UInt32>,
        _ constants: UnsafeBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            schedule[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        for index in 16..<64 {
            let a = schedule[index - 15]
            let b = schedule[index - 2]
            let s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
            let s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
            schedule[index] = schedule[index - 16] &+ s0 &+ schedule[index - 7] &+ s1
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        var index = 0
        // Eight rounds bring each word back to its name, so none has to be moved.
        while index < 64 {
            round(a, b, c, &d, e, f, g, &h, constants[index] &+ schedule[index])
            round(h, a, b, &c, d, e, f, &g, constants[index + 1] &+ schedule[index + 1])
            round(g, h, a, &b, c, d, e, &f, constants[index + 2] &+ schedule[index + 2])
            round(f, g, h, &a, b, c, d, &e, constants[index + 3] &+ schedule[index + 3])
            round(e, f, g, &h, a, b, c, &d, constants[index + 4] &+ schedule[index + 4])
            round(d, e, f, &g, h, a, b, &c, constants[index + 5] &+ schedule[index + 5])
            round(c, d, e, &f, g, h, a, &b, constants[index + 6] &+ schedule[index + 6])
            round(b, c, d, &e, f, g, h, &a, constants[index + 7] &+ schedule[index + 7])
            index += 8
        }
        state &+= SIMD8(a, b, c, d, e, f, g, h)
    }

    /// The sums of three rotations are written as rotations of one another, 25 = 6 + 5 + 14 and 22 = 2 + 11 + 9.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
    ) {
        let choice = (e & f) ^ (~e & g)
        h = h &+ rotated(e ^ rotated(e ^ rotated(e, 14), 5), 6) &+ choice &+ input
        d = d &+ h
        let majority = (a & b) ^ (a & c) ^ (b & c)
        h = h &+ rotated(a ^ rotated(a ^ rotated(a, 9), 11), 2) &+ majority
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

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

    /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
    private static let initialState = SIMD8(primes(8).map { fraction(Double($0).squareRoot()) })

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
