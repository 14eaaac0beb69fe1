using AirsPolicy.LanguageServer.Features.Completion;
using AirsPolicy.LanguageServer.Protocol;

namespace AirsPolicy.LanguageServer.Features.Signatures;

/// <summary>The clauses whose parts have to be known: questions about the past, and limits.</summary>
internal static class ClauseForms
{
    private static readonly (string Opener, SignatureInformation Form)[] s_all =
    [
        ("count", Form("How often something happened.", "count of POINT", "where CONDITION", "per KEY", "within TIME")),
        ("sum", OfValue("What the values of past decisions add up to.", "sum of VALUE")),
        ("distinct", OfValue("How many different values there were.", "distinct of VALUE")),
        ("mean", OfValue("What a value of past decisions is on average.", "mean of VALUE")),
        ("deviation", OfValue("How far a value of past decisions lies from its mean, as a rule.", "deviation of VALUE")),
        ("earlier", Form("Whether something happened before.", "earlier POINT", "where CONDITION", "per KEY", "within TIME")),
        ("limit", Form("How much may happen, per whom and over how long.", "limit NAME NUMBER", "of VALUE", "per KEY", "within TIME")),
    ];

    /// <summary>The form of the clause that the tokens end in, with the part in which they end; null where they end in none.</summary>
    public static (SignatureInformation Form, int Active)? Of(IReadOnlyList<CursorToken> tokens)
    {
        if (CountingCompletion.Begin(tokens) is not { } begin)
            return null;
        var form = s_all.First(one => tokens[begin].Is(one.Opener)).Form;
        var active = 0;
        for (var i = begin + 1; i < tokens.Count; i++)
        {
            var opens = tokens[i].Text + " ";
            var part = Array.FindIndex([.. form.Parameters], one => one.Label.StartsWith(opens, StringComparison.Ordinal));
            active = Math.Max(part, active);
        }

        return (form, active);
    }

    private static SignatureInformation OfValue(string summary, string begin) =>
        Form(summary, begin, "over POINT", "where CONDITION", "per KEY", "within TIME");

    private static SignatureInformation Form(string summary, params string[] parts) =>
        new(string.Join(' ', parts), MarkupContent.Markdown(summary), [.. parts.Select(part => new ParameterInformation(part))]);
}
