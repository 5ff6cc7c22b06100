/// A quick digest of a snapshot's objects (FNV-1a, 64 bits), to see that nobody edited them; no protection against malice.
enum Checkmark {
    /// Of everything from the end of the first line on.
    static func text(ofObjectsIn text: String) -> String {
        var text = text
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        text.withUTF8 { bytes in
            for byte in bytes[(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex)...] {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            }
        }
        return String(hash, radix: 16)
    }
}
