#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension String {
    /// The text as a key of a set or a dictionary: itself where it is ASCII, and with its other bytes written out
    /// elsewhere, so that two keys are the same only if their bytes are.
    ///
    /// ```swift
    /// "caf\u{E9}".exact == "cafe\u{301}".exact  // false, and not one key of a dictionary either
    /// ```
    package var exact: String {
        guard utf8.contains(where: Self.isWrittenOut) else { return self }
        var bytes: [UInt8] = []
        for byte in utf8 {
            guard Self.isWrittenOut(byte) else {
                bytes.append(byte)
                continue
            }
            bytes.append(1)
            bytes += Array(String(byte, radix: 16).utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The key of a name that SQLite finds in any case: it folds ASCII letters and no others.
    package var folded: String { loweringASCII.exact }

    /// With small letters for the capitals of ASCII.
    package var loweringASCII: String {
        guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
        return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// What begins a byte that is written out must be written out itself.
    private static func isWrittenOut(_ byte: UInt8) -> Bool { byte >= 0x80 || byte == 1 }

    /// By bytes, which for texts without accents of their own is the order of code points.
    package func precedes(_ other: String) -> Bool { order(to: other) < 0 }

    /// Below 0 where this text comes first, 0 where both have the same bytes.
    func order(to other: String) -> Int {
        var (left, right) = (self, other)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                guard let one = left.baseAddress, let other = right.baseAddress else { return left.count - right.count }
                let order = memcmp(one, other, min(left.count, right.count))
                return order == 0 ? left.count - right.count : Int(order)
            }
        }
    }
}

extension [String] {
    /// A path as one key.
    package var exact: String { map(\.exact).joined(separator: "\u{0}") }
}
