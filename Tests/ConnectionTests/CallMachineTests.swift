import AutogenConnection
import AutogenSchema
import Testing

@testable import AutogenPostgresConnection

/// The turns that a real server takes too rarely or too slowly to be waited for.
@Suite struct CallMachineTests {
    private let rows = Rows(columns: ["n"], values: [.text("1")])
    private let stopped = DatabaseError(.statement, code: "57014", message: "canceling statement due to user request")
    private let cancelled = DatabaseError(.cancelled, message: "the task was cancelled")

    private func running(_ machine: inout CallMachine, _ request: Request = .query("SELECT 1")) -> CallID {
        let id = machine.nextID()
        #expect(machine.submit(id, request) == [.send(request)])
        return id
    }

    @Test func callsAreSentOneAfterAnother() {
        var machine = CallMachine()
        let first = running(&machine)
        let second = machine.nextID()
        #expect(machine.submit(second, .execute("SELECT 2")) == [])
        #expect(machine.receive(.rows(rows)) == [])
        #expect(machine.receive(.ready) == [.finish(first, .success([rows])), .send(.execute("SELECT 2"))])
        #expect(machine.receive(.rows(rows)) == [])
        #expect(machine.receive(.ready) == [.finish(second, .success([]))])
    }

    @Test func theNextCallWaitsForTheCancelRequestOfTheLast() {
        var machine = CallMachine()
        let first = running(&machine)
        let second = machine.nextID()
        #expect(machine.submit(second, .query("SELECT 2")) == [])
        #expect(machine.cancel(first) == [.requestCancel, .expireCancel(first, after: CallMachine.cancelLimit)])
        #expect(machine.cancel(first) == [])
        #expect(machine.receive(.rows(rows)) == [])
        #expect(machine.receive(.ready) == [])
        #expect(machine.cancelRequested() == [.finish(first, .success([rows])), .send(.query("SELECT 2"))])
        #expect(machine.cancelExpired(first) == [])
        #expect(machine.cancelRetryDue(first) == [])
    }

    @Test func aCancelRequestIsRepeatedUntilTheAnswer() {
        var machine = CallMachine()
        let id = running(&machine)
        _ = machine.cancel(id)
        for delay in [50, 100, 200, 400, 800, 1000, 1000] {
            #expect(machine.cancelRequested() == [.retryCancel(id, after: .milliseconds(delay))])
            #expect(machine.cancelRetryDue(id) == [.requestCancel])
            #expect(machine.cancelRetryDue(id) == [])
        }
        #expect(machine.receive(.failed(stopped)) == [])
        #expect(machine.receive(.ready) == [])
        let error = DatabaseError(.cancelled, code: "57014", message: "the task was cancelled")
        #expect(machine.cancelRequested() == [.finish(id, .failure(error))])
    }

    @Test func anotherErrorOfACancelledStatementIsKept() {
        var machine = CallMachine()
        let id = running(&machine)
        let error = DatabaseError(.statement, code: "23505", message: "duplicate key")
        _ = machine.cancel(id)
        _ = machine.receive(.failed(error))
        _ = machine.cancelRequested()
        #expect(machine.receive(.ready) == [.finish(id, .failure(error))])
    }

    @Test func aWaitingCallIsCancelledWithoutTheServer() {
        var machine = CallMachine()
        let first = running(&machine)
        let second = machine.nextID()
        _ = machine.submit(second, .query("SELECT 2"))
        #expect(machine.cancel(second) == [.finish(second, .failure(cancelled))])
        #expect(machine.receive(.ready) == [.finish(first, .success([]))])
    }

    @Test func anUnansweredCancellationGivesTheConnectionUp() {
        var machine = CallMachine()
        let first = running(&machine)
        let second = machine.nextID()
        _ = machine.submit(second, .query("SELECT 2"))
        _ = machine.cancel(first)
        _ = machine.cancelRequested()
        let lost = DatabaseError(.connection, message: "the server left a cancellation unanswered for 10 s")
        #expect(
            machine.cancelExpired(first) == [
                .finish(first, .failure(cancelled)), .finish(second, .failure(lost)), .disconnect,
            ])
        #expect(machine.submit(machine.nextID(), .query("SELECT 3")) == [.finish(3, .failure(lost))])
    }

    @Test func theServersReasonOutlivesTheEndOfTheConnection() {
        var machine = CallMachine()
        let id = running(&machine)
        let killed = DatabaseError(.connection, code: "57P01", message: "terminating connection")
        _ = machine.receive(.failed(killed))
        let lost = DatabaseError(.connection, message: "server closed the connection unexpectedly")
        #expect(machine.receive(.lost(lost)) == [.finish(id, .failure(killed)), .disconnect])
        #expect(machine.receive(.lost(lost)) == [] && machine.close() == [])
        #expect(machine.failure == killed)
    }
}
