using System.Buffers;
using AirsPolicy.Language.Symbols;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What makes a bare number an amount, a length of time or a size.</summary>
internal static class NumberCompletion
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789_.");

    private static readonly CompletionEntry[] s_currencies =
    [
        .. ((string[])["EUR", "GBP", "USD", "CHF", "JPY"])
            .Select(code => new CompletionEntry(code, SymbolKind.EnumName, Summary: "An amount of this currency.")),
    ];

    private static readonly CompletionEntry[] s_units =
    [
        Unit("ms", "Milliseconds."), Unit("s", "Seconds."), Unit("m", "Minutes."), Unit("h", "Hours."), Unit("d", "Days of 24 hours."),
        Unit("B", "Bytes."), Unit("KiB", "1,024 bytes."), Unit("MiB", "1,024 KiB."), Unit("GiB", "1,024 MiB."),
        Unit("%", "A share of the whole."),
    ];

    /// <summary>The currencies and units behind a bare number that is an operand, a limit or a time; none elsewhere.</summary>
    public static IEnumerable<CompletionEntry> After(string text, CursorContext context) =>
        context.Previous is { Kind: CursorTokenKind.Literal } number
        && IsBare(text.AsSpan(number.Span.Start, number.Span.Length))
        && IsAmount(context.Inner)
            ? s_currencies.Concat(s_units)
            : [];

    private static bool IsBare(ReadOnlySpan<char> literal) => !literal.ContainsAnyExcept(s_digits);

    private static bool IsAmount(IReadOnlyList<CursorToken> tokens) => tokens.Count == 1
        || ExpressionCompletion.OperandFollows(tokens[^2])
        || tokens[^2].Text is "," or "=" or ":" or "within" or "for" or "sla" or "timeout" or "to" or "retain" or "limit" or "advance"
        || (tokens.Count > 2 && tokens[^3].Is("limit"));

    // No gap stands between a number and its unit, so that this takes the one before the cursor away.
    private static CompletionEntry Unit(string name, string summary) =>
        new(name, SymbolKind.EnumName, Summary: summary) { JoinsNumber = true };
}
