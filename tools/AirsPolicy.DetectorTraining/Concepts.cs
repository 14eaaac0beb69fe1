using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Text.Concepts;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Writes the table of concepts from its lists, one a language: <c>concept: words</c>, the same concepts in the same order in each. A word
/// with <c>*</c> behind it is a stem; <c>_</c> stands between the words of a phrase.
/// </summary>
internal static class Concepts
{
    private const string First = "en";

    /// <summary>
    /// The table as the engine reads it: what tells it from others, how many concepts there are, and its keys in their order.
    /// </summary>
    /// <param name="folder">The folder of the lists.</param>
    public static byte[] Write(string folder)
    {
        var names = Lines(folder, First).Select(line => line.Concept).ToList();
        var numbers = names.Select((name, number) => (name, (ushort)number)).ToDictionary();
        var entries = Entries(folder, numbers);
        var lengths = Lengths(folder);
        var bytes = new byte[8 + 2 * lengths.Length + 6 * entries.Count];
        var at = 8;
        foreach (var length in lengths)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), length);
            at += 2;
        }
        foreach (var (key, concept) in entries)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), key);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 4), concept);
            at += 6;
        }
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), names.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(bytes.AsSpan(4))));
        return bytes;
    }

    // A word that means two things in two languages is what it means where people write it more often, in the texts of hands.
    private static SortedDictionary<uint, ushort> Entries(string folder, Dictionary<string, ushort> numbers)
    {
        var meanings = new Dictionary<uint, Dictionary<ushort, int>>();
        foreach (var language in Languages(folder))
        {
            var words = WordCounts.Of(language);
            foreach (var (concept, entries) in Lines(folder, language))
            {
                foreach (var entry in entries.SelectMany(Cases))
                {
                    if (KeyOf(entry) is { } key) Mean(key, numbers[concept], words.CountOf(Folded(entry), entry.EndsWith('*')));
                    // What stands for something by itself is not taken for a beginning.
                    foreach (var beginning in BeginningsOf(entry)) Mean(beginning, ConceptTable.GoesOn, -1);
                }
            }
        }
        return new(meanings.ToDictionary(meaning => meaning.Key, meaning => meaning.Value.MaxBy(concept => concept.Value).Key));

        void Mean(uint key, ushort concept, int count)
        {
            if (!meanings.TryGetValue(key, out var counts)) meanings.Add(key, counts = []);
            counts[concept] = counts.GetValueOrDefault(concept) + count;
        }
    }

    private static ushort[] Lengths(string folder)
    {
        var lengths = new ushort[StemLengths.Places];
        foreach (var (_, entries) in Languages(folder).SelectMany(language => Lines(folder, language)))
        {
            foreach (var entry in entries.SelectMany(Cases).Where(entry => KeyOf(entry) is not null))
            {
                var folded = Folded(entry);
                var space = folded.IndexOf(' ');
                var hashes = HashesOf(space < 0 ? folded : folded[..space], ScriptOf(entry));
                var units = hashes.Count - 1;
                if (space > 0) Add(hashes[Math.Min(units, StemLengths.Beginning)], StemLengths.Phrase);
                else if (IsStem(entry, folded))
                    Add(hashes[units < StemLengths.Beginning ? 1 : StemLengths.Beginning], StemLengths.BitOf(units));
            }
        }
        return lengths;

        void Add(ulong beginning, uint bit) => lengths[StemLengths.PlaceOf(beginning)] |= (ushort)bit;
    }

    // Behind each unit that counts, and before the first.
    private static List<ulong> HashesOf(string folded, ConceptScript script)
    {
        var hashes = new List<ulong> { ConceptUnits.StartOf(script) };
        foreach (var unit in folded)
        {
            var next = ConceptUnits.With(hashes[^1], unit);
            if (next != hashes[^1]) hashes.Add(next);
        }
        return hashes;
    }

    private static ConceptScript ScriptOf(string entry) =>
        entry.Select(NearbyScript.Of).FirstOrDefault(script => script != ConceptScript.Other);

    // Folding takes letters for what they look like, so that of a few the cases are folded apart.
    private static IEnumerable<string> Cases(string entry) =>
        new[] { entry, char.ToUpperInvariant(entry[0]) + entry[1..], entry.ToUpperInvariant() }.DistinctBy(Folded);

    private static bool IsStem(string entry, string folded) => entry.EndsWith('*') || !LetterUnits.IsSpaced(folded[0]);

    /// <summary>The languages that there are lists of, in the order in which they count.</summary>
    public static IEnumerable<string> Languages(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .OrderBy(language => language == First ? 0 : 1)
            .ThenBy(language => language, StringComparer.Ordinal);

    /// <summary>The lines of a list.</summary>
    public static IEnumerable<(string Concept, string[] Words)> Lines(string folder, string language) =>
        File.ReadLines(Path.Combine(folder, language + ".txt"), Encoding.UTF8)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(':', 2))
            .Select(parts => (parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    // Of a word as texts have it once they are folded; null where it is none that the engine looks for.
    private static uint? KeyOf(string word)
    {
        var folded = Folded(word);
        if (folded.Length == 0) return null;
        var standsAlone = !LetterUnits.IsSpaced(folded[0]);
        if (folded.Any(unit => unit != ' ' && LetterUnits.IsSpaced(unit) == standsAlone)) return null;
        if (folded.Length > (standsAlone ? ConceptReader.LongestRun : ConceptReader.Longest)) return null;
        var hash = folded.Aggregate(ConceptUnits.StartOf(ScriptOf(word)), ConceptUnits.With);
        return IsStem(word, folded) ? ConceptUnits.StemKey(hash) : ConceptUnits.WordKey(hash);
    }

    // Of a phrase: its words but the last, each with the space behind it, and with the first letter of the next.
    private static IEnumerable<uint> BeginningsOf(string word)
    {
        var (hash, before) = (ConceptUnits.StartOf(ScriptOf(word)), '\0');
        foreach (var unit in KeyOf(word) is null ? "" : Folded(word))
        {
            hash = ConceptUnits.With(hash, unit);
            if (unit == ' ' || before == ' ') yield return ConceptUnits.StemKey(hash);
            before = unit;
        }
    }

    private static string Folded(string word)
    {
        var folded = Folding.Fold(word.TrimEnd('*').Replace('_', ' ').Replace('-', ' ').Trim());
        return folded.All(unit => unit == ' ' || LetterUnits.LetterOf(unit) != 0) ? folded : "";
    }
}
