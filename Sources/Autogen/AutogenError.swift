public import AutogenDiff
public import AutogenRevisions
public import AutogenSchema

/// Why a call can't do what was asked.
public enum AutogenError: ExplainedError, Sendable {
    /// The project has no URL, and no connection was handed over.
    case noDatabase
    /// Nothing tells which database a file is written for.
    case noDialect([String])
    /// The two sides of a comparison, each with its dialect, are for different engines.
    case differentDialects(String, Dialect, String, Dialect)
    /// The text is no file or folder that exists, no database URL, and none of the words that name a source.
    case noSource(String)
    /// The database lacks these revisions.
    case behind(database: String, [RevisionScript])
    /// The database is not what its revisions make.
    case drifted(database: String, head: RevisionID?, [Change])
    /// Trying a revision did not show what it must; `allow` would write it all the same.
    case notProved(Proof)
    /// The environment has a function that did not hand over a connection.
    case notRun
    /// There is no template of this name, and no folder that could be one.
    case noTemplate(String)
    /// A file of a template is no UTF-8 text.
    case notText(String)
    /// A file of a template asks for a field `{{NAME}}` that nothing fills.
    case noField(String, file: String, known: [String])
    /// A template has Swift in it, and nothing says where its package finds autogen.
    case noPackage(String)
    /// A file that was to be made is there already.
    case exists(String)
    /// The file at this path can't be written.
    case notWritten(String)
    /// Somebody has changed the file at this path meanwhile.
    case changedMeanwhile(String)

    /// `usage`, but `difference` for a database that is behind, and `unsafe` for one that drifted and for what is not
    /// proved.
    public var category: ErrorCategory {
        switch self {
        case .noDatabase, .noDialect, .differentDialects, .noSource, .exists, .notWritten, .changedMeanwhile: .usage
        case .notRun, .noTemplate, .notText, .noField, .noPackage: .usage
        case .behind: .difference
        case .notProved, .drifted: .unsafe
        }
    }

    /// The fault in words, with the database, file or revision that it is about.
    public var explanation: Explanation {
        switch self {
        case .noDatabase:
            Explanation("no database is given", advice: "set \"url\" of the environment in autogen.yaml")
        case .noDialect(let sources):
            Explanation("nothing tells which database \(sources.joined(separator: " and ")) is for")
        case .differentDialects(let one, let oneDialect, let other, let otherDialect):
            Explanation(
                "\(one) is for \(oneDialect.title) and \(other) for \(otherDialect.title): they can't be compared")
        case .noSource(let text):
            Explanation(
                "there is no such file or folder, and it is no database URL (sqlite:PATH, postgresql://...), revision:ID, "
                    + "git:REF:PATH, declared or live", at: FileLocation(text))
        case .behind(let database, let scripts):
            Explanation(
                "the database \(database) is not at head; \(scripts.count) "
                    + "revision\(scripts.count == 1 ? " is" : "s are") not applied:\n"
                    + scripts.map { "  \($0.file)" }.joined(separator: "\n"))
        case .drifted(let database, let head, let changes): Self.drift(changes, database, head)
        case .notProved(let proof): Self.proof(proof)
        case .notRun: Explanation("the environment returned from online(_:) without work.run(on:)")
        case .noTemplate(let name):
            Explanation(
                "there is no template \"\(name)\", and no folder of that name with an autogen.yaml; known are "
                    + ProjectTemplate.all.map(\.name).joined(separator: ", "))
        case .notText(let file): Explanation("a template consists of UTF-8 text", at: FileLocation(file))
        case .noField(let name, let file, let known):
            Explanation(
                "unknown field {{\(name)}}; known are \(known.joined(separator: ", "))", at: FileLocation(file))
        case .noPackage(let template):
            Explanation(
                "the template \(template) makes a Swift package that depends on autogen, and nothing says where that is"
            )
        case .changedMeanwhile(let file):
            Explanation(
                "was changed while it was worked on, and is left as it is", advice: "run it again",
                at: FileLocation(file))
        case .exists(let file): Explanation("\(file) is there already; nothing was changed")
        case .notWritten(let file): Explanation("can't be written", at: FileLocation(file))
        }
    }

    private static func drift(_ changes: [Change], _ database: String, _ head: RevisionID?) -> Explanation {
        let differences = ChangeSummary.visible(changes).map { "  \(ChangeSummary.line(of: $0))" }
            .joined(separator: "\n")
        let what = head.map { "is not what its revisions make: after revision \($0), it has drifted" }
        return Explanation(
            "the database \(database) \(what ?? "has a schema, and there is no revision that makes it")\n\(differences)",
            advice: "no revision was written")
    }

    private static func proof(_ proof: Proof) -> Explanation {
        let outcomes = Direction.allCases.compactMap { direction in
            proof.outcome(direction).fault.map { "\(direction.rawValue): \($0)" }
        }
        return Explanation(
            "the revision could not be proved, so it was not written\n" + outcomes.joined(separator: "\n"))
    }
}

extension Proof.Outcome {
    /// What is wrong, in words; `nil` when nothing is.
    public var fault: String? {
        switch self {
        case .proved: nil
        case .differs(let changes):
            "it leaves a difference in a scratch database\n"
                + changes.map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
        case .values(let lines):
            "it does not keep the rows that were there\n" + lines.map { "  \($0)" }.joined(separator: "\n")
        case .observed(let what): what
        case .refused(let why): "a scratch database refused it\n  " + why.replacing("\n", with: "\n  ")
        case .notTried(let why): "not tried: \(why)"
        case .startsElsewhere(let changes):
            "not tried: the revisions before do not make what the snapshot of the last says\n"
                + changes.map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
                + "\nautogen verify names the revision"
        }
    }
}
