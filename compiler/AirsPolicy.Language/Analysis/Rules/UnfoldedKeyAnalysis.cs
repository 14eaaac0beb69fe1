using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>What a model writes is no key as it stands: the same order in capitals would be another one.</summary>
internal sealed class UnfoldedKeyAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Unfolded = new(
        "AIRS4036", Warning, "Key that a model can spell differently",
        "A model writes '{0}', and 'A-1', 'a-1' and 'A-1 ' would be counted apart; write 'per folded({0})'.",
        """
        A limit or a question about the past counts together what has the same key, letter by letter. A text that a model writes, such as an argument of a
        tool, can be spelled in many ways that mean the same: in capitals, with a space behind it, with letters that look alike. Each spelling would begin
        a count of its own, so that a limit of one refund per order pays twice. `folded(…)` counts them together. The fix writes it.
        """);

    public void Run(AnalysisContext context)
    {
        var keys = context.Model.Limits.SelectMany(limit => limit.Draws).SelectMany(draw => draw.Keys)
            .Concat(context.Model.Aggregates.SelectMany(aggregate => aggregate.Sources).SelectMany(source => source.Keys));
        foreach (var key in keys.OfType<PathExpression>().Where(IsWritten).DistinctBy(key => key.Place))
        {
            var (source, span) = context.Find(key.Place);
            // Behind 'where' stands a comparison, which says by itself whether it folds.
            if (context.DeclarationAt(key.Place)?.DescendantsAndSelf().OfType<KeySyntax>().Any(per => per.Span == span) != true)
                continue;
            var written = source.Slice(span).ToString();
            context.Report(Unfolded, source, span, [Suggestion.Replace(span, $"folded({written})")], written);
        }
    }

    private static bool IsWritten(PathExpression key) => key.Shape is TextShape && WrittenByModels.Contains(key);
}
