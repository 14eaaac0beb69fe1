using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Samples;

/// <summary>A queue that takes samples: the facts that they hang on, and the control that puts what is in them into the queue.</summary>
internal sealed class SampledQueue(Symbol queue, ImmutableArray<QueueSample> samples)
{
    /// <summary>The queue; null where it takes no samples.</summary>
    public static SampledQueue? Of(BindingContext context, Symbol queue)
    {
        var samples = ((QueueDeclarationSyntax)queue.Syntax)
            .Block.Members.OfType<SampleMemberSyntax>()
            .Select(sample => QueueSampleReader.Read(context, queue, sample))
            .OfType<QueueSample>()
            .ToImmutableArray();
        return samples.IsEmpty ? null : new SampledQueue(queue, samples);
    }

    /// <summary>The declaration.</summary>
    public Symbol Queue => queue;

    /// <summary>The id of the control that its samples are.</summary>
    public string ControlId => $"{queue.Package.Name}.queue.{queue.Name}";

    /// <summary>The draw, where some sample is neither everything nor nothing.</summary>
    public IEnumerable<DeclaredFact> Facts()
    {
        ImmutableArray<string> points =
        [
            .. samples
                .Where(sample => SampleCondition.Draws(sample.Syntax))
                .SelectMany(sample => sample.Points)
                .Distinct()
                .Select(point => point.Name),
        ];
        if (!points.IsEmpty)
            yield return new DeclaredFact(
                new ShapeMember(DrawFact.Of(queue.QualifiedName), DrawFact.Of(queue.QualifiedName), ShareShape.Instance),
                points,
                []);
    }

    /// <summary>The control. What nobody can tell to be in a sample is looked at.</summary>
    public ControlModel Control(BindingContext context, FactTable table)
    {
        var effect = new FixedEffectModel(new EventEffect(EventAction.Queue, queue.QualifiedName));
        context.Use(queue.Syntax);
        return new ControlModel(
            ControlId,
            Literals.Text(((QueueDeclarationSyntax)queue.Syntax).Head.Title),
            null,
            [],
            [],
            NeverWaived: false,
            null,
            effect,
            DecisionPoints.All.Where(point => samples.Any(sample => sample.Points.Contains(point)))
                .Select(point => new PlacementModel(point.Name, [], Rules(context, table.At(point, []), effect))).ToValueList(),
            context.Place(queue.Package, queue.Declaration.Source, queue.Declaration.Span));
    }

    private ValueList<RuleModel> Rules(BindingContext context, PointFacts facts, EffectModel effect)
    {
        var rules = new List<RuleModel>();
        for (var i = 0; i < samples.Length; i++)
        {
            var sample = samples[i];
            if (!sample.Points.Contains(facts.Point!))
                continue;
            ScopeNames.Add(context, queue.Declaration.Source, sample.Syntax, queue.Package, facts);
            var (some, condition) = SampleCondition.Bind(context, queue, sample.Syntax, sample.Where, facts);
            if (some)
                rules.Add(
                    new RuleModel(i, condition, [effect], context.Place(queue.Package, queue.Declaration.Source, sample.Syntax.Span)));
        }
        return rules.ToValueList();
    }
}
