using System.Globalization;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Dossiers;

/// <summary>How values are written in reports.</summary>
internal static class DossierWords
{
    /// <summary>What stands where nothing is said.</summary>
    public const string None = "–";

    private const int LongestQuote = 160;

    public static string Day(int? day) =>
        day is { } known ? DateOnly.FromDayNumber(known).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : None;

    public static string Duration(long ticks) => DurationText.Format(ticks);

    /// <summary>A share in millionths.</summary>
    public static string Share(long millionths) => (millionths / 1_000_000m).ToString("0.####%", CultureInfo.InvariantCulture);

    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    /// <summary>How many controls more are only tried out, or null where none is.</summary>
    public static string? TriedOut(int number) =>
        number == 0 ? null : Count(number, "more is only tried out", "more are only tried out");

    public static string OrNone(string? text) => string.IsNullOrEmpty(text) ? None : text;

    public static string List(IEnumerable<string> names) => OrNone(string.Join(", ", names));

    /// <summary>An expression as it is written, on one line; a long one by its beginning.</summary>
    public static string Quote(SourceTexts texts, Expression expression) => Quote(texts, expression.Place);

    public static string Quote(SourceTexts texts, SourcePlace place) => Short(SourceLine.Of(texts.At(place)), LongestQuote);

    /// <summary>A text, or its beginning where it is longer; no character is cut in two.</summary>
    public static string Short(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text[..end]}…";
    }

    /// <summary>The bare name behind a qualified one.</summary>
    public static string Bare(string id) => id[(id.LastIndexOf('.') + 1)..];
}
