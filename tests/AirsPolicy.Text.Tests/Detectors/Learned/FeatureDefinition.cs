using AirsPolicy.Text.Concepts;
using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.Text.Tests.Detectors.Learned;

/// <summary>The features of a folded text as they are defined, one unit after the other.</summary>
internal static class FeatureDefinition
{
    public static (List<int> Runs, List<int> Words, List<(int Bucket, int End)> Ends) Of(string text)
    {
        var (runs, words, ends) = (new List<int>(), new List<int>(), new List<(int, int)>());
        for (var end = 5; end <= text.Length; end++)
        {
            var run = 0UL;
            foreach (var unit in text.AsSpan(end - 5, 5))
                run = run << 12 | (uint)(LetterUnits.LetterOf(unit) is 0 ? unit : LetterUnits.LetterOf(unit)) & 0xFFF;
            runs.Add(BucketOf(run));
            ends.Add((runs[^1], end));
        }
        var hashes = new List<ulong>();
        for (var start = 0; start < text.Length; start++)
        {
            if (LetterUnits.LetterOf(text[start]) == 0) continue;
            var end = EndOf(text, start, LetterUnits.IsLinked);
            var hash = 0xCBF29CE484222325UL;
            foreach (var unit in text.AsSpan(start, end - start)) hash = (hash ^ LetterUnits.LetterOf(unit)) * 0x100000001B3;
            hashes.Add(hash);
            words.Add(BucketOf(hash));
            if (hashes.Count > 1) words.Add(BucketOf(0x8422232584222325 ^ hashes[^2] * 31 ^ hash));
            if (hashes.Count > 2) words.Add(BucketOf(0x325CBF29CE484222 ^ hashes[^3] * 961 ^ hashes[^2] * 31 ^ hash));
            ends.AddRange(words.Skip(words.Count - Math.Min(3, hashes.Count)).Select(word => (word, end)));
            start = end - 1;
        }
        return (runs, words, ends);
    }

    /// <summary>The features of the concepts of a text, each with the place where the first word of its last concept ends.</summary>
    public static List<(int Feature, int End)> ConceptsOf(string text)
    {
        var (features, before) = (new List<(int, int)>(), new List<int>());
        var reader = new ConceptReader(new ConceptMemory(ConceptTable.Shipped), stackalloc ulong[ConceptReader.Cells]);
        for (var start = 0; start < text.Length; start++)
        {
            if (LetterUnits.LetterOf(text[start]) == 0) continue;
            var end = EndOf(text, start, LetterUnits.IsLinked);
            var word = EndOf(text, start, LetterUnits.IsSpaced) - start;
            var (concept, length) = LetterUnits.IsSpaced(text[start])
                ? reader.AtWord(text.AsSpan(start), word, ScriptOf(text, start, word))
                : reader.AtStartOf(text.AsSpan(start));
            if (concept != ConceptTable.None)
            {
                features.Add((concept + concept * (concept + 1) / 2, end));
                foreach (var other in before.AsEnumerable().Reverse().Take(6))
                {
                    var larger = Math.Max(concept, other);
                    features.Add((larger + larger * (larger + 1) / 2 + 1 + Math.Min(concept, other), end));
                }
                before.Add(concept);
            }
            start += length - 1;
        }
        return features;
    }

    // Of the first letter that is left in its script: of the word, within sixteen units of where it begins, or of those before.
    private static ConceptScript ScriptOf(string text, int start, int word) =>
        text.Skip(start).Take(Math.Max(16, word)).Concat(text.Take(start).TakeLast(16).Reverse())
            .Where(unit => unit is >= '\u0370' and <= '\u06FF')
            .Select(NearbyScript.Of)
            .FirstOrDefault();

    // Behind the word that begins somewhere.
    private static int EndOf(string text, int start, Func<char, bool> goesOn)
    {
        var end = start + 1;
        while (goesOn(text[end - 1]) && end < text.Length && goesOn(text[end])) end++;
        return end;
    }

    private static int BucketOf(ulong key)
    {
        key *= 0x9E3779B97F4A7C15;
        return (int)((key ^ key >> 32) * 0x9E3779B97F4A7C15 >> 43);
    }
}
