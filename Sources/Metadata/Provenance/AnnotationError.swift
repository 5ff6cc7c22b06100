package import AutogenSchema

/// What is wrong with a comment that means something.
package struct AnnotationError: ExplainedError, Sendable, Hashable {
    package enum Fault: Sendable, Hashable {
        /// No comment begins so.
        case unknown(String)
        /// Nothing stands beside it that it could be about.
        case unbound(String)
        /// The schema makes large objects, so that nothing is known of where its objects come from.
        case untold(String)
        /// Nothing follows the word.
        case empty(String)
        /// It is about something else than a column.
        case noColumn(String, Address)
    }

    package let fault: Fault
    private let place: FileLocation

    init(_ fault: Fault, at place: FileLocation) {
        self.fault = fault
        self.place = place
    }

    package var category: ErrorCategory { .usage }

    package var explanation: Explanation {
        switch fault {
        case .unknown(let word):
            let known = Annotation.Kind.allCases.map(\.rawValue)
            let hint = NearestName.find(word, among: known).map { "did you mean autogen:\($0)?" }
            return Explanation(
                "autogen:\(word) means nothing; \(hint ?? "known are \(known.map { "autogen:\($0)" }.joined(separator: ", "))")",
                at: place)
        case .untold(let word):
            return Explanation(
                "autogen:\(word) can't be bound to anything: the declared files make large objects, by which it is told what "
                    + "each statement makes; leave those out, or say the same by an option", at: place)
        case .empty(let word):
            let wanted = Annotation.Kind(rawValue: word)?.argument ?? "argument"
            return Explanation("autogen:\(word) says nothing: the \(wanted) must follow", at: place)
        case .noColumn(let word, let object):
            return Explanation(
                "autogen:\(word) is for a column, and stands beside \(object): write it on the line of the column, or over "
                    + "that", at: place)
        case .unbound(let word):
            return Explanation(
                "autogen:\(word) stands beside nothing that has a name: write it over a statement, or on the line of a "
                    + "column, a constraint, a label or an attribute, or over that", at: place)
        }
    }
}

extension Annotation.Kind {
    /// What stands behind the word.
    fileprivate var argument: String {
        switch self {
        case .renamedFrom: "old name"
        case .fill: "SQL expression"
        case .zone: "name of a time zone"
        }
    }
}
