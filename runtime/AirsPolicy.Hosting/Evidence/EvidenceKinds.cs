using System.Collections.Immutable;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>The words of the kinds, as leaves have them.</summary>
internal static class EvidenceKinds
{
    public static readonly ImmutableArray<EvidenceKind> All = [.. Enum.GetValues<EvidenceKind>()];

    private static readonly ImmutableArray<string> s_words = [.. All.Select(kind => kind.ToString().ToLowerInvariant())];
    private static readonly byte[][] s_bytes = [.. s_words.Select(System.Text.Encoding.ASCII.GetBytes)];

    public static string Word(this EvidenceKind kind) => s_words[(int)kind];

    public static bool TryRead(ReadOnlySpan<byte> word, out EvidenceKind kind)
    {
        foreach (var known in All)
        {
            kind = known;
            if (word.SequenceEqual(s_bytes[(int)known]))
                return true;
        }
        kind = default;
        return false;
    }
}
