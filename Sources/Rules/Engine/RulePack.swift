// A pack of rules as loaded: its manifest, its rules, and the VM that their functions live in.
import EventModel
import LuaRuntime

/// The rules of one pack.
public struct RulePack: Sendable {
    /// What the manifest says.
    public let manifest: PackManifest
    /// The rules, in the order of files and then of the text.
    public private(set) var rules: [Rule] = []
    /// What is wrong with files; the rules of other files are there all the same.
    public private(set) var errors: [RuleError] = []
    /// The ids of all rules, those among them that the user has switched off.
    public private(set) var ruleIDs: [String] = []
    /// The pack's own actors, actions and places, for whoever makes the coder.
    public let lexicon: [RuleFile]

    let vm: VM
    let alerts: AlertCollector

    /// Loads files in the order of their paths; a file that fails leaves an error and none of its rules.
    ///
    /// `name` is the pack's where there is no manifest among the files. `registry` holds what other rooms add to Lua,
    /// `overrides` the user's changes to rules, `thresholds` values beside theirs: for each rule id the names and values.
    public init(
        name: String,
        files: [RuleFile],
        limits: Limits = RulePack.limits,
        registry: Registry = .standard,
        overrides: RuleOverrides = RuleOverrides(),
        thresholds: [String: [String: Value]] = [:],
        output: @escaping @Sendable ([UInt8]) -> Void = standardOutput
    ) throws(LuaError) {
        var manifest = PackManifest(name: name)
        var errors: [RuleError] = []
        let manifestFile = files.first(where: \.isManifest)
        if let manifestFile {
            do throws(RuleError) { manifest = try PackManifest(manifestFile) } catch { errors.append(error) }
        }
        // A file by itself has nobody to ask for powers; a pack has what its manifest asks for.
        let powers = manifestFile == nil ? Set(PackCapability.allCases) : manifest.capabilities
        lexicon = powers.contains(.lexicon) ? files.filter { $0.role == .lexicon } : []
        if let file = files.first(where: { $0.role == .lexicon }), !powers.contains(.lexicon) {
            errors.append(.missing(.lexicon, "the pack has a lexicon", file.path))
        }
        let changed = overrides.thresholds.merging(thresholds) { $0.merging($1) { $1 } }
        let collector = RuleCollector(pack: manifest.name, thresholds: changed)
        let alerts = AlertCollector()
        var registry = registry
        if !registry.libraries.contains(where: { $0.types.contains { $0.name == EventSelection.luaTypeName } }) {
            registry.add(.events)
        }
        registry.add(RuleLibrary.library(collector))
        registry.add(AlertLibrary.library(alerts))
        let limits = manifest.budgets.limits(limits)
        vm = try VM(limits: limits, globals: .strict, registry: registry, output: output)
        for library in PackPowers.refusals(powers) { try vm.add(library) }
        self.manifest = manifest
        self.alerts = alerts
        let ordered = files.sorted { $0.path < $1.path }
        errors += try Self.addModules(ordered, vm)
        for file in ordered where file.role == .rules {
            do throws(RuleError) {
                let found = try Self.rules(file, vm, collector)
                for rule in found where rules.contains(where: { $0.id == rule.id }) {
                    throw RuleError(
                        code: "rule_twice",
                        message: "there is a rule '\(rule.name)' in another file of the pack",
                        location: rule.location,
                        rule: rule.id
                    )
                }
                rules += found
                ruleIDs += found.map(\.id)
            } catch {
                errors.append(overrides.placed(error))
            }
        }
        self.errors = errors
        rules = rules.compactMap { $0.overridden(by: overrides.override(of: $0.id)) }
    }

    /// The limits of each call into a pack's Lua: 256 MiB for the pack, ten seconds.
    public static let limits = Limits(memory: 256 << 20, deadline: .seconds(10))

    /// Compiles the modules; what is wrong with them is reported, and whoever requires them fails.
    private static func addModules(_ files: [RuleFile], _ vm: VM) throws(LuaError) -> [RuleError] {
        try vm.addModule("", source: nil, chunk: "")
        var errors: [RuleError] = []
        for file in files {
            guard case .module(let name) = file.role else { continue }
            do throws(RuleError) {
                let text = try file.text()
                do throws(LuaError) {
                    try vm.addModule("pack.\(name)", source: text, chunk: file.path)
                } catch {
                    throw RuleError(error, rule: nil)
                }
            } catch {
                errors.append(error)
            }
        }
        return errors
    }

    private static func rules(_ file: RuleFile, _ vm: VM, _ collector: RuleCollector) throws(RuleError) -> [Rule] {
        let text = try file.text()
        let source = RuleSource(file: file.path, text: text)
        collector.begin(source)
        do throws(LuaError) {
            try vm.run(text, chunk: file.path)
        } catch {
            throw source.located(RuleError(error, rule: nil))
        }
        return try collector.end()
    }
}
