public import AutogenSchema

/// Why a rename can't be one.
public struct RenameError: ExplainedError, Sendable, Hashable {
    /// What is wrong with it.
    public enum Fault: Sendable, Hashable {
        /// The schema before the revision has no such object; the one whose name is most like it.
        case missing(nearest: Address?)
        /// The declared schema has no such object; the one whose name is most like it.
        case undeclared(Address, nearest: Address?)
        /// The schema before has an object of the old name and one of the new name, and the second would go.
        case both(Address, Address)
        /// Another rename is of the same object, or to the same name.
        case twice(Rename)
        /// What follows the comment is no name.
        case unreadable(String)
        /// The database refused it, in its own words.
        case refused(String)
    }

    /// The rename as it was asked for.
    public let rename: String
    /// What is wrong with it.
    public let fault: Fault
    private let place: FileLocation?

    init(_ rename: some CustomStringConvertible, _ fault: Fault) {
        self.rename = rename.description
        self.fault = fault
        place = nil
    }

    init(_ annotation: Annotation, _ fault: Fault) {
        rename = "\(annotation.object), autogen:\(annotation.kind.rawValue) \(annotation.argument)"
        self.fault = fault
        place = annotation.location
    }

    /// `unsafe` where something would be lost, `database` for what that refused, `usage` for the rest.
    public var category: ErrorCategory {
        switch fault {
        case .missing, .undeclared, .unreadable, .twice: .usage
        case .both: .unsafe
        case .refused: .database
        }
    }

    /// The rename, what is wrong with it, and the nearest name.
    public var explanation: Explanation {
        func hint(_ nearest: Address?) -> String { nearest.map { "; did you mean \($0)?" } ?? "" }
        let (what, advice): (String, String?) =
            switch fault {
            case .missing(let nearest): ("nothing has the old name\(hint(nearest))", nil)
            case .undeclared(let wanted, let nearest): ("\(wanted) is not declared\(hint(nearest))", nil)
            case .both(let old, let new):
                (
                    "\(old) and \(new) are both there, and only one of them can have the name",
                    "drop \(new) by a revision of its own first, or leave the rename out where it was made long ago"
                )
            case .twice(let other): ("\(other) takes the same name, or renames the same object", nil)
            case .unreadable(let fault): (fault, nil)
            case .refused(let message): (message, nil)
            }
        return Explanation("rename \(rename): \(what)", advice: advice, at: place)
    }
}
