// Events to standard output: cards for people, or rows in the format asked for.
import EventModel
import Rendering

/// Prints events.
struct EventPrinter {
    private let output: OutputArguments
    private var rows: RowPrinter<Event>?
    private var standardOutput = StandardOutput()
    private var count = 0

    /// A printer as the arguments say; cards where they name no format.
    init(_ output: OutputArguments) {
        self.output = output
        rows = output.format == nil ? nil : RowPrinter(output)
    }

    /// Prints an event.
    mutating func write(_ event: Event) throws {
        count += 1
        guard rows == nil else {
            try rows?.write(event)
            return
        }
        standardOutput.write(EventAccount(event).text(width: output.width, style: output.style) + "\n")
    }

    /// Prints what comes after the last event.
    mutating func finish() throws {
        guard rows == nil else {
            try rows?.finish()
            return
        }
        standardOutput.write(output.style.paint(Count.of(count, "event"), .faint) + "\n")
        standardOutput.flush()
    }
}
