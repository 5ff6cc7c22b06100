import Foundation

/// Replaces what differs from run to run, numbering equal pieces alike, so that whole outputs can be compared.
enum Masked {
    static func text(_ text: String) -> String {
        var text = text
        for (name, pattern) in [
            ("SHA", "[0-9a-f]{64}"), ("STAMP", "20[0-9]{6}T[0-9]{6}Z"), ("TIME", "20[0-9-]{8}T[0-9:]{8}Z"),
            ("DAY", "20[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9T])"), ("ID", "(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])"),
        ] {
            text = replaced(text, name, pattern)
        }
        return text
    }

    private static func replaced(_ text: String, _ name: String, _ pattern: String) -> String {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return text }
        let range = NSRange(text.startIndex..., in: text)
        var numbers: [String: Int] = [:]
        var result = text
        for match in expression.matches(in: text, range: range) {
            guard let found = Range(match.range, in: text) else { continue }
            let piece = String(text[found])
            numbers[piece] = numbers[piece] ?? numbers.count + 1
        }
        for (piece, number) in numbers { result = result.replacing(piece, with: "\(name)\(number)") }
        return result
    }
}
