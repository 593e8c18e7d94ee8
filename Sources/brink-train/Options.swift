// The trainer's arguments.
import Foundation

/// Options that begin with `--`, each with the values that follow it, and the other arguments.
struct Options {
    private var values: [String: [String]] = [:]
    private(set) var rest: [String] = []

    init(_ arguments: [String]) throws {
        var name: String?
        for argument in arguments {
            if argument.hasPrefix("--") {
                name = String(argument.dropFirst(2))
                values[name ?? "", default: []] += []
            } else if let name {
                values[name, default: []].append(argument)
            } else {
                rest.append(argument)
            }
        }
    }

    func strings(_ name: String) throws -> [String] {
        guard let found = values[name], !found.isEmpty else {
            throw UsageError(message: "--\(name) is missing\n" + Main.usage)
        }
        return found
    }

    func string(_ name: String) throws -> String { try strings(name)[0] }

    func number(_ name: String, default standard: Int) throws -> Int {
        guard let found = values[name]?.first else { return standard }
        guard let number = Int(found) else { throw UsageError(message: "--\(name) wants a number, not \(found)") }
        return number
    }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: try string(name)))) }

    func treebanks(_ name: String) throws -> [CoNLLUFile] { try strings(name).map(CoNLLUFile.init(path:)) }
}
