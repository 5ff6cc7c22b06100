/// Writes the objects that one kind of gene grows into.
protocol Writer {
    /// Adds statements that the server takes, or none where there is nothing to build upon.
    static func write(_ dice: inout Dice, into draft: inout Draft)
}
