import Autogen
import AutogenDrift

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Puts the report on the page of a GitHub workflow run: the file that `GITHUB_STEP_SUMMARY` names.
enum StepSummary {
    static func append(_ report: DriftReport, when isWanted: Bool) throws {
        guard isWanted, let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else {
            return
        }
        let before = FileManager.default.contents(atPath: path) ?? Data()
        do {
            let text = Data(ReportFormat.markdown.text(of: report).utf8)
            try (before + text).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ConfigurationError(file: path, message: "the step summary can't be written")
        }
    }
}
