import AutogenConnection
import AutogenSQLiteConnection
import Foundation

/// A program that keeps notes in a file, and brings that up to date by itself when it starts.
///
///     notes FILE                    list the notes
///     notes FILE add TEXT...        add one
@main
struct Notes {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let file = arguments.first else { return print("notes FILE [add TEXT...]") }
        do {
            let connection = try await SQLiteConnection.open(try DatabaseURL("sqlite:\(file)"), mode: .create)
            do {
                try await run(Array(arguments.dropFirst()), connection)
                await connection.close()
            } catch {
                await connection.close()
                throw error
            }
        } catch {
            FileHandle.standardError.write(Data("notes: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ words: [String], _ connection: SQLiteConnection) async throws {
        let store = try await NoteStore(connection)
        if words.first == "add" { try await store.add(words.dropFirst().joined(separator: " ")) }
        for note in try await store.all() { print(note) }
    }
}
