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

    let vm: VM
    let alerts: AlertCollector

    /// Loads files in the order of their paths; a file that fails leaves an error and none of its rules.
    ///
    /// `name` is the pack's where there is no manifest among the files. `registry` holds what other rooms add to Lua.
    /// `thresholds` are values that a user has changed: for each rule id the names and values.
    public init(
        name: String,
        files: [RuleFile],
        limits: Limits = RulePack.limits,
        registry: Registry = .standard,
        thresholds: [String: [String: Value]] = [:],
        output: @escaping @Sendable ([UInt8]) -> Void = standardOutput
    ) throws(LuaError) {
        var manifest = PackManifest(name: name)
        var errors: [RuleError] = []
        if let file = files.first(where: \.isManifest) {
            do throws(RuleError) { manifest = try PackManifest(file) } catch { errors.append(error) }
        }
        let collector = RuleCollector(pack: manifest.name, thresholds: thresholds)
        let alerts = AlertCollector()
        var registry = registry
        if !registry.libraries.contains(where: { $0.types.contains { $0.name == EventSelection.luaTypeName } }) {
            registry.add(.events)
        }
        registry.add(RuleLibrary.library(collector))
        registry.add(AlertLibrary.library(alerts))
        vm = try VM(limits: limits, globals: .strict, registry: registry, output: output)
        self.manifest = manifest
        self.alerts = alerts
        for file in files.filter({ !$0.isManifest }).sorted(by: { $0.path < $1.path }) {
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
            } catch {
                errors.append(error)
            }
        }
        self.errors = errors
    }

    /// The limits of each call into a pack's Lua: 256 MiB for the pack, ten seconds.
    public static let limits = Limits(memory: 256 << 20, deadline: .seconds(10))

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
