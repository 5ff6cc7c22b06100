/// A piece of SQL text, as far as it matters for telling statements apart.
struct SQLToken {
    enum Kind {
        /// A keyword or a bare name.
        case word
        /// A string, a quoted name or a dollar-quoted body.
        case quoted
        case comment
        case semicolon
        case opening, closing
        case other
    }

    let kind: Kind
    /// Byte offsets.
    let range: Range<Int>
}
