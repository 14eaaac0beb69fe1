using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Tests.Views;

/// <summary>The steps of folding one after the other over strings, with the platform's normalization: the oracle.</summary>
internal static class FoldingModel
{
    public static string Fold(string text)
    {
        // EnumerateRunes reads a lone surrogate as U+FFFD.
        var mapped = string.Concat(text.EnumerateRunes().Select(Map));
        var composed = DropMarks(mapped.Normalize(NormalizationForm.FormD)).Normalize(NormalizationForm.FormC);
        while (composed.Contains("  ", StringComparison.Ordinal)) composed = composed.Replace("  ", " ", StringComparison.Ordinal);
        return composed;
    }

    private static string Map(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (Rune.IsControl(rune) || CharacterTables.IsInvisible(rune.Value)) return "";
        if (CharacterTables.DigitValue(rune.Value) is var digit and >= 0) return ((char)('0' + digit)).ToString();
        if (rune.Value is 0xFDFA or 0xFDFB) return rune.ToString();
        if (rune.Value is 0x3F2 or 0x3F9) return "c";
        var decomposed = rune.ToString().Normalize(NormalizationForm.FormKD);
        if (decomposed != rune.ToString()) return string.Concat(decomposed.EnumerateRunes().Select(Map));
        if (LookAlike(rune) is { } lookAlike) return lookAlike;
        if (rune.Value is 0xDF or 0x1E9E) return "ss";
        if (rune.Value == 0x345) return "\u0345";
        var folded = new Rune(CharacterTables.FoldCase(rune.Value));
        return folded == rune ? rune.ToString() : Map(folded);
    }

    // The one step that the platform has no second source for.
    private static string? LookAlike(Rune rune)
    {
        if (rune.IsAscii || !FoldingTables.TryFold(rune.Value, out var parts)) return null;
        foreach (var part in parts) if (part > 0x7F) return null;
        return string.Concat(parts.ToArray().Select(part => (char)part));
    }

    private static string DropMarks(string text)
    {
        var kept = new StringBuilder();
        var onAscii = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isMark = FoldingTables.MarkOf(rune.Value) is not 0 and not FoldingTables.Joining;
            if (isMark && onAscii) continue;
            onAscii = rune.Value == ' ' || (rune.IsAscii && Rune.IsLetterOrDigit(rune));
            kept.Append(rune.ToString());
        }
        return kept.ToString();
    }
}
