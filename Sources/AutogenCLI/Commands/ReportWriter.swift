import ArgumentParser
import AutogenDrift

/// Writes a report in a format, with what only the command line knows: colours, and whether Graphviz is installed.
struct ReportWriter {
    let session: Session

    func write(_ report: DriftReport, _ format: ReportFormat, to file: String?) async throws {
        let text =
            switch format {
            case .text: coloured(report, isForTerminal: file == nil)
            case .html: HTMLReport.text(of: report, layout: await Graphviz.layout(of: report.diagram))
            case .json, .markdown, .github, .gitlab, .sarif, .junit: format.text(of: report)
            }
        try OutputFile.write(text, to: file, session.terminal)
    }

    private func coloured(_ report: DriftReport, isForTerminal: Bool) -> String {
        var writer = TextReport()
        writer.showsSQL = session.options.verbose
        if isForTerminal {
            writer.paint = { [terminal = session.terminal] text, severity in
                switch severity {
                case .error: terminal.output(text, .removed)
                case .warning: terminal.output(text, .changed)
                case .info: terminal.output(text, .dim)
                case nil: terminal.output(text, .dim)
                }
            }
        }
        return writer.text(of: report)
    }
}

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
