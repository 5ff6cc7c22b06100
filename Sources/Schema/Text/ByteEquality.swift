/// Text is equal where its bytes are, everywhere in autogen: both databases see it so, while Swift's own operators take
/// `é` for the same as `e` with an accent behind it.
///
/// These stand in for Swift's wherever texts, optional texts or lists of them meet an operator. Sets and dictionaries ask
/// the type itself: their keys are ``Swift/String/exact``.
extension String {
    package static func == (left: String, right: String) -> Bool { left.hasBytes(of: right) }
    package static func != (left: String, right: String) -> Bool { !left.hasBytes(of: right) }

    func hasBytes(of other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension Optional where Wrapped == String {
    package static func == (left: String?, right: String?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?): left == right
        case (nil, _?), (_?, nil): false
        }
    }

    package static func != (left: String?, right: String?) -> Bool { !(left == right) }
}

extension Array where Element == String {
    package static func == (left: [String], right: [String]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0 == $1 }
    }

    package static func != (left: [String], right: [String]) -> Bool { !(left == right) }
}

extension Array where Element == [String] {
    package static func == (left: [[String]], right: [[String]]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0 == $1 }
    }

    package static func != (left: [[String]], right: [[String]]) -> Bool { !(left == right) }
}

extension Sequence where Element == String {
    package func contains(_ text: String) -> Bool { contains { $0 == text } }
}

extension Collection where Element == String {
    package func firstIndex(of text: String) -> Index? { firstIndex { $0 == text } }
}
