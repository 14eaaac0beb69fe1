using System.Text.Json;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>The words of enums in a decision's JSON: the name in lower case, with underscores between its parts.</summary>
internal static class DecisionWords
{
    /// <summary>The word of a value (<see cref="FailureKind.MissingFact"/> is <c>missing_fact</c>).</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(Enum.GetName(value)!);

    /// <summary>The value of a word.</summary>
    /// <exception cref="JsonException">No value has that word.</exception>
    public static T Parse<T>(string? word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), word, StringComparison.Ordinal))
                return value;
        }
        throw new JsonException($"'{word}' is not one of {string.Join(", ", Enum.GetValues<T>().Select(v => $"'{Of(v)}'"))}.");
    }
}
