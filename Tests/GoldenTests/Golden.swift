import Foundation
import Testing

/// The golden files under `snapshots/`: compared with, or written anew when `AUTOGEN_RECORD` is 1.
enum Golden {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")

    private static var isRecording: Bool { ProcessInfo.processInfo.environment["AUTOGEN_RECORD"] == "1" }

    /// Expects a file to hold a text.
    static func expect(_ text: String, in path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let url = root.appending(path: "snapshots/\(path)")
        if isRecording {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return
        }
        let golden = try String(contentsOf: url, encoding: .utf8)
        let have = text.split(separator: "\n", omittingEmptySubsequences: false)
        let want = golden.split(separator: "\n", omittingEmptySubsequences: false)
        guard have != want else { return }
        let line =
            zip(have, want).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(have.count, want.count)
        Issue.record(
            """
            \(path):\(line + 1) is not what autogen writes now; scripts/record-snapshots re-records
            golden: \(line < want.count ? want[line] : "(end)")
            now:    \(line < have.count ? have[line] : "(end)")
            """, sourceLocation: sourceLocation)
    }
}
