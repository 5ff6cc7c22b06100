import AutogenSchema
import Testing

@Suite struct GoldenTests {
    @Test(arguments: try Sample.all("postgres", .postgresql))
    func postgres(_ sample: Sample) async throws { try await sample.check() }

    @Test(arguments: try Sample.all("sqlite", .sqlite))
    func sqlite(_ sample: Sample) async throws { try await sample.check() }
}
