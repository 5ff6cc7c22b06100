import AutogenSchema

/// Gives objects names that every file system takes: each a different one within its folder, also where capital and
/// small letters are the same.
///
/// ```swift
/// var names = FileNames()
/// names.name("order/items", in: "tables")  // order%2Fitems
/// names.name("Users", in: "tables")        // Users
/// names.name("users", in: "tables")        // users-2
/// ```
struct FileNames {
    /// In bytes: most file systems take 255, and an ending is still to come.
    private static let limit = 120
    private var taken: Set<String> = []

    mutating func name(_ text: String, in folder: String) -> String {
        let plain = Self.shortened(Self.escaped(text))
        var name = plain
        var number = 1
        while !taken.insert("\(folder)/\(name)".lowercased()).inserted {
            number += 1
            name = "\(plain)-\(number)"
        }
        return name
    }

    /// Letters and digits of any script, `_`, `-` and single dots and spaces inside; everything else by its bytes, as in a URL.
    static func escaped(_ text: String) -> String {
        let inner = Set(text.indices.dropFirst().dropLast())
        let result = zip(text.indices, text).map { index, character in
            let isPlain =
                character.isLetter || character.isNumber || character == "_" || character == "-"
                || inner.contains(index) && (character == "." || character == " ")
            return isPlain ? String(character) : Percent.encodeAll(String(character))
        }.joined()
        return result.isEmpty ? "%" : result
    }

    private static func shortened(_ text: String) -> String {
        var result = ""
        var length = 0
        for character in text {
            length += String(character).utf8.count
            guard length <= limit else { return result }
            result.append(character)
        }
        return result
    }
}
