using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Language.Analysis.Costs;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>
/// What decisions cost at most, for people: a line a point, the dearest first, and below it the three dearest of its rules and who is
/// asked; then the three dearest patterns.
/// </summary>
internal sealed class CostText(Ink ink)
{
    /// <summary>How many rules are named of a point.</summary>
    public const int MostRules = 3;

    /// <summary>How many patterns are named of a policy.</summary>
    public const int MostPatterns = 3;

    private const int Width = 12;

    public void Write(PolicyModel model)
    {
        var points = PolicyCost.Of(model);
        ink.Line();
        ink.Line($"cost of {model.Name}, at most", Tone.Strong);
        if (points.Count == 0)
        {
            ink.Line("  nothing stands at any point");
            return;
        }
        ink.Line(
            $"  {"point",-Width}{"steps",Width * 2}{"operations",Width}{"characters",Width * 2}{"look-ups",Width}{"waits",Width}",
            Tone.Faint);
        foreach (var point in points)
            Write(point);
        foreach (var pattern in PatternCosts.Of(model).Take(MostPatterns))
            ink.Line(
                $"    at most {Number(pattern.Nanoseconds)} ns a character for /{DisplayText.Visible(pattern.Source)}/ of {DisplayText.Visible(pattern.Where)}",
                Tone.Faint);
    }

    private void Write(PointCost point)
    {
        var cost = point.Cost;
        ink.Write($"  {point.Point,-Width}", Tone.Strong)
            .Line(
                $"{Number(cost.Total),Width * 2}{Number(cost.Steps),Width}{Number(cost.Characters),Width * 2}{Number(cost.LookUps),Width}{Waits(point),Width}"
            );
        if (point.Tool is { } tool)
            ink.Line($"    for its dearest tool, '{DisplayText.Visible(tool)}'", Tone.Faint);
        foreach (var rule in point.Rules.Take(MostRules))
            ink.Line(
                $"    {Number(rule.Cost.Total),Width * 2 + Width - 2}  {DisplayText.Visible(rule.Place.File)}:{rule.Place.Line}:{rule.Place.Column} {DisplayText.Visible(rule.Control)}"
            );
        foreach (var asked in point.Outside)
            ink.Line($"    {Words(asked)}", Tone.Faint);
    }

    private static string Waits(PointCost point) => point.Waits switch
    {
        null => "no end",
        0 => "-",
        { } ticks => DurationText.Format(ticks),
    };

    private static string Words(OutsideQuestion asked)
    {
        var who = asked.Kind switch
        {
            OutsideKind.Provider => $"asks the provider '{DisplayText.Visible(asked.Name)}'",
            OutsideKind.Classifier => $"asks the classifier '{DisplayText.Visible(asked.Name)}'",
            OutsideKind.Judge => $"asks the judge '{DisplayText.Visible(asked.Name)}'",
            _ => $"asks the judge '{DisplayText.Visible(asked.Name)}' afterwards",
        };
        var models = asked.Times > 1 ? $", {TextReport.Count(asked.Times, "model")}" : "";
        return $"{who}{models}{(asked.Within is { } within ? $", at most {DurationText.Format(within)}" : ", as long as it takes")}";
    }

    private static string Number(long number) => number == long.MaxValue ? "no end" : number.ToString("N0", CultureInfo.InvariantCulture);
}
