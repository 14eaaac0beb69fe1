using System.Collections.Frozen;

namespace AirsPolicy.Runtime.Programs.Indexes;

/// <summary>A list of texts that is written in a policy, looked up by hash.</summary>
internal sealed class TextSet(IEnumerable<string> texts)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts =
        texts.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> text) => _texts.Contains(text);
}
