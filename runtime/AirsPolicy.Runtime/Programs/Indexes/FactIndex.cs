using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs.Indexes;

/// <summary>An index of the tables in the form that is asked: one array look-up for a name, one hash for a text.</summary>
internal sealed class FactIndex
{
    private readonly int[] _blocks;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _texts;

    public FactIndex(IndexTable table)
    {
        _blocks = table is EnumIndexTable names ? [.. names.Blocks] : [];
        var texts = table is TextIndexTable keys ? keys.Keys.Select(k => KeyValuePair.Create(k.Text, k.Block)) : [];
        _texts = texts.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The block of a name, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(long key)
    {
        var blocks = _blocks;
        return (ulong)key < (ulong)blocks.Length ? blocks[(int)key] : -1;
    }

    /// <summary>The block of a text, or -1.</summary>
    public int Find(ReadOnlySpan<char> key) => _texts.TryGetValue(key, out var block) ? block : -1;
}
