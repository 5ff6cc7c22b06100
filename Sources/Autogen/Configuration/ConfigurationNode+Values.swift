import AutogenConnection
import AutogenRevisions
import AutogenSchema
import Yams

/// Values of other kinds than text.
extension ConfigurationNode {
    func flag(_ name: String) throws(ConfigurationError) -> Bool {
        switch try string(name) {
        case "true": return true
        case "false": return false
        default: throw error("\(name) must be true or false")
        }
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard let number = Int(try string(name)), range.contains(number) else {
            throw error("\(name) must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// `500ms`, `5s`, `2m`.
    func duration(_ name: String) throws(ConfigurationError) -> Duration {
        let text = try string(name)
        guard let duration = Duration(setting: text) else {
            throw error("\(name) must be a time such as 500ms, 5s or 2m")
        }
        return duration
    }

    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, of type: Word.Type
    ) throws(ConfigurationError) -> Word where Word.RawValue == String {
        let text = try string(name)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue)
            let nearest = NearestName.find(text, among: known).map { "; did you mean \"\($0)\"?" }
            throw error("\(name) must be \(known.joined(separator: ", "))\(nearest ?? "")")
        }
        return word
    }

    func items(_ name: String) throws(ConfigurationError) -> [ConfigurationNode] {
        guard case .sequence(let sequence) = node else { throw error("\(name) must be a list") }
        return sequence.map { ConfigurationNode(node: $0, file: file) }
    }
}
