import Synchronization

/// Says what is being done once it takes more than a second: to a person at a terminal, or with `-v`.
final class Progress: Sendable {
    private struct State {
        var number = 0
        var text = ""
        var lastAdvance: ContinuousClock.Instant?
    }

    let isShown: Bool
    private let terminal: Terminal
    private let state = Mutex(State())

    init(terminal: Terminal, isShown: Bool) {
        self.terminal = terminal
        self.isShown = isShown
    }

    func began(_ text: String) {
        guard isShown else { return }
        let number = state.withLock { state in
            state = State(number: state.number + 1, text: text)
            return state.number
        }
        Task.detached(priority: .background) { [self] in
            try? await Task.sleep(for: .seconds(1))
            let isStill = state.withLock { $0.number == number && $0.lastAdvance == nil }
            if isStill { terminal.say(terminal.error("\(text) ...", .dim)) }
        }
    }

    /// How far it is: one line that changes at a terminal, a new line every five seconds elsewhere.
    func advanced(_ text: String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard !terminal.isWatched, let last = state.lastAdvance, now - last < .seconds(5) else {
                state.lastAdvance = now
                return true
            }
            return false
        }
        if isDue { terminal.show(terminal.error(text, .dim)) }
    }

    func ended() {
        state.withLock { $0.number += 1 }
        terminal.clearShown()
    }
}
