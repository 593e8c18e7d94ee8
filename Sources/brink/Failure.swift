// What stops a command as a whole, told to the user in one place.
import EventModel

/// A failure that leaves a command nothing to do.
struct Failure: Diagnostic {
    let code: String
    let message: String
    var location: SourceLocation?
    var hint: String?

    /// Events or tokens where articles were wanted.
    static let notArticles = Failure(
        code: "not_articles",
        message: "the input is not articles",
        hint: "events are read by 'brink check'; CoNLL-U by 'brink code --emit conllu'"
    )

    /// Runs a command's work; what it throws is printed and becomes the status of bad input.
    static func reported(_ body: () throws -> ExitStatus) throws -> ExitStatus {
        do {
            return try body()
        } catch let status as ExitStatus {
            return status
        } catch {
            printError("error: \(error)")
            return .badInput
        }
    }
}
