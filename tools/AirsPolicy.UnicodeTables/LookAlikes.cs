namespace AirsPolicy.UnicodeTables;

/// <summary>
/// Non-ASCII characters that look like ASCII letters or digits, from the prototypes of UTS #39.
/// A prototype counts if it is ASCII once its combining marks are taken off, as folding does: ø (o and a stroke) looks like o.
/// </summary>
internal static class LookAlikes
{
    // Their decomposition is a sigma, which looks like o.
    private static readonly int[] s_lunateSigmas = [0x3F2, 0x3F9];

    public static Dictionary<int, int[]> Read(CharacterDatabase database, string confusablesFile)
    {
        var prototypes = new Dictionary<int, int[]>();
        foreach (var line in File.ReadLines(confusablesFile))
        {
            if (line.StartsWith('#')) continue;
            var fields = line.Split('\t');
            var source = DatabaseFile.Hexadecimal(fields[0]);
            if (!IsSource(database, source)) continue;
            var target = DatabaseFile.Sequence(fields[1]).Where(codePoint => database.CombiningClass[codePoint] == 0).ToArray();
            if (target.Length == 0 || !target.All(IsAsciiLetterOrDigit)) continue;
            prototypes.Add(source, [.. target.Select(codePoint => codePoint < 'A' ? codePoint : codePoint | 0x20)]);
        }
        var lookAlikes = ShareWithinCase(database, prototypes);
        LetterAlphabets.AddTo(lookAlikes);
        foreach (var lunateSigma in s_lunateSigmas) lookAlikes.Add(lunateSigma, ['c']);
        return lookAlikes;
    }

    // Letters only: a currency sign or an operator means something of its own. What has a decomposition is folded by its parts.
    private static bool IsSource(CharacterDatabase database, int codePoint) =>
        codePoint > 0x7F && database.Category[codePoint][0] == 'L' && !database.Decomposition.ContainsKey(codePoint);

    // Capital Ve looks like B and small ve like nothing: case must not change the folding, so small ve goes to b too.
    // Where both look like something, each keeps its own (Greek capital nu is n, small nu is v), but the capitals that
    // look like l, 1 or I by the choice of the prototype are i if their small letter is, and what looks like a digit is
    // the letter that its other case looks like (capital Be is b, small be would be 6).
    private static Dictionary<int, int[]> ShareWithinCase(CharacterDatabase database, Dictionary<int, int[]> prototypes)
    {
        var shared = new Dictionary<int, int[]>(prototypes);
        foreach (var group in database.SimpleFolding.GroupBy(pair => pair.Value, pair => pair.Key))
        {
            var members = group.Append(group.Key).Order().Where(member => IsSource(database, member)).ToList();
            var known = members.Where(prototypes.ContainsKey).ToList();
            if (known.Count == 0) continue;
            var letter = known.FirstOrDefault(member => prototypes[member].All(codePoint => codePoint >= 'a'), -1);
            var i = known.FirstOrDefault(member => prototypes[member] is ['i'], -1);
            foreach (var member in members)
            {
                if (!prototypes.TryGetValue(member, out var own)) shared[member] = prototypes[known[0]];
                else if (own is ['l'] && i >= 0) shared[member] = prototypes[i];
                else if (own is [< 'a'] && letter >= 0) shared[member] = prototypes[letter];
            }
        }
        return shared;
    }

    private static bool IsAsciiLetterOrDigit(int codePoint) => codePoint < 0x80 && char.IsAsciiLetterOrDigit((char)codePoint);
}
