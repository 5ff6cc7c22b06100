/// Percent-encoding (RFC 3986, section 2.1).
package enum Percent {
    /// `nil` when a `%` is not followed by two hexadecimal digits.
    package static func decode(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Everything but the unreserved characters `A-Z a-z 0-9 - . _ ~`, and those named beside, as `%XX`.
    package static func encode(_ text: String, keeping others: String = "") -> String {
        let kept = "-._~" + others
        return text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || kept.unicodeScalars.contains(scalar) ? String(scalar) : encode(byte)
        }.joined()
    }

    /// Every byte, whatever it is.
    package static func encodeAll(_ text: String) -> String { text.utf8.map(encode).joined() }

    private static func encode(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
