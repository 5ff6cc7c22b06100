enum CommentWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        guard let thing = dice.pick("thing", draft.things, by: \.comment) else { return }
        let text = dice.pick("text", "a comment", "it's another", "two\nlines", "with \\ and \"quotes\"")
        draft.add("COMMENT ON \(thing.comment) IS \(Names.literal(text))")
    }
}
