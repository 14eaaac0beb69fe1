using System.Numerics;

namespace AirsPolicy.Text.Concepts;

/// <summary>
/// Finds the concept that a text begins with: of the longest phrase, of the word itself, or of the longest stem that the word begins with.
/// Linear and bounded.
/// </summary>
internal readonly ref struct ConceptReader
{
    /// <summary>The units of a word or phrase that are looked at.</summary>
    public const int Longest = 40;

    /// <summary>The most units that one entry has in a script that writes no spaces.</summary>
    public const int LongestRun = 12;

    /// <summary>How many cells are needed.</summary>
    public const int Cells = Longest + 1;

    private const int ShortestBehindPrefix = 2;

    // The one-letter words that Arabic and Hebrew write together with the next, and the article; longer ones first.
    private static readonly string[] s_arabic = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ك", "ل", "س", "ي", "ت", "ن"];
    private static readonly string[] s_hebrew = ["וה", "שה", "בה", "לה", "ה", "ו", "ב", "ל", "מ", "ש", "כ"];

    private readonly ConceptTable _table;
    // The hash behind each unit that counts, by how many of them there are.
    private readonly Span<ulong> _hashes;

    /// <param name="table">The table.</param>
    /// <param name="hashes">Room of <see cref="Cells"/>.</param>
    public ConceptReader(ConceptTable table, Span<ulong> hashes)
    {
        _table = table;
        _hashes = hashes[..Cells];
    }

    /// <summary>
    /// The concept of a text that begins with a word of letters, and how many units stand for it; <see cref="ConceptTable.None"/> where it
    /// has none.
    /// </summary>
    /// <param name="text">The text from the word on.</param>
    /// <param name="word">The units of the word.</param>
    public (int Concept, int Length) AtWord(ReadOnlySpan<char> text, int word)
    {
        var found = Of(text, word);
        if (found.Concept != ConceptTable.None || text[0] is < '\u0590' or > '\u06FF') return found;
        foreach (var prefix in text[0] < '\u0600' ? s_hebrew : s_arabic)
        {
            if (word < prefix.Length + ShortestBehindPrefix || !text.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var (concept, length) = Of(text[prefix.Length..], word - prefix.Length);
            if (concept != ConceptTable.None) return (concept, length + prefix.Length);
        }
        return found;
    }

    /// <summary>The same of a text in a script that writes no spaces.</summary>
    public (int Concept, int Length) AtStartOf(ReadOnlySpan<char> text)
    {
        // Most begin no entry, or a short one.
        var beginning = Hash(text[..Math.Min(text.Length, StemLengths.Beginning)]);
        var lengths = Lengths(beginning) & ~StemLengths.Phrase;
        if (lengths == 0) return (ConceptTable.None, 1);
        var longest = BitOperations.Log2(lengths);
        var units = longest <= beginning ? beginning : Hash(text[..Math.Min(text.Length, Math.Min(longest, LongestRun))]);
        var (concept, length) = Stem(units);
        return (concept, Math.Max(1, length));
    }

    private (int Concept, int Length) Of(ReadOnlySpan<char> text, int word)
    {
        var units = Hash(text[..Math.Min(word, Longest)]);
        if (text.Length > word && text[word] == ' ' && (Lengths(units) & StemLengths.Phrase) != 0)
        {
            var phrase = Phrase(text[..Math.Min(text.Length, Longest)], word, _hashes[units]);
            if (phrase.Length > 0) return phrase;
        }
        var whole = _table.Find(ConceptUnits.WordKey(_hashes[units]));
        return (whole != ConceptTable.None ? whole : Stem(units).Concept, word);
    }

    // How many units count.
    private int Hash(ReadOnlySpan<char> text)
    {
        var (units, hash) = (0, ConceptUnits.Start);
        foreach (var unit in text)
        {
            var next = ConceptUnits.With(hash, unit);
            if (next == hash) continue;
            hash = next;
            _hashes[++units] = hash;
        }
        _hashes[0] = ConceptUnits.Start;
        return units;
    }

    private uint Lengths(int units) => _table.LengthsOf(_hashes[Math.Min(1, units)], _hashes[Math.Min(StemLengths.Beginning, units)]);

    // The longest one, and its length.
    private (int Concept, int Length) Stem(int units)
    {
        var lengths = Lengths(units) & ~StemLengths.Phrase;
        for (var length = units; length >= StemLengths.Most && lengths >= StemLengths.BitOf(StemLengths.Most); length--)
        {
            var concept = _table.Find(ConceptUnits.StemKey(_hashes[length]));
            if (concept != ConceptTable.None) return (concept, length);
        }
        lengths &= StemLengths.BitOf(Math.Min(units + 1, StemLengths.Most)) - 1;
        while (lengths != 0)
        {
            var length = BitOperations.Log2(lengths);
            var concept = _table.Find(ConceptUnits.StemKey(_hashes[length]));
            if (concept != ConceptTable.None) return (concept, length);
            lengths &= ~StemLengths.BitOf(length);
        }
        return (ConceptTable.None, 0);
    }

    // The longest phrase of words with one space between them; of no length where there is none.
    private (int Concept, int Length) Phrase(ReadOnlySpan<char> text, int at, ulong hash)
    {
        var (found, stem) = ((ConceptTable.None, 0), ConceptTable.None);
        while (at < text.Length && text[at] == ' ')
        {
            hash = ConceptUnits.With(hash, ' ');
            if (_table.Find(ConceptUnits.StemKey(hash)) != ConceptTable.GoesOn) break;
            for (at++; at < text.Length && char.IsLetterOrDigit(text[at]); at++)
            {
                hash = ConceptUnits.With(hash, text[at]);
                var concept = _table.Find(ConceptUnits.StemKey(hash));
                if (concept != ConceptTable.None) stem = concept;
            }
            var whole = _table.Find(ConceptUnits.WordKey(hash));
            if (whole != ConceptTable.None) found = (whole, at);
            else if (stem != ConceptTable.None) found = (stem, at);
        }
        return found;
    }
}
