namespace AirsPolicy.Text.Languages;

/// <summary>What the languages told apart are known by: their script, their most usual runs of letters, and their small words.</summary>
internal sealed class LanguageProfiles
{
    /// <summary>The weight 0 of a run in the table; others follow it.</summary>
    public const char NoWeight = '0';

    // A word says more than its letters, and less where other languages have it too.
    private const double WeightOfWord = 40;

    private static readonly Lazy<LanguageProfiles> s_all = new(() => new LanguageProfiles());

    private LanguageProfiles()
    {
        Codes = [.. LanguageTable.Languages.Select(row => row.Code)];
        Scripts = [.. LanguageTable.Languages.Select(row => row.Script)];
        Runs = new WeightTable(
            LanguageTable.Languages.SelectMany(
                (row, language) =>
                    row
                        .Runs.Chunk(LetterRuns.Length + 1)
                        .Select(run => ((ulong)run[0] << 32 | (ulong)run[1] << 16 | run[2], language, run[3] - NoWeight))));
        var words = LanguageTable
            .Languages.SelectMany(
                (row, language) =>
                    row.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: Hash(word), Language: language)))
            .ToList();
        var sharing = words.CountBy(word => word.Word).ToDictionary();
        Words = new WeightTable(
            words.Select(word => (word.Word, word.Language, (int)Math.Round(WeightOfWord / Math.Sqrt(sharing[word.Word])))));
    }

    /// <summary>The profiles, made when first asked for.</summary>
    public static LanguageProfiles All => s_all.Value;

    /// <summary>The code of each language (ISO 639-1).</summary>
    public string[] Codes { get; }

    /// <summary>The script of each language; Han and the two of kana are one.</summary>
    public string[] Scripts { get; }

    /// <summary>What runs of letters say.</summary>
    public WeightTable Runs { get; }

    /// <summary>What words say.</summary>
    public WeightTable Words { get; }

    private static ulong Hash(string word)
    {
        var runs = new LetterRuns(word);
        var hash = 0UL;
        while (runs.MoveNext())
            hash = runs.Word;
        return hash;
    }
}
