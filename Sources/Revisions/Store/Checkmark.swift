/// A quick digest of a snapshot's objects (FNV-1a, 64 bits), to see that nobody edited them; no protection against malice.
enum Checkmark {
    static func text(of objects: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in objects { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
