using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Finds what bounds of judges are about.</summary>
internal static class BoundedJudges
{
    // How far a judge is from what it judges, as Requirements.Independence names it.
    private const int OtherModel = 1;
    private const int OtherFamily = 2;
    private const int OtherProvider = 3;

    /// <summary>
    /// The largest share that some judge looks at whatever the facts. Others may be there to be asked alone, and one in the shadow is
    /// listened to by nobody.
    /// </summary>
    public static BoundedValue Sample(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var (file, at) = context.Find(standing.Place);
        if (context.Model.Judges.AsEnumerable().Where(judge => judge.Mode != JudgeMode.Shadow).MaxBy(judge => judge.Sample) is not { } judge
        )
            return new BoundedValue(null, file, at, "there is no judge that is listened to", []);
        var (source, name) = context.Find(judge.Place);
        var block = ((JudgeDeclarationSyntax)context.DeclarationAt(judge.Place)!).Block;
        var samples = block.Members.AsEnumerable().OfType<SampleMemberSyntax>().Where(sample => sample.Where is null).ToList();
        var words = $"'{judge.Name[(judge.Name.LastIndexOf('.') + 1)..]}' looks at {Share(judge.Sample)}";
        return samples is [var only]
            ? new BoundedValue(judge.Sample, source, only.Value.Span, words, [Suggestion.Replace(only.Value.Span, bound.Text)])
            : new BoundedValue(
                judge.Sample,
                source,
                name,
                words,
                [ClauseFix.Insert(source, block, $"Write 'sample {bound.Text}'", $"sample {bound.Text}")]);
    }

    /// <summary>
    /// How well each judge that is listened to has to do. Nobody can make up the cases, so that a judge without them has no fix.
    /// </summary>
    public static IEnumerable<BoundedValue> Bars(
        AnalysisContext context,
        StandingModel standing,
        RequiredValueModel bound,
        Func<CalibrationBars, long?> barOf)
    {
        var name = bound.Path[(bound.Path.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var judges = context.Model.Judges.AsEnumerable().Where(judge => judge.Mode != JudgeMode.Shadow).ToList();
        var (file, at) = context.Find(standing.Place);
        if (judges.Count == 0)
            yield return new BoundedValue(null, file, at, "there is no judge that is listened to", []);
        foreach (var judge in judges)
        {
            var (source, span) = context.Find(judge.Place);
            var bare = judge.Name[(judge.Name.LastIndexOf('.') + 1)..];
            var clause = ((JudgeDeclarationSyntax)context.DeclarationAt(judge.Place)!)
                .Block.Members.AsEnumerable()
                .OfType<CalibrateMemberSyntax>()
                .FirstOrDefault();
            var bar = judge.Calibration is null ? null : barOf(judge.Calibration.Bars);
            var written = clause?.Bounds.AsEnumerable().Where(one => one.Path.Text == name).ToList() ?? [];
            yield return (bar, written) switch
            {
                ({ } value, [var only]) => new BoundedValue(
                    value,
                    source,
                    only.Bound.Value.Span,
                    $"'{bare}' has {source.Slice(only.Bound.Value.Span)}",
                    [Suggestion.Replace(only.Bound.Value.Span, bound.Text)]),
                ({ } value, _) => new BoundedValue(value, source, span, $"'{bare}' has {Share(value)}", []),
                _ when clause is not null => new BoundedValue(
                    null,
                    source,
                    clause.CalibrateKeyword.Span,
                    $"'{bare}' sets no bar for it",
                    [
                        new DiagnosticFix(
                            $"Write '{name} {Side(bound)} {bound.Text}'",
                            [
                                new TextEdit(
                                    new(clause.OpenBrace.Span.End, clause.OpenBrace.Span.End),
                                    $" {name} {Side(bound)} {bound.Text} "),
                            ]
                        ),
                    ]
                ),
                _ => new BoundedValue(null, source, span, $"'{bare}' is measured by nothing", []),
            };
        }
    }

    private static string Side(RequiredValueModel bound) => bound.IsLeast ? "at least" : "at most";

    private static string Share(long share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100m / Millionths.Whole:0.####}%");

    /// <summary>
    /// How far each judge is from the system and the agents that it judges. Where there is none nothing is too near; one in the shadow is
    /// listened to by nobody.
    /// </summary>
    public static IEnumerable<BoundedValue> Independence(AnalysisContext context, RequiredValueModel bound)
    {
        foreach (var judge in context.Model.Judges.AsEnumerable().Where(judge => judge.Mode != JudgeMode.Shadow))
        {
            var (source, name) = context.Find(judge.Place);
            var members = ((JudgeDeclarationSyntax)context.DeclarationAt(judge.Place)!).Block.Members.AsEnumerable();
            var span = members.OfType<ModelMemberSyntax>().FirstOrDefault()?.Span ?? name;
            var (level, words) = Distance(judge, context.Model, Requirements.Independence.IndexOf(bound.Text) == OtherFamily);
            yield return new BoundedValue(level, source, span, words, []);
        }
    }

    // Names of a host that differ in case alone are one name to whoever is to be told apart by them. A model is the same whoever provides
    // it, and so is a family. What agents think with is judged as well.
    private static (decimal? Level, string Words) Distance(JudgeModel judge, PolicyModel model, bool asksForFamily)
    {
        var bare = judge.Name[(judge.Name.LastIndexOf('.') + 1)..];
        var system = model.System!;
        List<(string Whose, UsedModels Models)> judged =
        [
            ("the system", new UsedModels(system.Models, system.Provider, system.Families)),
            .. (model.Agents?.Agents ?? [])
                .Where(agent => agent.Models is not null)
                .Select(agent => ($"the agent '{agent.Name}'", agent.Models!)),
        ];
        foreach (var (whose, models) in judged)
        {
            var own = judge.Models.FirstOrDefault(name => models.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
            if (own is not null)
                return (
                    0,
                    whose == "the system" ? $"'{bare}' is the system's own model '{own}'" : $"'{bare}' is the model '{own}' of {whose}");
        }
        if (system.Models.Count == 0)
            return (null, $"the system does not say which model it is, so that nobody knows whether '{bare}' is another");
        foreach (var (whose, models) in judged)
        {
            if (judge.Families.FirstOrDefault(name => models.Families.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } family)
                return (OtherModel, $"'{bare}' is of the family '{family}' as {whose} is");
        }
        // Where nobody says families another provider is far enough all the same.
        var nameless = judge.Families.Count == 0 ? $"'{bare}'" : judged.Find(one => one.Models.Families.Count == 0).Whose;
        (decimal?, string) Near(string words) =>
            nameless is null ? (OtherFamily, words)
            : asksForFamily ? (OtherModel, $"{nameless} does not say of which family its model is")
            : (OtherModel, words);
        if (judge.Provider is null)
            return Near($"'{bare}' does not say who provides its model");
        bool IsSame(string? provider) => string.Equals(judge.Provider, provider, StringComparison.OrdinalIgnoreCase);
        if (judged.Find(one => IsSame(one.Models.Provider)) is { Whose: { } same })
            return Near($"'{bare}' is provided by '{judge.Provider}' as {same} is");
        return judged.Find(one => one.Models.Provider is null) is { Whose: { } silent }
            ? Near($"{silent} does not say who provides its model")
            : (OtherProvider, $"'{bare}' is provided by '{judge.Provider}'");
    }
}
