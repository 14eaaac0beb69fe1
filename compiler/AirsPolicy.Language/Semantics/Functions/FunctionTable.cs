using System.Collections.Frozen;
using System.Collections.Immutable;
using AirsPolicy.Runtime.Functions;

namespace AirsPolicy.Language.Semantics.Functions;

/// <summary>The built-in functions by name.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, ImmutableArray<FunctionForm>> s_byName = BuiltinFunctions
        .All.GroupBy(function => function.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Select(function => new FunctionForm(function)).ToImmutableArray(),
            StringComparer.Ordinal);

    /// <summary>The names of all functions, each once, in order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. s_byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The forms of a function; empty where there is none.</summary>
    public static ImmutableArray<FunctionForm> Forms(string name) => s_byName.TryGetValue(name, out var forms) ? forms : [];
}
