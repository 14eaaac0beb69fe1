using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly string[] s_operatorWords =
    [
        "and",
        "or",
        "in",
        "contains",
        "matches",
        "starts",
        "ends",
        "then",
        "where",
        "within",
        "per",
        "for",
        "because",
    ];

    // Level 0 is no operator.
    private readonly record struct FoundOperator(
        BinaryOperator Operator,
        int Level,
        Keyword Second = Keyword.None,
        string? Spelling = null);

    private FoundOperator FindOperator() => Current.Kind switch
    {
        TokenKind.EqualEqual => new(BinaryOperator.Equal, ComparisonLevel),
        TokenKind.NotEqual => new(BinaryOperator.NotEqual, ComparisonLevel),
        TokenKind.Less => new(BinaryOperator.Less, ComparisonLevel),
        TokenKind.LessOrEqual => new(BinaryOperator.LessOrEqual, ComparisonLevel),
        TokenKind.Greater => new(BinaryOperator.Greater, ComparisonLevel),
        TokenKind.GreaterOrEqual => new(BinaryOperator.GreaterOrEqual, ComparisonLevel),
        TokenKind.Plus => new(BinaryOperator.Add, SumLevel),
        TokenKind.Minus => new(BinaryOperator.Subtract, SumLevel),
        TokenKind.Star => new(BinaryOperator.Multiply, TermLevel),
        TokenKind.QuestionQuestion => new(BinaryOperator.Coalesce, CoalesceLevel),
        TokenKind.Equal => new(BinaryOperator.Equal, ComparisonLevel, Spelling: "=="),
        TokenKind.ForeignOperator => FindForeign(Current.Text),
        TokenKind.Reserved => FindWord(Current.Keyword),
        TokenKind.Name or TokenKind.CatalogueId when Current.Keyword == Keyword.None && !_lost => FindMisspelt(),
        _ => default,
    };

    private FoundOperator FindWord(Keyword word) => word switch
    {
        Keyword.Or => new(BinaryOperator.Or, OrLevel),
        Keyword.And => new(BinaryOperator.And, AndLevel),
        Keyword.In => new(BinaryOperator.In, ComparisonLevel),
        Keyword.Contains => new(BinaryOperator.Contains, ComparisonLevel),
        Keyword.Matches => new(BinaryOperator.Matches, ComparisonLevel),
        Keyword.Not when Ahead.Keyword == Keyword.In => new(BinaryOperator.NotIn, ComparisonLevel, Keyword.In),
        Keyword.Starts => new(BinaryOperator.StartsWith, ComparisonLevel, Keyword.With),
        Keyword.Ends => new(BinaryOperator.EndsWith, ComparisonLevel, Keyword.With),
        _ => default,
    };

    private static FoundOperator FindForeign(string text) => text switch
    {
        "===" => new(BinaryOperator.Equal, ComparisonLevel, Spelling: "=="),
        "!==" or "<>" or "≠" => new(BinaryOperator.NotEqual, ComparisonLevel, Spelling: "!="),
        "=<" or "≤" => new(BinaryOperator.LessOrEqual, ComparisonLevel, Spelling: "<="),
        "=>" or "≥" => new(BinaryOperator.GreaterOrEqual, ComparisonLevel, Spelling: ">="),
        "&&" => new(BinaryOperator.And, AndLevel, Spelling: "and"),
        "||" => new(BinaryOperator.Or, OrLevel, Spelling: "or"),
        "/" => new(BinaryOperator.Multiply, TermLevel, Spelling: "/"),
        _ => default,
    };

    // Behind an operand no name can follow, so one that nearly is an operator is meant as one.
    private FoundOperator FindMisspelt()
    {
        var word = Spelling.Nearest(Current.Text, s_operatorWords);
        return word is null ? default : FindWord(KeywordTable.Find(word)) with { Spelling = word };
    }

    private void ReportForeign(FoundOperator found)
    {
        if (found.Spelling is not { } spelling)
            return;
        var token = Current;
        if (spelling == "/")
            Report(SyntaxDiagnostics.Division, token.Span);
        else if (token.Kind is TokenKind.Name or TokenKind.CatalogueId)
            ReportMisspelt(spelling, "here");
        else
            Report(
                SyntaxDiagnostics.ForeignOperator,
                token.Span,
                new DiagnosticFix($"Write '{spelling}'", [new TextEdit(token.Span, spelling)]),
                token.Text,
                spelling);
    }
}
