namespace AirsPolicy.UnicodeTables;

/// <summary>What each code point becomes in the folded view before marks are ordered and letters composed.</summary>
internal static class FoldTables
{
    // Two Arabic phrases written as one code point, 18 and 8 characters long: they stay as they are, for the sake of the bound on the
    // length.
    private static readonly int[] s_undecomposed = [0xFDFA, 0xFDFB];

    // A pattern of Braille without dots, and the place of an object: both show as nothing or as a blank.
    private static readonly int[] s_blank = [0x2800, 0xFFFC];

    // No combining class is that high. A mark with combining class 0 keeps its place; a few characters that are no marks compose with what
    // is before them.
    private const int UnorderedMark = 255, Joining = 254;

    public static (string Name, string Text) Generate(CharacterDatabase database, string confusablesFile)
    {
        var foldings = Foldings(database, LookAlikes.Read(database, confusablesFile));

        // Place 0 stands for "stays as it is" and place 1 for "is removed"; a sequence is its length and its code points.
        var sequences = new List<int> { 0, 0 };
        var places = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 1 };
        var placeOf = new Dictionary<int, int>();
        foreach (var (codePoint, folding) in foldings.OrderBy(pair => pair.Key))
        {
            var key = string.Join(' ', folding);
            if (!places.TryGetValue(key, out var place))
            {
                place = sequences.Count;
                places.Add(key, place);
                sequences.Add(folding.Length);
                sequences.AddRange(folding);
            }
            placeOf.Add(codePoint, place);
        }

        var writer = new TableWriter("FoldTable", "The folding of each code point, and the order of marks.", database.Version,
            "UnicodeData, CaseFolding, PropList, DerivedCoreProperties and the UTS #39 confusables of Unicode 17");
        writer.Numbers("Sequences", "int", sequences);
        writer.TwoStage("Place", TwoStageTable.Of(codePoint => placeOf.GetValueOrDefault(codePoint)));
        var joining = CompositionTables.Pairs(database).Select(pair => pair.Second)
            .Concat(Enumerable.Range(0x1161, 21)).Concat(Enumerable.Range(0x11A8, 27)).ToHashSet();
        writer.TwoStage("Mark", TwoStageTable.Of(codePoint =>
            database.CombiningClass[codePoint] != 0 ? database.CombiningClass[codePoint]
            : database.Category[codePoint] is "Mn" or "Me" ? UnorderedMark
            : joining.Contains(codePoint) ? Joining : 0));
        return (writer.Name, writer.Finish());
    }

    /// <summary>The code points that do not stay as they are, each with a folding of which every part folds to itself.</summary>
    private static Dictionary<int, int[]> Foldings(CharacterDatabase database, Dictionary<int, int[]> lookAlikes)
    {
        var removed = ClassTables.Invisible(database);
        var space = database.Having("PropList.txt", "White_Space");

        int[] Step(int codePoint)
        {
            if (space[codePoint]) return [' '];
            // What private use shows is known to nobody.
            if (removed[codePoint] || database.Category[codePoint] is "Cc" or "Co" || s_blank.Contains(codePoint)) return [];
            if (database.DigitValue[codePoint] >= 0) return ['0' + database.DigitValue[codePoint]];
            if (s_undecomposed.Contains(codePoint)) return [codePoint];
            if (lookAlikes.TryGetValue(codePoint, out var lookAlike)) return lookAlike;
            if (database.Decomposition.TryGetValue(codePoint, out var decomposition)) return decomposition.Mapping;
            // U+0345 is a mark whose case folding is a letter; as a letter it could not be ordered among the marks.
            if (codePoint == 0x345) return [codePoint];
            // Lone surrogates: two of them must not become a pair when what stands between them is removed.
            if (database.Category[codePoint] == "Cs") return [0xFFFD];
            return database.FullFolding.GetValueOrDefault(codePoint, [codePoint]);
        }

        int[] Closure(int codePoint)
        {
            var step = Step(codePoint);
            return step is [var only] && only == codePoint ? step : [.. step.SelectMany(Closure)];
        }

        return Enumerable.Range(0, CharacterDatabase.CodePointCount)
            .Select(codePoint => (codePoint, folding: Closure(codePoint)))
            .Where(pair => pair.folding is not [var only] || only != pair.codePoint)
            .ToDictionary(pair => pair.codePoint, pair => pair.folding);
    }
}
