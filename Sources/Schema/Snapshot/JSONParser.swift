/// What is wrong with a JSON text, and where.
public struct JSONError: ExplainedError, Sendable, Hashable {
    public let message: String
    /// Counted from 1.
    public let line: Int
    public var category: ErrorCategory { .usage }
    public var explanation: Explanation { Explanation("line \(line): \(message)") }
}

extension JSON {
    /// Reads a JSON text (RFC 8259) whose numbers are integers.
    public init(parsing text: String) throws(JSONError) {
        var text = text
        let result = text.withUTF8 { bytes -> Result<JSON, JSONError> in
            var cursor = JSONCursor(UnsafeRawBufferPointer(bytes))
            do throws(JSONError) {
                let value = try cursor.value()
                try cursor.end()
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }
}
