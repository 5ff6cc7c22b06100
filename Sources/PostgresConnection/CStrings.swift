/// Lends pairs of key and value to a C function as two arrays that end with a null pointer.
enum CStrings {
    typealias List = UnsafePointer<UnsafePointer<CChar>?>

    static func with<T>(_ pairs: [(String, String)], _ body: (List, List) -> T) -> T {
        lend(pairs.map(\.0), []) { keys in lend(pairs.map(\.1), []) { values in body(keys, values) } }
    }

    /// Each string lives as long as the call below its own.
    private static func lend<T>(_ strings: [String], _ pointers: [UnsafePointer<CChar>?], _ body: (List) -> T) -> T {
        guard let first = strings.first else { return body(pointers + [nil]) }
        return first.withCString { lend(Array(strings.dropFirst()), pointers + [$0], body) }
    }
}
