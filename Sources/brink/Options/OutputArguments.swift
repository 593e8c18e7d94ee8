// What every command that prints rows is told of its output.
import ArgumentParser
import Foundation
import Rendering

/// The format and the colours.
struct OutputArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Print as \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")); without it, for people to read.",
            valueName: "format"
        )
    )
    var format: OutputFormat?

    @Option(help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    /// Colour or none, as the user, the environment and the terminal say.
    var style: Style { color.style(descriptor: STDOUT_FILENO) }
    /// The columns that a table may fill.
    var width: Int { Terminal.width ?? 100 }
}

extension OutputFormat: ExpressibleByArgument {}

/// When to use colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    /// On a terminal that has colour, unless `NO_COLOR` is set.
    case auto
    case always
    case never

    /// What the choice means for an output.
    func style(descriptor: Int32) -> Style {
        switch self {
        case .always: return .colored
        case .never: return .plain
        case .auto:
            let environment = ProcessInfo.processInfo.environment
            // no-color.org: any value but the empty one.
            guard environment["NO_COLOR", default: ""].isEmpty, environment["TERM"] != "dumb" else { return .plain }
            return isatty(descriptor) == 1 ? .colored : .plain
        }
    }
}
