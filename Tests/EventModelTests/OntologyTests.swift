import EventModel
import Foundation
import Testing

@Suite struct OntologyTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/EventModel/Data").standardizedFileURL

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static func ontology(cameo: [UInt8]? = nil) throws -> Ontology {
        try Ontology(
            cameo: try cameo ?? bytes("cameo.tsv"),
            modes: try bytes("modes.tsv"),
            contexts: try bytes("contexts.tsv"),
            hostility: try bytes("hostility.tsv")
        )
    }

    @Test("Every CAMEO code of the codebook is there, sorted and once")
    func complete() throws {
        let codes = try Self.ontology().entries.map(\.cameo)
        #expect(codes.count == 298)
        #expect(codes == Set(codes).sorted())
    }

    @Test("Every type has codes, and every code outside root 01 has one")
    func typesAndCodes() throws {
        let ontology = try Self.ontology()
        let typed = Set(ontology.entries.compactMap(\.type))
        #expect(typed == Set(EventType.allCases))
        for entry in ontology.entries where entry.type == nil {
            #expect(entry.cameo.hasPrefix("01"), "\(entry.cameo) \(entry.name)")
        }
    }

    @Test("The code that a type and mode fall back on exists")
    func modeCodes() throws {
        let ontology = try Self.ontology()
        for (type, modes) in ontology.modes {
            for mode in modes {
                let code = try #require(ontology.cameo(type: type, mode: mode))
                #expect(ontology.entry(cameo: code) != nil, "\(type) \(mode) \(code)")
            }
        }
    }

    @Test(
        "Hostility follows the MID scale",
        arguments: [
            (EventType.assault, "heavy-weapons", 4), (.assault, "unconventional", 5), (.threaten, "violence", 2),
            (.threaten, "relations", 1), (.mobilize, "troops", 3), (.consult, "visit", 1), (.coerce, "seize", 4),
        ]
    )
    func hostility(type: EventType, mode: String, level: Int) throws {
        #expect(try Self.ontology().hostility(type: type, mode: mode) == level)
    }

    @Test("A wrong value is shown with its line, its column and what to do")
    func mistake() throws {
        let table = Array("# head\n190\tUse force\t-10.0\tASSAULT\tcannon\tmilitary\n".utf8)
        let error = #expect(throws: DataError.self) { try Self.ontology(cameo: table) }
        #expect(
            error?.description == """
                cameo.tsv:2:29: ASSAULT has no mode 'cannon'
                  2 | 190\tUse force\t-10.0\tASSAULT\tcannon\tmilitary
                    |    \t         \t     \t       \t^
                  hint: see modes.tsv
                """
        )
    }
}
