#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The order of texts by their UTF-8 bytes, which is the same on every system.
enum ByteOrder {
    static func precedes(_ first: String, _ second: String) -> Bool {
        var (first, second) = (first, second)
        return first.withUTF8 { first in
            second.withUTF8 { second in
                guard let one = first.baseAddress, let other = second.baseAddress else {
                    return first.count < second.count
                }
                let order = memcmp(one, other, min(first.count, second.count))
                return order < 0 || order == 0 && first.count < second.count
            }
        }
    }
}
