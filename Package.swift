// swift-tools-version: 6.2
// The rooms of Brink and what each may use. Data flows from top to bottom; docs/design.md has the picture.
import PackageDescription

let strictC: [CSetting] = [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-O2"])]

let package = Package(
    name: "brink",
    products: [.executable(name: "brink", targets: ["brink"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // C
        .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(
            name: "CArchive",
            cSettings: strictC,
            linkerSettings: [.linkedLibrary(":libarchive.a"), .linkedLibrary("z")]
        ),
        .target(name: "CColumns", cSettings: strictC),
        .systemLibrary(name: "CPrefetch"),
        .target(name: "CSandbox", dependencies: ["CLua", "CColumns"], cSettings: strictC),

        // Text to events
        .target(name: "Chronology"),
        .target(name: "EventModel", dependencies: ["Chronology", "CColumns", "CSodium"], exclude: ["Data"]),
        .target(name: "Language", dependencies: ["Chronology", "CPrefetch", "CZlib"], exclude: ["Data"]),
        .target(name: "Coding", dependencies: ["Language", "EventModel"], exclude: ["Data"]),
        .target(name: "Feeds", dependencies: ["Chronology", "EventModel", "CZlib"]),

        // Events to alerts
        .target(name: "LuaRuntime", dependencies: ["CSandbox", "EventModel"]),
        .target(name: "Rules", dependencies: ["LuaRuntime", "EventModel"]),
        .target(name: "Packs", dependencies: ["Rules", "EventModel", "CArchive", "CSodium"]),

        // The face
        .target(name: "TextWidth"),
        .target(name: "Linting", dependencies: ["Rules", "LuaRuntime", "EventModel"]),
        .target(name: "Rendering", dependencies: ["Chronology", "EventModel", "TextWidth"]),
        .target(name: "LineEditor", dependencies: ["TextWidth"]),
        .target(
            name: "Workbench",
            dependencies: [
                "LineEditor", "TextWidth", "Chronology", "Rendering", "Rules", "LuaRuntime", "EventModel",
            ]
        ),
        .executableTarget(
            name: "brink",
            dependencies: [
                "Coding", "Feeds", "Language", "Packs", "Rendering", "Rules", "Workbench",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                "Linting",
            ]
        ),
        .executableTarget(name: "brink-train", dependencies: ["Language"], exclude: ["Data"]),
        .executableTarget(name: "brink-bench", dependencies: ["Rules", "LuaRuntime", "EventModel"]),

        // Tests mirror targets
        .testTarget(name: "ChronologyTests", dependencies: ["Chronology"]),
        .testTarget(name: "EventModelTests", dependencies: ["EventModel"]),
        .testTarget(name: "LanguageTests", dependencies: ["Language"]),
        .testTarget(name: "CodingTests", dependencies: ["Coding"], exclude: ["Stories/answers.txt"]),
        .testTarget(name: "FeedsTests", dependencies: ["Feeds"]),
        .testTarget(name: "LuaRuntimeTests", dependencies: ["LuaRuntime"]),
        .testTarget(name: "RulesTests", dependencies: ["Rules"]),
        .testTarget(name: "PacksTests", dependencies: ["Packs", "Rules", "LuaRuntime", "EventModel", "CArchive"]),
        .testTarget(name: "TextWidthTests", dependencies: ["TextWidth"]),
        .testTarget(name: "LintingTests", dependencies: ["Linting"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering", "Feeds"], exclude: ["Snapshots"]),
        .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"]),
        .testTarget(name: "WorkbenchTests", dependencies: ["Workbench"], exclude: ["Transcripts"]),
        .testTarget(name: "BrinkTests", exclude: ["Fixtures", "pack_life.sh", "repl_terminal.py"]),
    ],
    swiftLanguageModes: [.v6]
)
