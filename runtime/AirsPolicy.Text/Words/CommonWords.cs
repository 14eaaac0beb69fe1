namespace AirsPolicy.Text.Words;

/// <summary>
/// The words that people write most in languages of Latin letters, without accents, commonest first; the number of a word is its place
/// there. Made by <c>tools/AirsPolicy.DetectorTraining</c> from its texts. Unchanging, for any number of threads.
/// </summary>
internal sealed class CommonWords
{
    /// <summary>The most words that there are.</summary>
    public const int Most = 1 << SlotBits - 1;

    /// <summary>How many of them a misspelt word is looked for among.</summary>
    public const int Meant = 10_000;

    /// <summary>The fewest letters of a word that may be misspelt.</summary>
    public const int ShortestMisspelt = 4;

    private const string Resource = "AirsPolicy.Text.Words.words.txt";
    private const int SlotBits = 16, NearBits = 17;

    private static readonly Lazy<CommonWords> s_shipped = new(Load);

    private readonly WordTable _words = new(SlotBits);
    // By each word that is meant, and by it without one of its letters: two words that differ in one letter have one of these in common.
    private readonly WordTable _near = new(NearBits);
    private readonly string _text;
    private readonly int[] _starts;

    private CommonWords(string text)
    {
        _text = text;
        _starts = [0, .. text.Index().Where(unit => unit.Item == '\n').Select(unit => unit.Index + 1)];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, Most, nameof(text));
        for (var number = 0; number < Count; number++)
        {
            var word = this[number];
            _words.Add(WordHash.Of(word), number);
            if (number < Meant && word.Length is >= ShortestMisspelt and <= WordHash.Longest) AddNear(word, number);
        }
    }

    /// <summary>The words that ship.</summary>
    public static CommonWords Shipped => s_shipped.Value;

    /// <summary>How many words there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>A word by its number.</summary>
    public ReadOnlySpan<char> this[int number] => _text.AsSpan(_starts[number], _starts[number + 1] - _starts[number] - 1);

    /// <summary>Reads words of a to z, one a line, commonest first, each line with its end.</summary>
    public static CommonWords Read(string text) => new(text);

    /// <summary>The number of a word by its hash; <see cref="WordTable.None"/> where it is not there.</summary>
    public int Find(uint hash) => _words.Find(hash);

    /// <summary>
    /// The word that a misspelt one may stand for: with the same first letter, and one letter more, fewer or another, or two neighbours
    /// swapped. Of several one of the commonest. <see cref="WordTable.None"/> where there is none, and for one word in fifty that is hidden
    /// behind a commoner one.
    /// </summary>
    /// <param name="word">The word: at most <see cref="WordHash.Longest"/> letters of a to z.</param>
    /// <param name="hash">Its hash.</param>
    public int FindNear(ReadOnlySpan<char> word, uint hash)
    {
        var found = NearBy(word, hash);
        var before = WordHash.With(0, word[0]);
        for (var at = 1; at < word.Length; at++)
        {
            var near = NearBy(word, WordHash.Without(hash, before, word[at], word.Length - 1 - at));
            if (near != WordTable.None && (found == WordTable.None || near < found)) found = near;
            before = WordHash.With(before, word[at]);
        }
        return found;
    }

    private int NearBy(ReadOnlySpan<char> word, uint hash) =>
        _near.Find(hash) is var number and not WordTable.None && IsOneApart(word, this[number]) ? number : WordTable.None;

    private void AddNear(ReadOnlySpan<char> word, int number)
    {
        var hash = WordHash.Of(word);
        _near.Add(hash, number);
        var before = WordHash.With(0, word[0]);
        for (var at = 1; at < word.Length; at++)
        {
            _near.Add(WordHash.Without(hash, before, word[at], word.Length - 1 - at), number);
            before = WordHash.With(before, word[at]);
        }
    }

    private static bool IsOneApart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > other.Length) return IsOneApart(other, one);
        var same = one.CommonPrefixLength(other);
        var left = one[same..];
        var right = other[same..];
        if (left.Length < right.Length) return left.SequenceEqual(right[1..]);
        return left.IsEmpty
            || left[1..].SequenceEqual(right[1..])
            || left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
    }

    private static CommonWords Load()
    {
        using var reader = new StreamReader(typeof(CommonWords).Assembly.GetManifestResourceStream(Resource)!);
        return Read(reader.ReadToEnd());
    }
}
