import AutogenDrift
import Foundation

/// Asks `dot` of Graphviz, where it is installed, for the places in a diagram.
enum Graphviz {
    /// Beyond this many boxes it takes minutes.
    private static let most = 300
    private static let limit = Duration.seconds(20)

    /// The plain layout when there is no `dot`, or when it takes too long.
    static func layout(of diagram: Diagram) async -> DiagramLayout {
        let plain = DiagramLayout(plain: diagram)
        guard !diagram.isEmpty, diagram.entities.count <= most, let program = path() else { return plain }
        let source = DiagramLayout.graphvizSource(of: diagram)
        guard let output = await run(program, source) else { return plain }
        return DiagramLayout(graphviz: output, of: diagram) ?? plain
    }

    private static func path() -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/dot" }.first(where: FileManager.default.isExecutableFile(atPath:))
    }

    private static func run(_ program: String, _ source: String) async -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "autogen-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "diagram.dot")
        let output = folder.appending(path: "diagram.plain")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(source.utf8).write(to: input)
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = ["-Tplain", "-o", output.path, input.path]
            process.standardInput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            let end = ContinuousClock.now + limit
            while process.isRunning, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(20)) }
            guard !process.isRunning else {
                process.terminate()
                return nil
            }
            return process.terminationStatus == 0 ? try String(contentsOf: output, encoding: .utf8) : nil
        } catch {
            return nil
        }
    }
}
