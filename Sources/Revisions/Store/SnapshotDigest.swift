/// A quick digest of a snapshot's objects, to see that nobody edited them; no protection against malice.
///
/// FNV-1a in four lanes over words of 64 bits, with a rotation: a snapshot of megabytes takes less time than to read it.
enum SnapshotDigest {
    /// Of everything from the end of the first line on.
    static func text(ofObjectsIn text: String) -> String {
        var text = text
        return text.withUTF8 { self.text(ofObjectsIn: UnsafeRawBufferPointer($0)) }
    }

    /// Of a text's UTF-8 bytes.
    static func text(ofObjectsIn text: UnsafeRawBufferPointer) -> String {
        let objects = UnsafeRawBufferPointer(rebasing: text[(text.firstIndex(of: UInt8(ascii: "\n")) ?? text.count)...])
        var lanes = SIMD4<UInt64>(repeating: 0xcbf2_9ce4_8422_2325)
        let words = objects.count / 8
        for word in 0..<words / 4 {
            for lane in 0..<4 {
                let part = objects.loadUnaligned(fromByteOffset: (word * 4 + lane) * 8, as: UInt64.self)
                lanes[lane] = mixed(lanes[lane], UInt64(littleEndian: part))
            }
        }
        var digest = mixed(lanes[0], UInt64(objects.count))
        for lane in 1..<4 { digest = mixed(digest, lanes[lane]) }
        for byte in objects[(words / 4 * 32)...] { digest = mixed(digest, UInt64(byte)) }
        return String(digest, radix: 16)
    }

    private static func mixed(_ digest: UInt64, _ word: UInt64) -> UInt64 {
        let product = (digest ^ word) &* 0x0000_0100_0000_01b3
        return product << 29 | product >> 35
    }
}
