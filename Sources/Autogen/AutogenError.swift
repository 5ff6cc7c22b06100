public import AutogenDiff
public import AutogenRevisions
public import AutogenSchema

/// Why a call can't do what was asked.
public enum AutogenError: Error, Sendable, CustomStringConvertible {
    case noDatabase
    /// Nothing tells which database a file is written for.
    case noDialect([String])
    case differentDialects(String, Dialect, String, Dialect)
    case noSource(String)
    /// The database lacks these revisions.
    case behind(database: String, [RevisionScript])
    /// The database is not what its revisions make.
    case drifted(database: String, head: RevisionID?, [Change])
    /// Trying a revision did not show what it must; `allow` would write it all the same.
    case notProved(Proof)
    /// The environment has a function that did not hand over a connection.
    case notRun
    case noTemplate(String)
    /// A file of a template is no UTF-8 text.
    case notText(String)
    case noField(String, file: String, known: [String])
    /// A template has Swift in it, and nothing says where its package finds autogen.
    case noPackage(String)
    case exists(String)
    case notWritten(String)

    public var description: String {
        switch self {
        case .noDatabase:
            "no database is given: set \"url\" of the environment in autogen.yaml, or add --url URL"
        case .noDialect(let sources):
            "which database is \(sources.joined(separator: " and ")) for? add --dialect postgresql or --dialect sqlite"
        case .differentDialects(let one, let oneDialect, let other, let otherDialect):
            "\(one) is for \(oneDialect.title) and \(other) for \(otherDialect.title): they can't be compared"
        case .noSource(let text):
            "\(text): there is no such file or folder, and it is no database URL (sqlite:PATH, postgresql://...), "
                + "revision:ID, declared or live"
        case .behind(let database, let scripts):
            "the database \(database) is not at head; \(scripts.count) revision\(scripts.count == 1 ? " is" : "s are") "
                + "not applied:\n" + scripts.map { "  \($0.file)" }.joined(separator: "\n")
                + "\nrun autogen upgrade first, or leave the database alone with --from head: the revision then leads from "
                + "what the revisions make"
        case .drifted(let database, let head, let changes): Self.text(ofDrift: changes, database, head)
        case .notProved(let proof): Self.text(of: proof)
        case .notRun: "the environment returned from online(_:) without work.run(on:)"
        case .noTemplate(let name):
            "there is no template \"\(name)\", and no folder of that name with an autogen.yaml; known are "
                + ProjectTemplate.all.map(\.name).joined(separator: ", ")
        case .notText(let file): "\(file): a template consists of UTF-8 text"
        case .noField(let name, let file, let known):
            "\(file): unknown field {{\(name)}}; known are \(known.joined(separator: ", "))"
        case .noPackage(let template):
            "the template \(template) makes a Swift package that depends on autogen; say where that is: --package FOLDER or --package URL"
        case .exists(let file): "\(file) is there already; nothing was changed"
        case .notWritten(let file): "\(file): can't be written"
        }
    }

    private static func text(ofDrift changes: [Change], _ database: String, _ head: RevisionID?) -> String {
        let differences = ChangeSummary.visible(changes).map { "  \(ChangeSummary.line(of: $0))" }
        guard let head else {
            return """
                the database \(database) has a schema, and there is no revision that makes it
                \(differences.joined(separator: "\n"))
                no revision was written; to go on
                  autogen init --from-database   takes the schema over as declared files and a first revision
                  --from head                    leaves this alone and starts from an empty schema
                """
        }
        return """
            the database \(database) is not what its revisions make: after revision \(head), it has drifted
            \(differences.joined(separator: "\n"))
            no revision was written; to go on
              autogen drift   shows each difference with the SQL that repairs the database
              --from head     leaves the drift alone: the revision leads from revision \(head) to the declared schema
            """
    }

    private static func text(of proof: Proof) -> String {
        let outcomes = Direction.allCases.compactMap { direction in
            proof.outcome(direction).fault.map { "\(direction.rawValue): \($0)" }
        }
        return "the revision could not be proved, so it was not written\n" + outcomes.joined(separator: "\n")
            + "\nadd --allow unproved to write it all the same, and correct it by hand"
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
        case .refused(let why): "a scratch database refused it\n  " + why.replacing("\n", with: "\n  ")
        case .notTried(let why): "not tried: \(why)"
        case .startsElsewhere(let changes):
            "not tried: the revisions before do not make what the snapshot of the last says\n"
                + changes.map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
                + "\nautogen verify names the revision; autogen check --accept writes its snapshot anew"
        }
    }
}
