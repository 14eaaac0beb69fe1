using System.Collections.Immutable;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Functions;

/// <summary>The built-in functions as the binder sees them.</summary>
internal static class FunctionTable
{
    private static readonly ImmutableArray<FunctionForm> All =
    [
        new("length", "length", [ParameterKind.Text], IntShape.Instance, "How many Unicode scalars a text has."),
        new("length", "length.list", [ParameterKind.List], IntShape.Instance, "How many items a list has."),
        new("size", "size", [ParameterKind.Text], SizeShape.Instance, "How many bytes a text takes in UTF-8."),
        new("folded", "folded", [ParameterKind.Text], TextShape.Instance, "The text with look-alikes, case and invisible characters folded."),
    ];

    /// <summary>The names of all functions, each once.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(form => form.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The forms of a function; empty where there is none.</summary>
    public static ImmutableArray<FunctionForm> Forms(string name) => [.. All.Where(form => form.Name == name)];
}
