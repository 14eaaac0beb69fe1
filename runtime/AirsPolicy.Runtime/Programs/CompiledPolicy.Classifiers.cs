using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What the host has to ask its classifiers before it decides.</summary>
public sealed partial class CompiledPolicy
{
    /// <summary>Whether some rule asks a classifier.</summary>
    public bool AsksClassifiers => Detectors.Classifiers > 0;

    /// <summary>
    /// The classifiers whose answers the rules need that stand at a point, and which are not among the facts, ordered by name. None where
    /// rules that ask no classifier already refuse: they come first.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    public IReadOnlyList<string> ClassifiersToAsk(int point, FactFrame facts, Evaluation evaluation)
    {
        var standing = _points[point];
        var tool = standing.Tool(facts);
        if (standing.Refusal(tool) is not null)
            return [];
        var missing = standing
            .RuleNumbers(tool)
            .SelectMany(rule => Tables.Rules[rule].Required)
            .Distinct()
            .Select(number => Tables.Required[number])
            .Where(fact => MissingFacts.IsMissing(fact, facts))
            .Select(fact => ClassifierFact.ClassifierOf(fact.Path))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (missing.Count == 0)
            return [];
        var refused = Evaluate(point, facts, evaluation) is not null || evaluation.Refuses();
        return refused ? [] : missing;
    }
}
