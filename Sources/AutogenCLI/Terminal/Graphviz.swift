import Autogen
import AutogenDrift

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Asks `dot` of Graphviz, where it is installed, for the places in a diagram.
enum Graphviz {
    /// Beyond this many boxes it takes minutes.
    private static let most = 300
    private static let limit = Duration.seconds(20)

    /// The plain layout when there is no `dot`, or when it takes too long.
    static func layout(of diagram: Diagram) async -> DiagramLayout {
        let plain = DiagramLayout(plain: diagram)
        guard !diagram.isEmpty, diagram.entities.count <= most, let program = path() else { return plain }
        guard let output = await run(program, DiagramLayout.graphvizSource(of: diagram)) else { return plain }
        return DiagramLayout(graphviz: output, of: diagram) ?? plain
    }

    private static func path() -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/dot" }.first(where: FileManager.default.isExecutableFile(atPath:))
    }

    private static func run(_ program: String, _ source: String) async -> String? {
        let input = FileManager.default.temporaryDirectory.path + "/autogen-\(UUID().uuidString).dot"
        let output = input + ".plain"
        defer {
            try? FileManager.default.removeItem(atPath: input)
            try? FileManager.default.removeItem(atPath: output)
        }
        guard FileManager.default.createFile(atPath: input, contents: Data(source.utf8)),
            let status = try? await Subprocess.run(program, ["-Tplain", input], output: output, limit: limit),
            status == 0
        else { return nil }
        return FileManager.default.contents(atPath: output).map { String(decoding: $0, as: UTF8.self) }
    }
}
