using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;
using PatternLiteral = AirsPolicy.Language.Syntax.PatternLiteral;

namespace AirsPolicy.Language.Analysis.Patterns;

/// <summary>Patterns that mean something else than they look like.</summary>
internal sealed class PatternPitfallAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Dot = new(
        "AIRS7027", Warning, "Dot that matches any character",
        "This '.' matches any character, so that '{0}' matches as well; write '\\.' for the dot of a name.",
        "Between the parts of what reads like a host or file name a bare dot lets any character through: `/evil.example/` matches " +
        "`evilxexample`. An allow-list with it lets strangers in."
    );

    public static readonly DiagnosticDescriptor Class = new(
        "AIRS7028", Warning, "Class that looks like a group",
        "'{0}' is one character, {1}; write '(…|…)' for one text or another.",
        "A class in square brackets stands for a single character, in which `|` is a character like any other, and a letter that stands " +
        "twice says nothing more. `[http|https]` matches an `h`, and `[^abc|def]` does not mean \"neither abc nor def\", which patterns " +
        "cannot say: ask with `not (text matches /abc|def/)`."
    );

    public static readonly DiagnosticDescriptor EmptyAlternative = new(
        "AIRS7029", Warning, "Alternative without anything in it",
        "One alternative of '{0}' is empty, so that nothing matches as well; leave the '|' out, or write '?' behind a group that may be " +
        "missing.",
        "An alternative with nothing in it matches the empty text: `(cat|)s` matches `s`. Most often a `|` is left over from a list.");

    public static readonly DiagnosticDescriptor Unanchored = new(
        "AIRS7032", Warning, "Pattern that matches part of a host",
        "'{0}' is matched anywhere in the host, so that '{1}' matches as well; write '^' before it and '$' behind it.",
        "`matches` asks for a match anywhere in a text. A host is told by its whole name: what only stands within it may stand within " +
        "the name of somebody else's host."
    );

    public void Run(AnalysisContext context)
    {
        foreach (var tree in context.Packages[0].Syntax.Trees)
        {
            foreach (var element in WithPatterns(tree).SelectMany(declaration => declaration.DescendantsAndSelf()))
            {
                if (element is SyntaxToken { Literal: PatternLiteral literal } && Parse(tree.Source, literal) is { } pattern)
                    Check(context, tree.Source, literal, pattern);
                else if (element is BinaryExpressionSyntax { Operator: BinaryOperator.Matches } matches)
                    CheckHost(context, tree.Source, matches);
            }
        }
    }

    private static IEnumerable<DeclarationSyntax> WithPatterns(SyntaxTree tree)
    {
        var next = 0;
        foreach (var declaration in tree.Root.Declarations.AsEnumerable())
        {
            if (next == tree.Patterns.Count)
                yield break;
            var first = next;
            var end = declaration.Span.End;
            while (next < tree.Patterns.Count && tree.Patterns[next] < end)
                next++;
            if (next > first)
                yield return declaration;
        }
    }

    private static PatternTree? Parse(SourceText source, PatternLiteral literal) =>
        PatternParser
            .Parse(source.Slice(literal.Content).ToString(), literal.IgnoreCase ? PatternOptions.IgnoreCase : PatternOptions.None)
            .Tree;

    private static void Check(AnalysisContext context, SourceText source, PatternLiteral literal, PatternTree pattern)
    {
        foreach (var node in PatternNodes.Of(pattern.Root))
        {
            var span = new TextSpan(literal.Content.Start + node.Span.Start, literal.Content.Start + node.Span.End);
            switch (node)
            {
                case PatternSequence sequence when NameDots.First(sequence) is var (dot, example):
                    var at = new TextSpan(literal.Content.Start + dot.Span.Start, literal.Content.Start + dot.Span.End);
                    context.Report(Dot, source, at, [new DiagnosticFix("Write '\\.'", [new TextEdit(at, "\\.")])], example);
                    break;
                case PatternClass one when LooksLikeGroup(one) is { } among:
                    context.Report(
                        Class,
                        source,
                        span,
                        [],
                        source.Slice(span).ToString(),
                        $"{(one.Negated ? "none" : "one")} of those listed, {among}");
                    break;
                case PatternAlternation alternation when alternation.Alternatives.Any(alternative => alternative is PatternEmpty):
                    context.Report(EmptyAlternative, source, span, [], source.Slice(span).ToString());
                    break;
            }
        }
    }

    // Words on both sides of a '|', or a word in which a letter stands twice.
    private static string? LooksLikeGroup(PatternClass one)
    {
        if (one.Items.Any(item =>
                item is not PatternClassRange range
                || range.First != range.Last
                || range.First != '|' && (range.First >= 128 || !char.IsAsciiLetter((char)range.First))))
            return null;
        var letters = one.Items.Select(item => (char)((PatternClassRange)item).First).ToList();
        var bar = letters.IndexOf('|');
        if (bar >= 2 && letters.Count - bar > 2)
            return "'|' among them";
        var twice = letters.Find(letter => letters.Count(other => other == letter) > 1);
        return twice != default ? $"'{twice}' twice" : null;
    }

    private static void CheckHost(AnalysisContext context, SourceText source, BinaryExpressionSyntax matches)
    {
        if (matches.Right is not LiteralExpressionSyntax { Token.Literal: PatternLiteral literal }
            || matches.Left.Tokens().LastOrDefault()?.Text is not ("host" or "domain" or "hostname"))
            return;
        if (Parse(source, literal) is not { } pattern || !NameDots.HoldsName(pattern.Root))
            return;
        var text = source.Slice(literal.Content).ToString();
        var (starts, ends) = (Anchors.AtStart(pattern.Root), Anchors.AtEnd(pattern.Root));
        if (starts && ends)
            return;
        var name = text.Replace("\\.", ".", StringComparison.Ordinal).Split('|')[0].Trim('^', '$', '(');
        var alternation = pattern.Root is PatternAlternation;
        var inner = alternation ? $"(?:{text})" : text;
        var fixedText = $"{(starts ? "" : "^")}{inner}{(ends ? "" : "$")}";
        context.Report(
            Unanchored,
            source,
            literal.Content,
            [new DiagnosticFix("Match the whole host", [new TextEdit(literal.Content, fixedText)])],
            text,
            starts ? $"{name}.evil.test" : $"evil-{name}");
    }
}
