import Synchronization

/// Says what is being done once it takes more than a second: to a person at a terminal, or with `-v`.
final class Progress: Sendable {
    private let terminal: Terminal
    private let isShown: Bool
    private let step = Mutex<(number: Int, text: String)>((0, ""))

    init(terminal: Terminal, isShown: Bool) {
        self.terminal = terminal
        self.isShown = isShown
    }

    func began(_ text: String) {
        guard isShown else { return }
        let number = step.withLock { step in
            step = (step.number + 1, text)
            return step.number
        }
        Task.detached(priority: .background) { [self] in
            try? await Task.sleep(for: .seconds(1))
            let isStill = step.withLock { $0.number == number }
            if isStill { terminal.say(terminal.error("\(text) ...", .dim)) }
        }
    }

    func ended() { step.withLock { $0.number += 1 } }
}
