import Autogen

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Runs Alembic by a line of shell, in the folder of its project.
struct AlembicRunner {
    let command: String
    let folder: String

    var program: AlembicProgram {
        AlembicProgram { [command, folder] arguments in
            let file = FileManager.default.temporaryDirectory.path + "/autogen-\(UUID().uuidString)"
            let errors = file + ".errors"
            defer {
                try? FileManager.default.removeItem(atPath: file)
                try? FileManager.default.removeItem(atPath: errors)
            }
            let line = "errors=$1 && cd \"$2\" && shift 2 && \(command) \"$@\" 2>\"$errors\""
            let status = try await Subprocess.run(
                "/bin/sh", ["-c", line, "sh", errors, folder] + arguments, output: file)
            let complaints = Self.text(of: errors)
            if status == 126 || status == 127 {
                throw UsageError(
                    "\(command) can't be run: \(complaints.split(separator: "\n").last ?? ""); "
                        + "--alembic COMMAND says how, such as --alembic \"python3 -m alembic\"")
            }
            return AlembicProgram.Outcome(isDone: status == 0, output: Self.text(of: file), errors: complaints)
        }
    }

    private static func text(of file: String) -> String {
        String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }
}
