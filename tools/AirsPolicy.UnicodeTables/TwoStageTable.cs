namespace AirsPolicy.UnicodeTables;

/// <summary>
/// A value for every code point, stored as distinct blocks of 128 and the number of the block of each stretch of 128.
/// Block 0 is that of ASCII, so that <c>Values[codePoint]</c> alone answers for ASCII.
/// </summary>
internal sealed class TwoStageTable
{
    public const int BlockLength = 128;

    private TwoStageTable(int[] blocks, int[] values)
    {
        Blocks = blocks;
        Values = values;
    }

    public int[] Blocks { get; }

    public int[] Values { get; }

    public static TwoStageTable Of(Func<int, int> valueOf)
    {
        var blocks = new int[CharacterDatabase.CodePointCount / BlockLength];
        var values = new List<int>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var block = 0; block < blocks.Length; block++)
        {
            var content = Enumerable.Range(block * BlockLength, BlockLength).Select(valueOf).ToArray();
            var key = string.Join(',', content);
            if (!numbers.TryGetValue(key, out var number))
            {
                number = numbers.Count;
                numbers.Add(key, number);
                values.AddRange(content);
            }
            blocks[block] = number;
        }
        return new TwoStageTable(blocks, [.. values]);
    }
}
