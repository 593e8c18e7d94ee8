// What may stand in files of packs: keys of tables, and the globals that Lua offers there.
import LuaRuntime

/// The words of packs, for linters, editors and documentation.
public enum RuleVocabulary {
    /// The keys of a rule.
    public static var ruleKeys: [String] { RuleReader.keys + [RuleDeprecation.key] }
    /// The keys of a step: fields of events, relations to other steps.
    public static var stepKeys: [String] { ConditionReader.fieldKeys + ConditionReader.relationKeys + [maxGap] }
    /// The key of a step for the days from one event to the next.
    static let maxGap = "max_gap"
    /// The keys of a sequence.
    public static var sequenceKeys: [String] { SequenceReader.keys }
    /// The keys of an example.
    public static var exampleKeys: [String] { ExampleReader.keys }
    /// The keys of an event of an example.
    public static var eventKeys: [String] { ExampleReader.eventKeys }
    /// The keys of an expectation that are not names of steps.
    public static var expectationKeys: [String] { ExampleReader.expectationKeys }
    /// The keys of a manifest.
    public static var manifestKeys: [String] { PackManifest.keys }
}

extension RulePack {
    /// Everything that the Lua of a file of rules can use.
    public static var registry: Registry {
        var registry = Registry.standard
        if !registry.libraries.contains(where: { $0.types.contains { $0.name == EventSelection.luaTypeName } }) {
            registry.add(.events)
        }
        registry.add(RuleLibrary.documentation)
        registry.add(AlertLibrary.library(AlertCollector()))
        return registry
    }
}
