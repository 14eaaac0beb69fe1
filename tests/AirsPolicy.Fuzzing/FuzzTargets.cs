using AirsPolicy.Fuzzing.Targets;

namespace AirsPolicy.Fuzzing;

/// <summary>The table of targets; a test keeps it complete and reads every seed with each.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new PolicyTarget(),
        new PatternTarget(),
        new FactsTarget(),
        new SchemaTarget(),
        new BundleTarget(),
        new TraceTarget(),
    ];

    public static IFuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
}
