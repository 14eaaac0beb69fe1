using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>What a pattern costs at most, whatever the text.</summary>
/// <param name="Source">The pattern, without slashes.</param>
/// <param name="Where">The detector or control that looks for it.</param>
/// <param name="Steps">
/// The steps that one character of text takes in one view, at most <see cref="PatternLimits.MaxStepsPerCharacter"/>.
/// </param>
internal sealed record PatternCosts(string Source, string Where, int Steps)
{
    /// <summary>About how many nanoseconds that are.</summary>
    public long Nanoseconds => (long)Steps * PatternLimits.NanosecondsPerStep;

    /// <summary>The patterns of a policy, the dearest first.</summary>
    public static ValueList<PatternCosts> Of(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return InDetectors(model).Concat(InConditions(model)).Distinct()
            .Select(pattern => new PatternCosts(pattern.Source, pattern.Where, StepsOf(pattern.Source, pattern.IgnoreCase)))
            .OrderByDescending(pattern => pattern.Steps)
            .ThenBy(pattern => pattern.Where, StringComparer.Ordinal)
            .ThenBy(pattern => pattern.Source, StringComparer.Ordinal)
            .ToValueList();
    }

    private static IEnumerable<(string Source, bool IgnoreCase, string Where)> InDetectors(PolicyModel model) =>
        from detector in model.Detectors
        from item in detector.Items.Concat(detector.Exceptions)
        where item.Kind == DetectorItemKind.Pattern
        select (item.Content, item.IgnoreCase || detector.Views.Any(view => view != "plain"), detector.Name);

    private static IEnumerable<(string Source, bool IgnoreCase, string Where)> InConditions(PolicyModel model) =>
        from control in model.Controls
        from condition in control.Placements.SelectMany(placement => placement.Rules).Select(rule => rule.Condition).OfType<Expression>()
        from asked in ExpressionTree.DescendantsAndSelf(condition).OfType<MatchesExpression>()
        select (asked.Pattern, asked.IgnoreCase, control.Id);

    private static int StepsOf(string source, bool ignoreCase) =>
        PatternParser.Parse(source, ignoreCase ? PatternOptions.IgnoreCase : PatternOptions.None).Tree is { } tree
            ? Pattern.Compile(tree).StepsPerCharacter
            : 0;
}
