using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Semantics.Patterns;

/// <summary>Reads the patterns of a policy, so that their mistakes are diagnostics inside the pattern.</summary>
internal static class PatternReader
{
    /// <summary>The source of a pattern that can be compiled, or null once its mistakes are reported.</summary>
    public static string? Read(BindingContext context, SourceText source, Syntax.PatternLiteral literal) =>
        Read(context, source, literal, out _);

    /// <inheritdoc cref="Read(BindingContext, SourceText, Syntax.PatternLiteral)"/>
    /// <param name="facts">What holds of its matches, where there is a source.</param>
    public static string? Read(BindingContext context, SourceText source, Syntax.PatternLiteral literal, out PatternFacts? facts)
    {
        facts = null;
        var content = source.Slice(literal.Content).ToString();
        var parse = PatternParser.Parse(content, literal.IgnoreCase ? PatternOptions.IgnoreCase : PatternOptions.None);
        foreach (var error in parse.Errors)
        {
            var span = new TextSpan(literal.Content.Start + error.Span.Start, literal.Content.Start + error.Span.End);
            context.Report(
                error.Kind == PatternErrorKind.TooCostly ? ControlDiagnostics.CostlyPattern : NameDiagnostics.PatternProblem,
                source,
                span,
                error.Message);
        }
        if (parse.Tree is null)
            return null;
        facts = PatternFacts.Of(parse.Tree);
        if (!facts.CanBeEmpty)
            return content;
        context.Report(
            NameDiagnostics.PatternProblem,
            source,
            literal.Content,
            "This pattern matches the empty text, so it would match everywhere; let it need at least one character.");
        return null;
    }
}
