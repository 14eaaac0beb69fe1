using System.Buffers;

namespace AirsPolicy.Text.Detectors.Builtin.Anchored;

/// <summary>Characters by which something is looked for, and what may stand round them.</summary>
/// <param name="Literal">The characters, of ASCII.</param>
/// <param name="Trails">What is read behind them, in each of the ways in which it is read.</param>
internal sealed record Anchor(string Literal, params Trail[] Trails)
{
    /// <summary>Whether they stand in either case.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether they are part of what is found; else that begins behind them.</summary>
    public bool IsFound { get; init; }

    /// <summary>The most units before them that are part of what is found, too.</summary>
    public int MostAhead { get; init; }

    /// <summary>What these units can be.</summary>
    public SearchValues<char>? Ahead { get; init; }

    /// <summary>Whether they stand at a place of a text.</summary>
    public bool StandsAt(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith(Literal, IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Where something begins at the earliest that is found by them.</summary>
    public int FirstIn(ReadOnlySpan<char> text, int at)
    {
        if (!IsFound) return at + Literal.Length;
        if (Ahead is null) return at;
        var first = Math.Max(0, at - MostAhead);
        return first + text[first..at].LastIndexOfAnyExcept(Ahead) + 1;
    }
}
