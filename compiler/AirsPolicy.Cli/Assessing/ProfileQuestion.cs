using System.Collections.Frozen;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Cli.Assessing;

/// <summary>Something that people are asked of a system, such as a field of its profile.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="Text">The question.</param>
internal sealed record ProfileQuestion(string Field, Shape Shape, string Text)
{
    private static readonly FrozenDictionary<string, string> s_texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["audience"] = "Who uses the system: people inside, or anybody outside too?",
        ["users"] = "How many people use it?",
        ["data"] = "Which data does it see?",
        ["actions"] = "What does it do beside answering: nothing, what can be undone, or also what cannot?",
        ["sector"] = "Is the sector that it works in regulated?",
        ["agents"] = "How many agents work together? One, if you say nothing.",
        ["review"] = "How many of its outputs does a person look at before they have an effect? None, if you say nothing.",
        ["corpus"] = "What is true of the documents that it searches? Nothing of it, if you say nothing.",
        ["autonomy"] = "Does it act under supervision, between reviews, or alone? Say nothing of a system without agents.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fields of which the library knows what to ask.</summary>
    public static IEnumerable<string> Known => s_texts.Keys;

    /// <summary>The question about a field of the schemes.</summary>
    public static ProfileQuestion Of(ShapeMember field) =>
        new(field.Name, field.Shape, s_texts.GetValueOrDefault(field.Name) ?? $"What is '{field.Name}'?");

    /// <summary>The words of which one is said, or some; empty where it is no choice.</summary>
    public IReadOnlyList<string> Choices => Shape switch
    {
        EnumShape one => one.Names,
        ListShape { Element: EnumShape many } => many.Names,
        _ => [],
    };

    /// <summary>Several words may be said.</summary>
    public bool IsList => Shape is ListShape;
}
