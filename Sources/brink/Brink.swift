// The command line: one file a subcommand, joined here.
import ArgumentParser
import Foundation

/// The `brink` command.
@main
struct Brink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brink",
        abstract: "Codes news into events and runs Lua rules over them that flag escalation.",
        discussion: """
            Without a subcommand, brink is an interactive session.

              brink check article.txt              events and alerts of an article
              brink code news.jsonl.gz > e.jsonl   a year of news, coded
              brink check e.jsonl --rules mine     your own rules over it
            """,
        version: "brink \(Version.current)",
        subcommands: [
            ReplCommand.self, CodeCommand.self, CheckCommand.self, ExplainCommand.self, RunCommand.self,
            TestCommand.self, LintCommand.self, BacktestCommand.self, DocCommand.self, PackCommand.self,
        ],
        defaultSubcommand: ReplCommand.self
    )

    /// Runs the command; every way out goes through `ExitStatus`.
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code.isSuccess {
                print(message)
                Foundation.exit(ExitStatus.fine.rawValue)
            }
            if !message.isEmpty { printError(message) }
            Foundation.exit(ExitStatus.usage.rawValue)
        }
    }
}
