using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Streams;

/// <summary>A policy that releases an answer while it arrives has no rule that would come too late for it.</summary>
internal sealed class StreamAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor NeedsWhole = new(
        "AIRS3030", Error, "Rule that needs the whole answer",
        "'stream buffered' releases text before {0} can decide: {1}; say 'stream none', or 'stream post_hoc' to release at once and " +
        "take back.",
        "In `buffered`, text is released as soon as no rule can stop or change it any more. That can be told where a rule asks " +
        "detectors whether they found something, with terms and patterns of bounded length. What needs the whole answer — lengths, " +
        "counts, `not`, patterns without an end — can only stop it before a word is released, or take it back."
    );

    public static readonly DiagnosticDescriptor Waits = new(
        "AIRS3031", Error, "Rule that makes a streamed answer wait",
        "'stream buffered' releases text while {0} would wait: {1}; say 'stream none', or 'stream post_hoc' to release at once and take " +
        "back.",
        "A hold or a duty stands between an answer and its user. An answer of which half has been released can neither wait for people " +
        "nor be confirmed."
    );

    public void Run(AnalysisContext context)
    {
        if (context.Model.System is not { Stream: "buffered" } || Clause(context) is not { } clause)
            return;
        var late = StreamSorting
            .Of(context.Model)
            .Where(rule => rule.Timing == StreamTiming.TooLate)
            .DistinctBy(rule => rule.Rule.Place)
            .OrderBy(rule => rule.WaitsForPeople)
            .ToList();
        if (late.Count == 0)
            return;
        // What is to be changed is the way to stream, once for all rules.
        var first = late[0];
        var others = late.Count switch
        {
            1 => "",
            2 => " and one other rule",
            _ => $" and {late.Count - 1} other rules",
        };
        context.Report(
            first.WaitsForPeople ? Waits : NeedsWhole, clause.Name.Source, clause.Span, [Fix(clause, "none"), Fix(clause, "post_hoc")],
            [.. late.Select(rule => Place(context, rule))], $"'{first.Control.Id}'{others}", first.Because!);
    }

    private static RelatedLocation Place(AnalysisContext context, StreamedRule rule)
    {
        var (source, span) = context.Find(rule.Rule.Place);
        return new RelatedLocation(source, span, $"'{rule.Control.Id}' comes too late: {rule.Because}");
    }

    private static NameMemberSyntax? Clause(AnalysisContext context) => context.Packages[0].Syntax.Trees
        .SelectMany(tree => tree.Root.Declarations).OfType<SystemDeclarationSyntax>().Take(1)
        .SelectMany(system => system.Block.Members).OfType<NameMemberSyntax>()
        .FirstOrDefault(member => member.Keyword.Keyword == Keyword.Stream);

    private static DiagnosticFix Fix(NameMemberSyntax clause, string way) =>
        Suggestion.Replace(clause.Name.Span, way) with { Title = $"Write 'stream {way}'" };
}
