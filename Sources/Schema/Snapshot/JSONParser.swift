/// What is wrong with a JSON text, and where.
package struct JSONError: ExplainedError, Sendable, Hashable {
    package let message: String
    /// Counted from 1.
    package let line: Int
    package var category: ErrorCategory { .usage }
    package var explanation: Explanation { Explanation("line \(line): \(message)") }
}

extension JSON {
    /// Reads a JSON text (RFC 8259) whose numbers are integers.
    package init(parsing text: String) throws(JSONError) {
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
