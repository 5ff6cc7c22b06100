extension StringProtocol {
    /// Without white space at either end.
    package var trimmingSpaces: String {
        let head = drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}
