using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Finds what bounds of judges are about.</summary>
internal static class BoundedJudges
{
    /// <summary>The largest share that some judge looks at whatever the facts. Others may be there to be asked alone, and one in the shadow is listened to by nobody.</summary>
    public static BoundedValue Sample(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var (file, at) = context.Find(standing.Place);
        if (context.Model.Judges.AsEnumerable().Where(judge => judge.Mode != JudgeMode.Shadow).MaxBy(judge => judge.Sample) is not { } judge)
            return new BoundedValue(null, file, at, "there is no judge that is listened to", []);
        var (source, name) = context.Find(judge.Place);
        var block = ((JudgeDeclarationSyntax)context.DeclarationAt(judge.Place)!).Block;
        var samples = block.Members.AsEnumerable().OfType<SampleMemberSyntax>().Where(sample => sample.Where is null).ToList();
        var share = string.Create(CultureInfo.InvariantCulture, $"{judge.Sample * 100m / ShareShape.Whole:0.####}%");
        var words = $"'{judge.Name[(judge.Name.LastIndexOf('.') + 1)..]}' looks at {share}";
        return samples is [var only]
            ? new BoundedValue(judge.Sample, source, only.Value.Span, words, [Suggestion.Replace(only.Value.Span, bound.Text)])
            : new BoundedValue(judge.Sample, source, name, words, [ClauseFix.Insert(source, block, $"Write 'sample {bound.Text}'", $"sample {bound.Text}")]);
    }
}
