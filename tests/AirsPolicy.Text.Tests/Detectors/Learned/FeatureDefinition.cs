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
            var (hash, end) = (0xCBF29CE484222325UL, start);
            do hash = (hash ^ LetterUnits.LetterOf(text[end])) * 0x100000001B3;
            while (LetterUnits.IsLinked(text[end]) && ++end < text.Length && LetterUnits.IsLinked(text[end]));
            if (end == start || !LetterUnits.IsLinked(text[start])) end = start + 1;
            hashes.Add(hash);
            words.Add(BucketOf(hash));
            if (hashes.Count > 1) words.Add(BucketOf(0x8422232584222325 ^ hashes[^2] * 31 ^ hash));
            if (hashes.Count > 2) words.Add(BucketOf(0x325CBF29CE484222 ^ hashes[^3] * 961 ^ hashes[^2] * 31 ^ hash));
            ends.AddRange(words.Skip(words.Count - Math.Min(3, hashes.Count)).Select(word => (word, end)));
            start = end - 1;
        }
        return (runs, words, ends);
    }

    private static int BucketOf(ulong key)
    {
        key *= 0x9E3779B97F4A7C15;
        return (int)((key ^ key >> 32) * 0x9E3779B97F4A7C15 >> 48);
    }
}
