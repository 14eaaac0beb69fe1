using System.Text.Json.Nodes;
using AirsPolicy.Language.Analysis.Streams;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What is said of answers that stream shows in an answer and in its beginnings.</summary>
internal static class StreamWitnesses
{
    private static readonly string[] s_more = ["", " 4111 1111 1111 1111", " and more of it"];

    public static Dictionary<string, Witness> All { get; } = new(StringComparer.Ordinal)
    {
        ["AIRS3030"] = new("an answer that is decided otherwise than its beginning", IsDecidedOtherwiseThanItsBeginning),
        ["AIRS3031"] = new("an answer that waits", Waits),
    };

    private static void IsDecidedOtherwiseThanItsBeginning(WitnessCase shown, Diagnostic found)
    {
        var late = Late(shown, people: false);
        Assert.Equal(found.Related.Length, late.Count);
        Assert.All(
            late,
            rule =>
                Assert.Contains(
                    Texts(shown, rule),
                    text => Beginnings(text).Any(beginning => Acts(shown, rule, beginning) != Acts(shown, rule, text))));
    }

    private static void Waits(WitnessCase shown, Diagnostic found) =>
        Assert.All(
            Late(shown, people: true),
            rule =>
                Assert.Contains(
                    Texts(shown, rule),
                    text => shown.Interpreter.Decide("output", With(shown, text)) is { Outcome: Outcome.Hold } or { Duties.Count: > 0 }));

    // What a rule of the control does to the answer, by itself.
    private static bool Acts(WitnessCase shown, StreamedRule rule, string text) =>
        shown
            .Interpreter.Decide("output", With(shown, text))
            .Fired.Any(fired => fired.Origin.Control == rule.Control.Id && fired.Origin.Ordinal == rule.Rule.Ordinal);

    private static List<StreamedRule> Late(WitnessCase shown, bool people) =>
        [.. StreamSorting.Of(shown.Model).Where(rule => rule.Timing == StreamTiming.TooLate && (!people || rule.WaitsForPeople))];

    private static IEnumerable<string> Texts(WitnessCase shown, StreamedRule rule) =>
        from placement in rule.Control.Placements
        where placement.Point == "output"
        from request in shown.Requests(placement, rule.Rule)
        let text = request.Facts["output"]!["text"]!.GetValue<string>()
        from more in s_more
        select $"{text}{more}";

    // A long one is looked at where it ends.
    private static IEnumerable<string> Beginnings(string text) =>
        Enumerable.Range(1, Math.Min(40, text.Length)).Select(less => text[..^less]);

    private static string With(WitnessCase shown, string text)
    {
        var facts = shown.Harmless("output");
        facts["output"]!["text"] = JsonValue.Create(text);
        return facts.ToJsonString();
    }
}
