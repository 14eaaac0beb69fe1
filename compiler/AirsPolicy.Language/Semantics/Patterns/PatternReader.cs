using System.Runtime.CompilerServices;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Semantics.Patterns;

/// <summary>Reads the patterns of a policy, so that their mistakes are diagnostics inside the pattern.</summary>
internal static class PatternReader
{
    // A library is bound with every package that takes it in, and its patterns are the same each time.
    private static readonly ConditionalWeakTable<Syntax.PatternLiteral, ReadPattern> s_read = [];

    /// <summary>The source of a pattern that can be compiled, or null once its mistakes are reported.</summary>
    public static string? Read(BindingContext context, SourceText source, Syntax.PatternLiteral literal) =>
        Read(context, source, literal, out _);

    /// <inheritdoc cref="Read(BindingContext, SourceText, Syntax.PatternLiteral)"/>
    /// <param name="facts">What holds of its matches, where there is a source.</param>
    public static string? Read(BindingContext context, SourceText source, Syntax.PatternLiteral literal, out PatternFacts? facts)
    {
        facts = null;
        var read = Read(source, literal);
        foreach (var error in read.Parse.Errors)
        {
            var span = new TextSpan(literal.Content.Start + error.Span.Start, literal.Content.Start + error.Span.End);
            context.Report(
                error.Kind == PatternErrorKind.TooCostly ? ControlDiagnostics.CostlyPattern : NameDiagnostics.PatternProblem,
                source,
                span,
                error.Message);
        }
        facts = read.Facts;
        if (facts is null)
            return null;
        if (!facts.CanBeEmpty)
            return read.Content;
        context.Report(
            NameDiagnostics.PatternProblem,
            source,
            literal.Content,
            "This pattern matches the empty text, so it would match everywhere; let it need at least one character.");
        return null;
    }

    private static ReadPattern Read(SourceText source, Syntax.PatternLiteral literal)
    {
        var written = source.Slice(literal.Content);
        if (s_read.TryGetValue(literal, out var known) && written.SequenceEqual(known.Content))
            return known;
        var content = written.ToString();
        var parse = PatternParser.Parse(content, literal.IgnoreCase ? PatternOptions.IgnoreCase : PatternOptions.None);
        var read = new ReadPattern(content, parse, parse.Tree is null ? null : PatternFacts.Of(parse.Tree));
        s_read.AddOrUpdate(literal, read);
        return read;
    }

    private sealed record ReadPattern(string Content, PatternParse Parse, PatternFacts? Facts);
}
