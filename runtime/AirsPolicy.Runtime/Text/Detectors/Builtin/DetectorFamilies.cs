namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>The families of built-in detectors.</summary>
internal static class DetectorFamilies
{
    public static DetectorFamily[] All { get; } =
    [
        Of("pii.any", "Finds whatever one of the pii detectors finds.", _ => true),
    ];

    private static DetectorFamily Of(string name, string summary, Func<string, bool> has) =>
        new(name, summary, [.. PersonalIdentifiers.All.Select(detector => detector.Name).Where(has).Order(StringComparer.Ordinal)]);
}
