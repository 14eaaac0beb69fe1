using System.Globalization;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>What came before a request, for people: a line for what happened once or several times in a row.</summary>
internal static class PastText
{
    public static void Write(Ink ink, ValueList<EarlierRequest> past, int mostOfOneText)
    {
        for (var i = 0; i < past.Count;)
        {
            var (first, times) = (past[i], past.Skip(i).TakeWhile(other => IsSame(past[i], other)).Count());
            ink.Write($"      past    {InstantText.Format(first.At)}  ", Tone.Faint);
            ink.Write(times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{times} times "));
            ink.Write($"{DisplayText.Visible(first.Point)}{(first.IsApproved ? ", approved" : "")}  ")
                .Line(DisplayText.Visible(ShortFacts.Of(Timeless(first.Facts), mostOfOneText)), Tone.Mark);
            i += times;
        }
    }

    private static bool IsSame(EarlierRequest one, EarlierRequest other) => one == other;

    // When it was stands in front.
    private static string Timeless(string facts)
    {
        var timeless = JsonNode.Parse(facts)!.AsObject();
        timeless.Remove("now");
        timeless.Remove("today");
        timeless.Remove("time_of_day");
        return timeless.ToJsonString();
    }
}
