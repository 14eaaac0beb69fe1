namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>Makes a class a detector of the language.</summary>
/// <param name="name">How policies name it (<c>pii.card</c>).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class BuiltinDetectorAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>What it finds, one sentence for readers and for hover.</summary>
    public required string Summary { get; init; }

    /// <summary>The issuer's documentation of the form, or the standard: a title, and its address where it has one.</summary>
    public required string Source { get; init; }
}
