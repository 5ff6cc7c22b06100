/// `CREATE SUBSCRIPTION` reaches another server unless it says `connect = false`: a declaration is read without that.
enum SubscriptionRewrite {
    /// The statement with `connect = false`; `nil` when it has the option already.
    static func offline(_ text: String) -> String? {
        let folded = text.lowercased().filter { !$0.isWhitespace }
        if ["connect=false", "connect=off", "connect=0", "connect=no"].contains(where: folded.contains) { return nil }
        var body = Substring(text)
        while let last = body.last, last.isWhitespace || last == ";" { body.removeLast() }
        guard let options = optionList(of: body) else { return "\(body) WITH (connect = false);" }
        return "\(body[...options])connect = false, \(body[body.index(after: options)...]);"
    }

    /// The parenthesis after `WITH`, outside of string literals and quoted names.
    private static func optionList(of text: Substring) -> String.Index? {
        var quote: Character?
        var word = ""
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "'" || character == "\"" {
                quote = character
                word = ""
            } else if character == "(", word.lowercased() == "with" {
                return index
            } else if character.isLetter || character == "_" {
                if index > text.startIndex, text[text.index(before: index)].isWhitespace { word = "" }
                word.append(character)
            } else if !character.isWhitespace {
                word = ""
            }
        }
        return nil
    }
}
