using System.Reflection;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>A single built-in detector with what readers are told of it.</summary>
/// <param name="Name">How policies name it (<c>pii.card</c>).</param>
/// <param name="Summary">What it finds, one sentence.</param>
/// <param name="Source">The issuer's documentation of the form, or the standard.</param>
/// <param name="Detector">What finds it.</param>
internal sealed record BuiltinDetector(string Name, string Summary, string Source, IBuiltinDetector Detector)
{
    /// <summary>A detector whose class says all this by its attribute.</summary>
    public static BuiltinDetector Of<T>()
        where T : IBuiltinDetector, new()
    {
        var declared = typeof(T).GetCustomAttribute<BuiltinDetectorAttribute>()
            ?? throw new InvalidOperationException($"'{typeof(T).Name}' does not say by an attribute how policies name it.");
        return new BuiltinDetector(declared.Name, declared.Summary, declared.Source, new T());
    }
}
