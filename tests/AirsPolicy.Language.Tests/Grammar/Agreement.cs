namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>The two parsers on texts, with what was seen of them.</summary>
internal sealed class Agreement
{
    private readonly GrammarParser _grammar = new(PublishedGrammar.Current);

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Texts that nest too deeply, of which the grammar is not asked.</summary>
    public int Bounded { get; private set; }

    /// <summary>How the parsers differ on a text; null where they agree.</summary>
    public string? Difference(string text)
    {
        var byHand = HandWritten.Read(text);
        if (byHand.IsBounded)
        {
            Bounded++;
            return null;
        }

        var byGrammar = _grammar.Read(text);
        if (byHand.Shape is null && byGrammar is null)
        {
            Refused++;
            return null;
        }

        Accepted++;
        return byHand.Shape is null ? $"The grammar accepts what is refused: {byHand.Refusal}"
            : byGrammar is null ? "The grammar refuses what is accepted."
            : Difference(byHand.Shape.ToString(), byGrammar.ToString());
    }

    private static string? Difference(string byHand, string byGrammar)
    {
        if (byHand == byGrammar)
            return null;
        var from = Math.Max(byHand.AsSpan().CommonPrefixLength(byGrammar) - 80, 0);
        return $"By hand: {Part(byHand, from)}\nBy the grammar: {Part(byGrammar, from)}";
    }

    private static string Part(string text, int from) => text[from..Math.Min(from + 160, text.Length)];
}
