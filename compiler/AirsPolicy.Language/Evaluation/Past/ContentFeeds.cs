using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What a decision brings into its session, worked out on the facts that it was made on.</summary>
internal sealed class ContentFeeds(PolicyModel model, PolicyPoints points, DetectorSearch detectors, PatternLibrary patterns)
{
    /// <summary>What comes in, in the order of the sources, behind the labels of the decision's own effects.</summary>
    /// <param name="facts">The facts; of those that do not fit what does.</param>
    public ValueList<PastContent> Of(string point, FactFrame facts, Decision decision)
    {
        var sources = model.Contents.Where(source => source.Point == point).ToList();
        if (sources.Count == 0)
            return [];
        var contents = Of(sources, points.Find(point)!.PlacesFor(facts), facts);
        var labels = decision.Content.Labels.Select(LabelModel.NameOf).ToValueList();
        if (labels.Count > 0)
            contents.Insert(0, new PastContent(contents.Count > 0 ? contents[0].Session : null, [], [], IsIncomplete: false, labels));
        return contents.ToValueList();
    }

    private List<PastContent> Of(List<ContentSourceModel> sources, (FactPlaces Places, string? Tool) at, FactFrame facts)
    {
        var evaluator = new ExpressionEvaluator(new FactSource(at.Places, facts), detectors, patterns, listener: null, data: model.Data);
        return
        [
            .. sources
                .Where(source => source.Tool is null || source.Tool == at.Tool)
                .Select(source => evaluator.Apart(() => Of(source, evaluator)))
                .OfType<PastContent>(),
        ];
    }

    private static PastContent? Of(ContentSourceModel source, ExpressionEvaluator evaluator)
    {
        var unknown = new PastContent(null, [], source.Origins, source.Texts is not null, source.Labels);
        var session = evaluator.Evaluate(source.Session);
        if (session is FailedValue)
            return unknown;
        var content = unknown with { Session = session };
        if (source.Where is not null)
        {
            var comes = evaluator.Evaluate(source.Where);
            if (comes is FailedValue)
                return content;
            if (!((BoolValue)comes).Truth)
                return null;
        }
        foreach (var (key, add) in new (Model.Expressions.PathExpression?, Func<PastContent, string, PastContent>)[]
        {
            (source.Remembered, (known, item) => known with { Remembered = item }),
            (source.Recalled, (known, item) => known with { Recalled = item }),
        })
        {
            if (key is null)
                continue;
            if (evaluator.Evaluate(key) is not TextValue item)
                return content;
            content = add(content, item.Text);
        }
        if (source.Texts is null)
            return content;
        var texts = evaluator.Evaluate(source.Texts);
        return texts is FailedValue
            ? content
            : content with
            {
                Texts = TextsOf.Value(texts, "").Select(text => text.Text).ToValueList(),
                IsIncomplete = false,
            };
    }
}
