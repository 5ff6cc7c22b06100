import ArgumentParser
import AutogenDrift

/// `html=drift.html`: a format and the file it goes to.
struct FurtherReport: ExpressibleByArgument {
    let format: ReportFormat
    let file: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]), !parts[1].isEmpty else { return nil }
        self.format = format
        self.file = parts[1]
    }
}
