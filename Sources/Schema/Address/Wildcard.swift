/// Patterns in which `*` stands for any text and `?` for one character.
public enum Wildcard {
    public static func fits(_ text: String, _ pattern: String) -> Bool {
        fits(Array(text.unicodeScalars)[...], Array(pattern.unicodeScalars)[...])
    }

    private static func fits(_ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return fits(text, pattern.dropFirst()) || !text.isEmpty && fits(text.dropFirst(), pattern)
        }
        guard let scalar = text.first, first == "?" || first == scalar else { return false }
        return fits(text.dropFirst(), pattern.dropFirst())
    }
}
