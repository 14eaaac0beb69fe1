using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Reasoning.Judges;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Judges;

/// <summary>A judge says that something is the matter, and no rule hears it.</summary>
internal sealed class UndecidedAnswerAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Undecided = new(
        "AIRS5113", Warning, "Verdict that nothing follows from",
        "Nothing follows where '{0}' answers {1}{2}; write a rule for it, or put the verdict that may pass first.",
        "A verdict is a list of names or a truth on which some rule of the judge hangs alone. Of a list the first name may pass without " +
        "a rule, and of a truth the one that no rule is about; from every other answer something has to follow, or the judge is asked " +
        "for nothing. The answer that is shown was tried, on a request in which nothing is remarkable. From what else nothing follows " +
        "`airs check --answers` lists. A judge of another package is looked at with that package, and here only where a parameter is set."
    );

    private static readonly bool[] s_truths = [true, false];

    public void Run(AnalysisContext context)
    {
        List<JudgeModel> own = [.. context.Model.Judges.Where(judge => context.IsLookedAt(judge.Place))];
        if (own.Count == 0)
            return;
        var judges = new JudgesAlone(context.Model);
        foreach (var judge in own)
        {
            var spaces = AnswerSpace.All(judges, judge, context.LeftOut, forVerdicts: true);
            var reported = new List<string>();
            foreach (var (space, verdict) in spaces.SelectMany(space => space.Verdicts.Select(verdict => (space, verdict))))
            {
                foreach (var value in Telling(space, verdict))
                {
                    // An answer that says two things of which nothing is heard is one mistake, and so is one that is not heard at two
                    // points.
                    if (space.Undecided.FirstOrDefault(answer => Says(answer, verdict, value)) is not { } answer
                        || reported.Contains(answer.ToJsonString()))
                        continue;
                    reported.Add(answer.ToJsonString());
                    var isHeard = spaces.Any(other => other.Decided.Any(decided => Says(decided, verdict, value)));
                    Report(
                        context,
                        judge,
                        verdict,
                        value,
                        AnswerText.Of(answer, judge.Returns, space.Members),
                        spaces.Count == 1 ? "" : space.Where,
                        isHeard);
                }
            }
        }
    }

    private static IEnumerable<JsonNode> Telling(AnswerSpace space, ShapeMember verdict) => verdict.Shape switch
    {
        EnumShape names => names.Names.Skip(1).Select(name => (JsonNode)JsonValue.Create(name)),
        _ => s_truths.Select(truth => (JsonNode)JsonValue.Create(truth)).Where(truth => IsTelling(space, verdict, truth)),
    };

    // With one truth more follows than with the other, whatever else the answer says.
    private static bool IsTelling(AnswerSpace space, ShapeMember verdict, JsonNode truth)
    {
        var share = (int With, int Without) (bool decided) =>
            (
                (decided ? space.Decided : space.Undecided).Count(answer => Says(answer, verdict, truth)),
                (decided ? space.Decided : space.Undecided).Count(answer =>
                    !Says(answer, verdict, truth) && answer.ContainsKey(verdict.WireName)));
        return share(true).With > share(true).Without;
    }

    private static bool Says(JsonObject answer, ShapeMember member, JsonNode value) => JsonNode.DeepEquals(answer[member.WireName], value);

    private static void Report(
        AnalysisContext context,
        JudgeModel judge,
        ShapeMember verdict,
        JsonNode value,
        string answer,
        string where,
        bool isHeard)
    {
        var (source, name) = context.Find(judge.Place);
        var block = ((JudgeDeclarationSyntax)context.DeclarationAt(judge.Place)!).Block;
        var field = (block.Members.AsEnumerable().OfType<ReturnsMemberSyntax>().First().Shape as RecordShapeSyntax)
            ?.Fields.AsEnumerable()
            .FirstOrDefault(field => field.Name.Text == verdict.Name);
        var says =
            verdict.Shape is EnumShape ? $"{verdict.Name} == {AnswerText.Of(value, verdict.Shape)}"
            : value.GetValue<bool>() ? verdict.Name
            : $"not {verdict.Name}";
        var condition = verdict.Optional ? $"has {verdict.Name} and {says}" : says;
        // A rule that is about it already is to be mended, and another would make it nothing.
        ImmutableArray<DiagnosticFix> fixes = isHeard
            ? []
            : [ClauseFix.Insert(source, block, $"Write 'when {condition} then flag'", $"when {condition} then flag")];
        context.Report(Undecided, source, field?.Name.Span ?? name, fixes, judge.Name[(judge.Name.LastIndexOf('.') + 1)..], answer, where);
    }
}
