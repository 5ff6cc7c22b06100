import Autogen
import AutogenRevisions
import AutogenSchema

/// Runs the lines of shell that a project wants run with each new script.
///
/// The file is `{file}`, or comes last; values of `-x` are `{x.KEY}`, and variables `AUTOGEN_X_KEY`.
struct Hooks {
    struct Failed: ExplainedError {
        let line: String
        let status: Int32
        let file: String

        var category: ErrorCategory { .usage }
        var explanation: Explanation {
            Explanation("the hook \"\(line)\" ended with status \(status); \(file) is written")
        }
    }

    let lines: [String]
    let values: [String: String]

    func run(with path: String, shownAs file: String) async throws {
        for line in lines {
            var text = line.contains("{file}") ? line.replacing("{file}", with: "\"$1\"") : line + " \"$1\""
            for key in values.keys { text = text.replacing("{x.\(key)}", with: "\"$\(variable(key))\"") }
            let environment = values.sorted { $0.key < $1.key }.map { (variable($0.key), $0.value) }
            let status = try await Subprocess.run(line: text, path, environment: environment)
            guard status == 0 else { throw Failed(line: line, status: status, file: file) }
        }
    }

    private func variable(_ key: String) -> String { "AUTOGEN_X_" + key.uppercased().replacing("-", with: "_") }
}

extension Session {
    /// Runs the hooks for a new script, and takes it as they leave it.
    func runHooks(for script: RevisionScript, _ revision: RevisionOptions? = nil) async throws {
        guard !hooks.isEmpty else { return }
        do {
            try await Hooks(lines: hooks, values: options.givenValues())
                .run(with: autogen.project.revisions.path(of: script), shownAs: script.file)
        } catch {
            // What those before it have made of the script is judged all the same.
            try await autogen.recordEdit(of: script, revision)
            throw error
        }
        try await autogen.recordEdit(of: script, revision)
    }
}
