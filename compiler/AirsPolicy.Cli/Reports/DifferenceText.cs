using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Reports;

/// <summary>
/// Differences between two versions for people: the verdict, and for each change a request with what both versions decide on it.
/// </summary>
/// <param name="all">Every request kept, and not the first of each change.</param>
internal sealed class DifferenceText(Ink ink, bool all)
{
    // A long text is known by its beginning and its length.
    private const int MostOfOneText = 60;

    public void Write(PolicyModel before, PolicyModel after, ComparisonReport report)
    {
        Verdict(before, after, report.Verdict, doubtful: report.NotDecided.Count > 0);
        ink.Line($"  {Number(report.Asked)} requests were made up from the rules of both and decided by both.");
        if (report.Bounded)
            ink.Line("  Some rules would have had more requests than are asked for one rule, or in all.", Tone.Warning);
        if (report.Verdict == ComparisonVerdict.NoDifference)
            ink.Line("  Both mean the same: files, places, comments and names of lets aside.");
        if (report.NotDecided.Count > 0)
            ink.Line(
                $"  {Count(report.NotDecided.Count, "change")} {(report.NotDecided.Count == 1 ? "is" : "are")} not decided; look at what is listed last.",
                Tone.Warning);
        foreach (var group in report.Groups)
            Write(group, "request made up");
        if (report.Declarations.Count > 0)
            Title("Declared differently", Tone.Strong);
        foreach (var declared in report.Declarations)
            ink.Line(DisplayText.Visible($"  {Directed(declared)}{declared.Kind} {declared.Name}: {Declared(declared)}"));
        if (report.NotDecided.Count > 0)
            Title("Not decided: changed, and no request was found that shows what that does", Tone.Warning);
        foreach (var change in report.NotDecided)
            Write(change.Kind, change.Name, change.Before, change.After);
    }

    public void Write(PolicyModel before, PolicyModel after, TrafficReport report)
    {
        Verdict(before, after, report.Verdict, doubtful: false);
        ink.Line($"  {Number(report.Differing)} of {Count(report.Asked, "recorded request")} are decided differently.");
        foreach (var group in report.Groups)
            Write(group, "recorded request");
    }

    private void Title(string title, Tone tone)
    {
        ink.Line();
        ink.Line(title, tone);
    }

    // What is not decided may be anything.
    private void Verdict(PolicyModel before, PolicyModel after, ComparisonVerdict verdict, bool doubtful)
    {
        ink.Write(DifferenceWords.Of(verdict), verdict switch
        {
            not ComparisonVerdict.OnlyLoosens when doubtful => Tone.Warning,
            ComparisonVerdict.NoDifference or ComparisonVerdict.OnlyTightens or ComparisonVerdict.AsStrict => Tone.Good,
            ComparisonVerdict.OnlyLoosens => Tone.Bad,
            _ => Tone.Warning,
        });
        ink.Line($"  {Name(before)} -> {Name(after)}", Tone.Faint);
    }

    private void Write(DifferenceGroup group, string what)
    {
        ink.Line();
        ink.Write(
            DifferenceWords.Of(group.Direction),
            group.Direction is DifferenceDirection.Looser ? Tone.Bad
                : group.Direction is DifferenceDirection.Mixed ? Tone.Warning
                : Tone.Good);
        ink.Line($"  on {Count(group.Count, what)}{Lines(group)}");
        if (group.Tool is { } tool)
            ink.Line($"  tool {DisplayText.Visible(tool)} is declared in one version only; the other refuses it", Tone.Strong);
        foreach (var control in group.Controls)
            Write("control", control.Id, control.Before, control.After);
        foreach (var witness in group.Witnesses.Take(all ? group.Witnesses.Count : 1))
            Write(witness);
    }

    private void Write(string kind, string name, SourcePlace? before, SourcePlace? after)
    {
        ink.Write($"  {kind} {name} ", Tone.Strong);
        ink.Write((before, after) is ({ }, { }) ? "" : DifferenceWords.Change(before, after) + " ");
        ink.Line(string.Join(" -> ", new[] { before, after }.OfType<SourcePlace>().Select(Place)), Tone.Faint);
    }

    private void Write(DecisionDifference witness)
    {
        var line = witness.Line is { } number ? $" (line {number.ToString(CultureInfo.InvariantCulture)})" : "";
        ink.Write($"    at {witness.Point}{line}  ").Line(DisplayText.Visible(ShortFacts.Of(witness.Facts, MostOfOneText)), Tone.Mark);
        PastText.Write(ink, witness.Past, MostOfOneText);
        Write("before", witness.Before);
        Write("after ", witness.After);
    }

    private void Write(string version, Decision decision)
    {
        ink.Write($"      {version}  ").Write(OutcomeTone.Word(decision.Outcome), OutcomeTone.Of(decision.Outcome));
        ink.Write(decision.Message is { } message ? $" \"{DisplayText.Visible(message)}\"" : "");
        ink.Write(decision.Failure is { } failure ? $", since the point failed: {DisplayText.Visible(failure.Detail)}" : "");
        var fired = decision
            .Fired.Where(rule => rule.Origin.File.Length > 0)
            .Select(rule => $"{rule.Origin.Control} ({rule.Origin.File}:{rule.Origin.Line})");
        ink.Line(string.Concat(fired.Select((rule, i) => (i == 0 ? "  by " : ", ") + rule)), Tone.Faint);
    }

    private static string Directed(DeclarationDifference declared) =>
        declared.Direction is { } direction ? $"{DifferenceWords.Of(direction)}: " : "";

    private static string Declared(DeclarationDifference declared) => (declared.Before, declared.After) switch
    {
        (null, { } added) => $"added ({added})",
        ({ } removed, null) => $"removed ({removed})",
        var (first, second) => first == second ? $"changed within {first}" : $"{first} -> {second}",
    };

    // Of recorded traffic the lines say which requests they are.
    private static string Lines(DifferenceGroup group)
    {
        const int most = 20;
        ValueList<int> lines = group.Witnesses.Select(witness => witness.Line).OfType<int>().ToValueList();
        return lines.Count == 0
            ? ""
            : $": {(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines.Take(most))}{(lines.Count > most ? " …" : "")}";
    }

    private static string Place(SourcePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.File}:{place.Line}");

    private static string Name(PolicyModel model) => model.Version is { } version ? $"{model.Name} {version}" : model.Name;

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) =>
        count == 1 ? $"1 {what}"
        : what == "request made up" ? $"{Number(count)} requests made up"
        : $"{Number(count)} {what}s";
}
