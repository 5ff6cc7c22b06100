import AutogenPlan
import Testing

@testable import AutogenRevisions

@Suite struct BatchCommentTests {
    @Test func isReadAsItIsWritten() throws {
        let texts = [
            "-- autogen:batch key=id size=5000", "-- autogen:batch key=a,\"B c\" size=10 pause=50ms",
            "-- autogen:batch key=ctid size=1 pause=2000ms lag=16384kB",
        ]
        for text in texts { #expect(try BatchComment(text)?.text == text) }
        let batch = try #require(try BatchComment("-- autogen:batch lag=16MB pause=2s"))
        #expect(batch.text == "-- autogen:batch key=ctid size=5000 pause=2000ms lag=16384kB")
        #expect(try BatchComment("-- autogen:batches are good") == nil)
        #expect(try BatchComment("-- hazard (lock): batch") == nil)
    }

    @Test(arguments: [
        "size", "size=", "size=0", "size=many", "key=", "key=a.b", "pause=5", "pause=5h", "lag=5h", "lag=5", "rows=5",
        "size=1 size=2",
    ])
    func refusesWhatItDoesNotKnow(_ text: String) {
        #expect(throws: BatchCommentError.self) { try BatchComment("-- autogen:batch \(text)") }
    }

    @Test func placesAreReadAsTheyAreWritten() {
        let places: [BatchPlace] = [.row(["5000"]), .row(["a \"b\" c", "", "é\n"]), .page(800, of: 12_000)]
        for place in places {
            let progress = RevisionProgress(.upgrade, done: 3, isBegun: true, place: place)
            #expect(RevisionProgress(progress.description) == progress)
        }
        #expect(RevisionProgress("upgrade 3 begun somewhere") == nil)
        #expect(RevisionProgress("upgrade 3 begun") == RevisionProgress(.upgrade, done: 3, isBegun: true))
    }
}
