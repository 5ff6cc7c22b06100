import Foundation

/// How often the tests that try luck do so: a few times, or as `AUTOGEN_TEST_ROUNDS` says.
enum Rounds {
    static var range: Range<Int> {
        0..<(ProcessInfo.processInfo.environment["AUTOGEN_TEST_ROUNDS"].flatMap(Int.init) ?? 2)
    }
}
