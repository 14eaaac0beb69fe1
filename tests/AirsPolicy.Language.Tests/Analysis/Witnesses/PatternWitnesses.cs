using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What is said of patterns and detectors shows in the texts of the messages.</summary>
internal static class PatternWitnesses
{
    public static Dictionary<string, Witness> All { get; } = new(StringComparer.Ordinal)
    {
        ["AIRS7027"] = new("a text that matches", MatchesTheExample),
        ["AIRS7028"] = new("texts that match and do not", IsOneCharacter),
        ["AIRS7029"] = new("a text without anything that matches", MatchesNothingAsWell),
        ["AIRS7032"] = new("a text that matches", MatchesTheExample),
        ["AIRS7033"] = new("a text that is decided alike without the exception", TakesNothingBack),
    };

    private static void MatchesTheExample(WitnessCase shown, Diagnostic found)
    {
        var example = found.Arguments[^1];
        Assert.Equal(Outcome.Flag, Matches(PatternAt(shown.Source.Content, found), example));
        var mended = found
            .Fixes[0]
            .Edits.Aggregate(shown.Source.Content, (text, edit) => text[..edit.Span.Start] + edit.NewText + text[edit.Span.End..]);
        Assert.Equal(Outcome.Allow, Matches(PatternAt(mended, found), example));
    }

    private static void IsOneCharacter(WitnessCase shown, Diagnostic found)
    {
        var one = found.Arguments[0];
        var words = one.Trim('[', ']', '^').Split('|');
        Assert.All(words.Where(word => word.Length > 1), word => Assert.Equal(Outcome.Allow, Matches($"^{one}$", word)));
        Assert.Equal(Outcome.Flag, Matches($"^{one}$", one.StartsWith("[^", StringComparison.Ordinal) ? "#" : words[0][..1]));
    }

    private static void MatchesNothingAsWell(WitnessCase shown, Diagnostic found) =>
        Assert.Equal(Outcome.Flag, Matches($"^<(?:{found.Arguments[0]})>$", "<>"));

    private static void TakesNothingBack(WitnessCase shown, Diagnostic found)
    {
        var (name, example) = (found.Arguments[0], found.Arguments[1]);
        var model = shown.Model;
        var written = shown.Source.Slice(found.Span).ToString().Trim('"', '/', 'i');
        var changed = model with
        {
            Detectors = model
                .Detectors.Select(detector =>
                    detector.Name.EndsWith($".{name}", StringComparison.Ordinal)
                        ? detector with
                        {
                            Exceptions = detector.Exceptions.Where(exception => exception.Content.Trim('i') != written).ToValueList(),
                        }
                        : detector)
                .ToValueList(),
        };
        Assert.NotEqual(model, changed);
        var unexcepted = new PolicyInterpreter(changed);
        var items = model
            .Detectors.First(detector => detector.Name.EndsWith($".{name}", StringComparison.Ordinal))
            .Items.Select(item => item.Content);
        foreach (var text in items.Select(item => $"{example} {item}").Prepend(example))
        {
            var facts = new JsonObject { ["output"] = new JsonObject { ["text"] = text } }.ToJsonString();
            Assert.Equal(shown.Interpreter.Decide("output", facts), unexcepted.Decide("output", facts));
        }
    }

    private static Outcome Matches(string pattern, string text) =>
        new PolicyInterpreter(
            Binding.Bound(Binding.Policy($"control c {{ at output  when output.text matches /{pattern}/ then flag }}")).Model!)
            .Decide("output", new JsonObject { ["output"] = new JsonObject { ["text"] = text } }.ToJsonString())
            .Outcome;

    // The pattern between the slashes round a place.
    private static string PatternAt(string text, Diagnostic found)
    {
        var start = found.Span.Start;
        while (text[start - 1] != '/')
            start--;
        var end = start;
        while (text[end] != '/')
            end += text[end] == '\\' ? 2 : 1;
        return text[start..end];
    }
}
