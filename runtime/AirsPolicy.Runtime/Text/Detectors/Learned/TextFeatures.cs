using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Text.Unicode;

namespace AirsPolicy.Runtime.Text.Detectors.Learned;

/// <summary>
/// The features of a folded text: its words alone, in pairs and in threes, and every run of <see cref="RunLength"/> characters, each as a number that hashing
/// gives it. A word is a run of letters and digits; in scripts that write no spaces each character is one. Digits count as one digit, so that no number is learned.
/// </summary>
internal static class TextFeatures
{
    /// <summary>How many numbers features can have. Features that share one share its weight.</summary>
    public const int Buckets = 1 << BucketBits;

    /// <summary>The characters of a run.</summary>
    public const int RunLength = 5;

    private const int BucketBits = 16;
    private const int RunBits = 12;
    private const ulong RunMask = (1UL << RunLength * RunBits) - 1;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    // Starts that keep words, pairs and threes apart.
    private const ulong WordStart = 0xCBF29CE484222325, PairStart = 0x8422232584222325, ThreeStart = 0x325CBF29CE484222;

    // What each ASCII character counts as: 0 for what is between words, a digit as one of them, any other as itself.
    private static ReadOnlySpan<byte> AsciiWords =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 0, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
    ];

    /// <summary>Gives all features of a folded text to a sink, by where they end.</summary>
    public static void Collect<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var ascii = AsciiWords;
        var (run, word, wordStart) = (0UL, WordStart, -1);
        var last = default(LastWords);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            int letter = unit < 128 ? ascii[unit] : LetterOf(unit);
            run = run << RunBits & RunMask | (uint)(letter == 0 ? unit : letter) & ((1 << RunBits) - 1);
            if (i >= RunLength - 1) sink.AddRun(BucketOf(run), i + 1);
            if (letter != 0 && !StandsAlone(unit))
            {
                if (wordStart < 0) (wordStart, word) = (i, WordStart);
                word = (word ^ (uint)letter) * 0x100000001B3;
                continue;
            }
            if (wordStart >= 0) last.Add(word, wordStart, i, ref sink);
            wordStart = -1;
            if (letter != 0) last.Add((WordStart ^ unit) * 0x100000001B3, i, i + 1, ref sink);
        }
        if (wordStart >= 0) last.Add(word, wordStart, text.Length, ref sink);
    }

    // The two words before, by their hashes; 0 where there is none.
    private struct LastWords
    {
        private ulong _before, _beforeThat;
        private int _beforeStart, _beforeThatStart;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TSink>(ulong word, int start, int end, ref TSink sink)
            where TSink : struct, IFeatureSink, allows ref struct
        {
            sink.AddWords(BucketOf(word), start, end);
            if (_before != 0) sink.AddWords(BucketOf(PairStart ^ _before * 31 ^ word), _beforeStart, end);
            if (_beforeThat != 0) sink.AddWords(BucketOf(ThreeStart ^ _beforeThat * 961 ^ _before * 31 ^ word), _beforeThatStart, end);
            (_beforeThat, _beforeThatStart, _before, _beforeStart) = (_before, _beforeStart, word, start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BucketOf(ulong key)
    {
        key *= Odd;
        return (int)((key ^ key >> 32) * Odd >> 64 - BucketBits);
    }

    private static int LetterOf(char unit) =>
        char.IsSurrogate(unit) || CharacterTables.IsWord(unit) ? unit : 0;

    // Thai, Lao, Khmer and Burmese, kana, and the ideographs of the first plane.
    private static bool StandsAlone(char unit) =>
        unit >= 0x0E00 && (unit <= 0x0EFF || unit is (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF'));
}
