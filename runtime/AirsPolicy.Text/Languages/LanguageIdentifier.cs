using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Languages;

/// <summary>
/// Tells the language that most of a text is written in, of those in <see cref="LanguageTable"/>: first the script most of its letters are
/// of, where an ideograph or a syllable in one sign counts as three; then, where several languages are of that script, the one whose usual
/// runs of letters and small words it has most of. Linear; allocates nothing. One thread at a time.
/// </summary>
internal sealed class LanguageIdentifier
{
    /// <summary>What is given where nothing can be said.</summary>
    public const string Undetermined = "und";

    // A kana in ten letters is Japanese; Chinese has none but in names.
    private const int LettersForOneKana = 10;
    private const int SyllableWeight = 3;

    // Below this many letters, or where no run is known, whatever was said would be a guess.
    private const int LeastLetters = 6;

    private static readonly string[] s_kana = ["Hiragana", "Katakana"];

    private readonly long[] _weights = new long[LanguageProfiles.All.Codes.Length];
    private readonly Dictionary<string, long> _letters = new(StringComparer.Ordinal);

    /// <summary>The language as a code of ISO 639-1, or <see cref="Undetermined"/>.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        var profiles = LanguageProfiles.All;
        _weights.AsSpan().Clear();
        _letters.Clear();
        var kana = 0L;
        for (var runs = new LetterRuns(text); runs.MoveNext();)
        {
            var script = ScriptOf(LetterRuns.LetterOf(runs.Current), ref kana);
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_letters, script, out _) += script
                is "Han"
                    or "Hangul"
                ? SyllableWeight
                : 1;
            profiles.Runs.Add(runs.Current, _weights);
            if (runs.Word != 0)
                profiles.Words.Add(runs.Word, _weights);
        }
        var (most, letters) = ("", 0L);
        foreach (var (script, count) in _letters)
        {
            if (count > letters || count == letters && string.CompareOrdinal(script, most) < 0)
                (most, letters) = (script, count);
        }
        if (letters < LeastLetters)
            return Undetermined;
        if (most == "Han")
            return kana * LettersForOneKana * SyllableWeight >= letters ? "ja" : "zh";
        var (best, known) = (-1, 0);
        for (var language = 0; language < _weights.Length; language++)
        {
            if (profiles.Scripts[language] != most)
                continue;
            known++;
            if (best < 0 || _weights[language] > _weights[best])
                best = language;
        }
        return best >= 0 && (known == 1 || _weights[best] > 0) ? profiles.Codes[best] : Undetermined;
    }

    private static string ScriptOf(char letter, ref long kana)
    {
        if (char.IsAscii(letter))
            return "Latin";
        var script = CharacterTables.ScriptOf(letter);
        if (!s_kana.Contains(script))
            return script;
        kana++;
        return "Han";
    }
}
