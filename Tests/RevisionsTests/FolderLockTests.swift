import Foundation
import Synchronization
import Testing

@testable import AutogenRevisions

@Suite struct FolderLockTests {
    private func folder(making made: Bool) throws -> RevisionFolder {
        let root = FileManager.default.temporaryDirectory.path + "/autogen-lock-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: made ? root + "/revisions" : root, withIntermediateDirectories: true)
        return RevisionFolder(root: root)
    }

    @Test(arguments: [true, false]) func oneAtATime(_ isThere: Bool) async throws {
        let folder = try folder(making: isThere)
        let waits = Mutex(0)
        let refusal = try await folder.exclusively(limit: .seconds(1)) {
            do {
                try await folder.exclusively(limit: .milliseconds(120), onWait: { waits.withLock { $0 += 1 } }) {}
                return ""
            } catch {
                return "\(error)"
            }
        }
        #expect(refusal.hasPrefix("revisions: another autogen command has been writing here"))
        #expect(waits.withLock { $0 } == 1)
        try await folder.exclusively(limit: .zero) {}
    }

    /// The folder is made by the one that holds the lock of the folder above.
    @Test func theFolderIsMadeMeanwhile() async throws {
        let folder = try folder(making: false)
        try await folder.exclusively(limit: .seconds(1)) {
            try FileManager.default.createDirectory(
                atPath: folder.root + "/revisions", withIntermediateDirectories: true)
        }
        try await folder.exclusively(limit: .zero) {
            let made = try FileManager.default.contentsOfDirectory(atPath: folder.root + "/revisions")
            #expect(made.isEmpty)
        }
    }
}
