/// Text is equal where its bytes are, everywhere in autogen: both databases see it so, while Swift's own operators take
/// `é` for the same as `e` with an accent behind it.
///
/// These stand in for Swift's wherever texts, optional texts or lists of them meet an operator. Sets and dictionaries ask
/// the type itself: their keys are ``Swift/String/exact``.
extension String {
    package static func == (left: String, right: String) -> Bool { left.hasBytes(of: right) }
    package static func != (left: String, right: String) -> Bool { !left.hasBytes(of: right) }

    func hasBytes(of other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (left, right) = (self, other)
        return left.withUTF8 { left in
            right.withUTF8 { UnsafeRawBufferPointer(left).isSame(as: UnsafeRawBufferPointer($0)) }
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether both hold the same bytes, eight of which are compared at once.
    func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        var place = 0
        while place + 8 <= count {
            let (left, right) = (
                loadUnaligned(fromByteOffset: place, as: UInt64.self),
                other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            )
            guard left == right else { return false }
            place += 8
        }
        while place < count {
            guard self[place] == other[place] else { return false }
            place += 1
        }
        return true
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

extension Set where Element == String {
    /// Looks the text up: of those that Swift takes for one, a set holds one.
    package func contains(_ text: String) -> Bool { member(like: text).map { $0 == text } ?? false }
}

extension Set {
    fileprivate func member(like element: Element) -> Element? { firstIndex(of: element).map { self[$0] } }
}

extension Collection where Element == String {
    package func firstIndex(of text: String) -> Index? { firstIndex { $0 == text } }
}
