import ArgumentParser
import Autogen

struct ListTemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list-templates", abstract: "Print the templates that autogen init -t takes.")

    @OptionGroup var global: GlobalOptions

    func run() {
        let terminal = Terminal(global.color, environment: [:])
        let width = ProjectTemplate.all.map(\.name.count).max() ?? 0
        for template in ProjectTemplate.all {
            let name = template.name + String(repeating: " ", count: width - template.name.count)
            terminal.print("\(name)  \(template.abstract)")
        }
    }
}
