using AirsPolicy.Language.Comparison.Samples;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Reasoning.Detectors;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Text.Detectors;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;
using PatternLiteral = AirsPolicy.Language.Syntax.PatternLiteral;

namespace AirsPolicy.Language.Analysis.Detectors;

/// <summary>An exception of a detector that takes nothing back, whatever the text.</summary>
internal sealed class UselessExceptionAnalysis : IAnalysis
{
    // Each pair of an exception and an item is asked for: what lies beyond is not looked at, which is the same every time.
    private const int MostPairs = 4_000;

    public static readonly DiagnosticDescriptor TakesNothingBack = new(
        "AIRS7033", Warning, "Exception that takes nothing back",
        "Nothing that '{0}' looks for lies within what this exception matches, such as '{1}', so that it takes nothing back; write the " +
        "whole of what is excepted, or leave it out.",
        "An exception takes a match back that lies wholly within a match of its own: `except \"not legally binding\"` takes back " +
        "`legally binding`, and `except \"not\"` takes back nothing. What is compared are the letters and digits that terms and " +
        "patterns can match, whatever the view."
    );

    public void Run(AnalysisContext context)
    {
        var definitions = context
            .Model.Detectors.Where(detector => detector.Exceptions.Count > 0)
            .ToDictionary(detector => detector.Name, StringComparer.Ordinal);
        if (definitions.Count == 0)
            return;
        var reach = new ExceptionReach(context.LeftOut);
        var pairs = 0;
        foreach (var symbol in context.Packages[0].Members.Values.Where(symbol => symbol.Kind == SymbolKind.Detector))
        {
            if (!definitions.TryGetValue(symbol.QualifiedName, out var detector))
                continue;
            foreach (var token in Written((DetectorDeclarationSyntax)symbol.Syntax))
            {
                if (Item(token) is not { } exception)
                    continue;
                if ((pairs += detector.Items.Count) > MostPairs)
                    context.LeftOut.Add(LeftOutKind.Exception);
                else if (reach.IsEmpty(detector, exception) && Example(exception) is { } example)
                    context.Report(TakesNothingBack, token.Source, token.Span, [], symbol.Name, example);
            }
        }
    }

    private static IEnumerable<SyntaxToken> Written(DetectorDeclarationSyntax syntax) =>
        syntax
            .Block.Members.OfType<ExceptMemberSyntax>()
            .SelectMany(except => except.Items.AsEnumerable())
            .OfType<LiteralItemSyntax>()
            .Select(item => item.Literal);

    private static DetectorItem? Item(SyntaxToken token) =>
        token.Literal switch
        {
            PatternLiteral pattern => new DetectorItem(
                DetectorItemKind.Pattern,
                token.Source.Slice(pattern.Content).ToString(),
                pattern.IgnoreCase,
                0),
            _ => Literals.Text(token) is { } term ? new DetectorItem(DetectorItemKind.Term, term, false, 0) : null,
        };

    private static string? Example(DetectorItem exception) => exception.Kind == DetectorItemKind.Term
        ? exception.Content
        : PatternSamples.Of(exception.Content, exception.IgnoreCase) is [var first, ..] ? first : null;
}
