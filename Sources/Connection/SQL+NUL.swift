package import AutogenSchema

extension SQL {
    /// Refuses a NUL character: the engines' C functions would silently take it for the end of the text.
    package func checkNoNUL() throws(DatabaseError) {
        guard let index = text.utf8.firstIndex(of: 0) else { return }
        throw DatabaseError(
            .statement, message: "the SQL text holds a NUL character, which no database accepts",
            position: text.unicodeScalars.distance(from: text.startIndex, to: index) + 1)
    }
}
