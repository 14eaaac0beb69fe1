using System.Numerics;
using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Views;

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

    // What is remembered of a word: whether a phrase may begin with it, and above that its concept.
    private const int MayGoOn = 1, ConceptShift = 1;

    // The short words that Arabic and Hebrew write together with the next, and the article; longer ones first.
    private static readonly string[] s_arabic = Folded("ولل وال بال كال فال وب ول لل ال و ف ب ك ل س ي ت ن");
    private static readonly string[] s_hebrew = Folded("וה וב ול ומ וש שה בה לה מה כש ה ו ב ל מ ש כ");

    private readonly ConceptMemory _memory;
    private readonly ConceptTable _table;
    // The hash behind each unit that counts, by how many of them there are.
    private readonly Span<ulong> _hashes;

    /// <param name="memory">The table, and the words that were looked up before.</param>
    /// <param name="hashes">Room of <see cref="Cells"/>.</param>
    public ConceptReader(ConceptMemory memory, Span<ulong> hashes)
    {
        _memory = memory;
        _table = memory.Table;
        _hashes = hashes[..Cells];
    }

    /// <summary>
    /// The concept of a text that begins with a word of letters, and how many units stand for it; <see cref="ConceptTable.None"/> where it
    /// has none.
    /// </summary>
    /// <param name="text">The text from the word on.</param>
    /// <param name="word">The units of the word.</param>
    /// <param name="script">The script that it stands in.</param>
    public (int Concept, int Length) AtWord(ReadOnlySpan<char> text, int word, ConceptScript script)
    {
        var mayGoOn = false;
        if (word > ConceptMemory.LongestWord) return Search(text, word, script, ref mayGoOn);
        var units = ConceptMemory.UnitsOf(text, word);
        if (!_memory.TryGet(units, script, out var known))
        {
            var (concept, _) = Search(text[..word], word, script, ref mayGoOn);
            known = concept << ConceptShift | (mayGoOn ? MayGoOn : 0);
            _memory.Keep(units, script, known);
        }
        var alone = (known >> ConceptShift, word);
        if ((known & MayGoOn) == 0 || text.Length <= word || text[word] != ' ') return alone;
        if (script != ConceptScript.Other) return Search(text, word, script, ref mayGoOn);
        return PhraseBehind(text, word, Hash(text[..word])) is { Length: > 0 } phrase ? phrase : alone;
    }

    // Where the text ends with the word, whether a phrase may begin with it is said, too.
    private (int Concept, int Length) Search(ReadOnlySpan<char> text, int word, ConceptScript script, ref bool mayGoOn)
    {
        var found = Of(text, word, script, ref mayGoOn);
        if (found.Concept != ConceptTable.None) return found;
        ReadOnlySpan<string> prefixes = script switch
        {
            ConceptScript.Hebrew => s_hebrew,
            ConceptScript.Arabic => s_arabic,
            _ => [],
        };
        foreach (var prefix in prefixes)
        {
            if (word < prefix.Length + ShortestBehindPrefix || !text.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var (concept, length) = Of(text[prefix.Length..], word - prefix.Length, script, ref mayGoOn);
            if (concept != ConceptTable.None) return (concept, length + prefix.Length);
        }
        // A word of Latin letters among others.
        return script == ConceptScript.Other ? found : Of(text, word, ConceptScript.Other, ref mayGoOn);
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

    private static string[] Folded(string words) => [.. words.Split(' ').Select(word => Folding.Fold(word))];

    private (int Concept, int Length) Of(ReadOnlySpan<char> text, int word, ConceptScript script, ref bool mayGoOn)
    {
        var units = Hash(text[..Math.Min(word, Longest)], script);
        if ((Lengths(units) & StemLengths.Phrase) != 0)
        {
            if (text.Length == word) mayGoOn |= GoesOn(ConceptUnits.With(_hashes[units], ' '));
            else if (PhraseBehind(text, word, units) is { Length: > 0 } phrase) return phrase;
        }
        var whole = Find(ConceptUnits.WordKey(_hashes[units]));
        return (whole != ConceptTable.None ? whole : Stem(units).Concept, word);
    }

    // How many units count.
    private int Hash(ReadOnlySpan<char> text, ConceptScript script = ConceptScript.Other)
    {
        var (units, hash) = (0, ConceptUnits.StartOf(script));
        _hashes[0] = hash;
        foreach (var unit in text)
        {
            var next = ConceptUnits.With(hash, unit);
            if (next == hash) continue;
            hash = next;
            _hashes[++units] = hash;
        }
        return units;
    }

    private uint Lengths(int units) => _table.LengthsOf(_hashes[Math.Min(1, units)], _hashes[Math.Min(StemLengths.Beginning, units)]);

    // The longest one, and its length.
    private (int Concept, int Length) Stem(int units)
    {
        var lengths = Lengths(units) & ~StemLengths.Phrase;
        for (var length = units; length >= StemLengths.Most && lengths >= StemLengths.BitOf(StemLengths.Most); length--)
        {
            var concept = Find(ConceptUnits.StemKey(_hashes[length]));
            if (concept != ConceptTable.None) return (concept, length);
        }
        lengths &= StemLengths.BitOf(Math.Min(units + 1, StemLengths.Most)) - 1;
        while (lengths != 0)
        {
            var length = BitOperations.Log2(lengths);
            var concept = Find(ConceptUnits.StemKey(_hashes[length]));
            if (concept != ConceptTable.None) return (concept, length);
            lengths &= ~StemLengths.BitOf(length);
        }
        return (ConceptTable.None, 0);
    }

    private bool GoesOn(ulong hash) => _table.Find(ConceptUnits.StemKey(hash)) == ConceptTable.GoesOn;

    // Keys are short enough that one in millions of words has that of the beginning of a phrase, which is no concept.
    private int Find(uint key) => _table.Find(key) is var concept and not ConceptTable.GoesOn ? concept : ConceptTable.None;

    // The longest phrase that begins with a word of so many units that count.
    private (int Concept, int Length) PhraseBehind(ReadOnlySpan<char> text, int word, int units) =>
        Phrase(text[..Math.Min(text.Length, Longest)], word, _hashes[units]);

    // The longest phrase of words with one space between them; of no length where there is none.
    private (int Concept, int Length) Phrase(ReadOnlySpan<char> text, int at, ulong hash)
    {
        var (found, stem) = ((ConceptTable.None, 0), ConceptTable.None);
        while (at < text.Length && text[at] == ' ')
        {
            hash = ConceptUnits.With(hash, ' ');
            if (!GoesOn(hash)) break;
            var next = at + 1;
            for (at++; at < text.Length && text[at] != '_' && CharacterTables.IsWord(text[at]); at++)
            {
                hash = ConceptUnits.With(hash, text[at]);
                var entry = _table.Find(ConceptUnits.StemKey(hash));
                // What phrases go on with is in the table by the first letter, too, and few words begin so.
                if (at == next && entry == ConceptTable.None) return found;
                if (entry is not (ConceptTable.None or ConceptTable.GoesOn)) stem = entry;
            }
            var whole = Find(ConceptUnits.WordKey(hash));
            if (whole != ConceptTable.None) found = (whole, at);
            else if (stem != ConceptTable.None) found = (stem, at);
        }
        return found;
    }
}
