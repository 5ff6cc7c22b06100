import ArgumentParser
import Autogen
import AutogenDrift
import AutogenLint
import AutogenRevisions
import AutogenSchema

/// Reads the words of options that stand for values of the engine; an unknown one is told with the nearest known.
enum OptionWord {
    static func format(_ text: String) throws -> ReportFormat {
        try known(text, ReportFormat.allCases.map(\.rawValue), ReportFormat.init)
    }

    static func reference(_ text: String) throws -> DriftReference {
        try known(text, DriftReference.allCases.map(\.rawValue), DriftReference.init)
    }

    static func rule(_ text: String) throws -> FailureRule {
        try known(text, FailureRule.words, { FailureRule($0) })
    }

    static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw ValidationError("\"\(text)\" is no day; write it as 2026-12-31") }
        return day
    }

    static func start(_ text: String) throws -> RevisionStart {
        try known(text, RevisionStart.allCases.map(\.rawValue), RevisionStart.init)
    }

    static func allowance(_ text: String, among known: [Allowance] = Allowance.allCases) throws -> Allowance {
        try self.known(text, known.map(\.rawValue)) { word in known.first { $0.rawValue == word } }
    }

    static func lintFormat(_ text: String) throws -> LintFormat {
        try known(text, LintFormat.allCases.map(\.rawValue), LintFormat.init)
    }

    static func severity(_ text: String) throws -> LintSeverity {
        try known(text, LintSeverity.allCases.map(\.rawValue), LintSeverity.init)
    }

    private static func known<Value>(_ text: String, _ words: [String], _ read: (String) -> Value?) throws -> Value {
        if let value = read(text) { return value }
        let nearest = NearestName.find(text, among: words).map { "did you mean \"\($0)\"?" }
        throw ValidationError("unknown word \"\(text)\"; \(nearest ?? "known are \(words.joined(separator: ", "))")")
    }
}
