// `brink doc`: the reference of Brink's Lua.
import ArgumentParser
import Foundation
import Rules

/// Prints the reference, or the definition file for editors.
struct DocCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doc",
        abstract: "Print the reference of Brink's Lua, or the definition file for editors.",
        discussion: """
              brink doc > reference.md
              brink doc --format html --output reference.html
              brink doc --luacats --output brink.d.lua     lua-language-server completes Brink's words
            """
    )

    @Flag(help: "Write LuaCATS definitions, which lua-language-server completes and checks by.")
    var luacats = false

    @Option(help: ArgumentHelp("Print as markdown or html.", valueName: "format"))
    var format = PageFormat.markdown

    @Option(help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    func run() throws {
        let status = try Failure.reported {
            let text = try text()
            guard let output else {
                StandardOutput.write(Array(text.utf8))
                return .fine
            }
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
            return .fine
        }
        if status != .fine { throw status }
    }

    private func text() throws -> String {
        if luacats { return LuaCATSFile(registry: RulePack.registry, ontology: try Rooms().ontology()).text }
        return format.text(ReferencePage(registry: RulePack.registry).document)
    }
}
