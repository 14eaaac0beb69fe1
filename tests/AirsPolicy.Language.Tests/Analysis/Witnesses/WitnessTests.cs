using System.Text.Json.Nodes;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What an analysis says in its message is so: the interpreter is asked.</summary>
public class WitnessTests
{
    private static readonly Dictionary<string, Action<WitnessCase, Diagnostic>> s_shown = new(StringComparer.Ordinal)
    {
        ["AIRS7020"] = NeverFires,
        ["AIRS7021"] = (shown, found) => IsAlways(shown, found, true),
        ["AIRS7022"] = (shown, found) => IsAlways(shown, found, false),
        ["AIRS7023"] = ChangesNothing,
        ["AIRS7024"] = SaysOneOfTwo,
        ["AIRS7025"] = NobodyApproves,
        ["AIRS7026"] = NothingFollows,
        ["AIRS7027"] = MatchesTheExample,
        ["AIRS7028"] = IsOneCharacter,
        ["AIRS7029"] = MatchesNothingAsWell,
        ["AIRS7030"] = FailsAsATest,
        ["AIRS7032"] = MatchesTheExample,
        ["AIRS7033"] = TakesNothingBack,
    };

    // That something is not decided has nothing to show.
    private static readonly string[] s_withoutWitness = ["AIRS7031"];

    public static TheoryData<string> Files =>
        [.. RepositoryFolder.Policies(RepositoryFolder.Corpus("diagnostics")).Select(path => Path.GetFileName(path)!).Where(name => s_shown.ContainsKey(name[..8]) && !name.Contains(".fixed.", StringComparison.Ordinal))];

    [Fact]
    public void Every_analysis_that_reasons_about_rules_and_patterns_is_held_to_what_it_says()
    {
        var descriptors = Analyses.All.SelectMany(analysis => analysis.GetType().GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor)).Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Code).Where(code => code.StartsWith("AIRS7", StringComparison.Ordinal));
        Assert.Equal(descriptors.Order(StringComparer.Ordinal), s_shown.Keys.Concat(s_withoutWitness).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_said_is_shown_by_requests(string file)
    {
        var shown = new WitnessCase(file);
        Assert.NotEmpty(shown.Found);
        Assert.All(shown.Found, found => s_shown[found.Code](shown, found));
    }

    private static void NeverFires(WitnessCase shown, Diagnostic found)
    {
        var forms = shown.RulesAt(found).ToList();
        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.Empty(shown.Fired(form)));
        // The same requests make others fire, so that they are worth asking.
        Assert.Contains(shown.Model.Controls.SelectMany(control => control.Placements.SelectMany(placement => placement.Rules.Select(rule => (control, placement, rule)))), other => shown.Fired(other).Count > 0);
    }

    private static void IsAlways(WitnessCase shown, Diagnostic found, bool truth)
    {
        var values = new List<Value>();
        foreach (var (_, placement, rule) in shown.RulesAt(found))
        {
            foreach (var (point, facts) in shown.Requests(placement, rule))
            {
                shown.Interpreter.Observe(point, facts.ToJsonString(), (part, value) =>
                {
                    if (part.Place.Start == found.Span.Start && part.Place.End == found.Span.End)
                        values.Add(value);
                });
            }
        }
        Assert.NotEmpty(values);
        Assert.All(values.OfType<BoolValue>(), value => Assert.Equal(truth, value.Truth));
    }

    private static void ChangesNothing(WitnessCase shown, Diagnostic found)
    {
        var others = shown.RulesInLine(int.Parse(found.Arguments[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var asked = 0;
        foreach (var form in shown.RulesAt(found))
        {
            var without = new PolicyInterpreter(shown.With((control, rule) => control.Id == form.Control.Id && rule.Ordinal == form.Rule.Ordinal ? null : rule));
            foreach (var (point, facts, decision) in shown.Fired(form))
            {
                asked++;
                Assert.Contains(others, other => WitnessCase.Fires(decision, other.Control, other.Rule));
                // Of what is refused, who would have had to agree is on the record and nowhere else.
                Assert.Null(DecisionOrder.Between(decision, without.Decide(point, facts)));
            }
        }
        Assert.True(asked > 0, $"{found}: no request makes it fire");
    }

    private static void SaysOneOfTwo(WitnessCase shown, Diagnostic found)
    {
        var other = shown.RulesInLine(int.Parse(found.Arguments[0], System.Globalization.CultureInfo.InvariantCulture)).First();
        var one = shown.RulesAt(found).First();
        var alone = new PolicyInterpreter(shown.With((control, rule) => control.Id == one.Control.Id && (rule.Ordinal == one.Rule.Ordinal || rule.Ordinal == other.Rule.Ordinal) ? rule : null));
        var fired = shown.RulesAt(found).SelectMany(shown.Fired).ToList();
        Assert.NotEmpty(fired);
        Assert.All(fired, request =>
        {
            Assert.True(WitnessCase.Fires(request.Decision, other.Control, other.Rule));
            Assert.NotEqual(found.Arguments[2], Said(request.Decision));
            Assert.Equal(found.Arguments[1], Said(alone.Decide(request.Point, request.Facts)));
        });
    }

    private static string? Said(Decision decision) => decision.Message ?? decision.Content.Replacement;

    private static void NobodyApproves(WitnessCase shown, Diagnostic found)
    {
        Assert.Contains(shown.RulesAt(found).SelectMany(shown.Fired), request => request.Decision.Outcome == Outcome.Hold);
        var approvals = shown.Model.Controls.SelectMany(control => control.Placements).Where(placement => placement.Point == "approval").ToList();
        Assert.NotEmpty(approvals);
        Assert.All(
            approvals.SelectMany(placement => placement.Rules.SelectMany(rule => shown.Requests(placement, rule))),
            request => Assert.True(shown.Interpreter.Decide(request.Point, request.Facts.ToJsonString()).Outcome >= Outcome.Block));
    }

    // What a session carries is the same to every rule, and so is whether anything is labelled.
    private static void NothingFollows(WitnessCase shown, Diagnostic found)
    {
        var label = found.Arguments[0];
        var unlabelled = new PolicyInterpreter(shown.With((_, rule) => rule with
        {
            Effects = rule.Effects.Where(effect => effect is not FixedEffectModel { Effect: LabelEffect given } || !given.Label.EndsWith(label, StringComparison.Ordinal)).ToValueList(),
        }));
        foreach (var (control, placement, rule) in shown.Model.Controls.SelectMany(control => control.Placements.SelectMany(placement => placement.Rules.Select(rule => (control, placement, rule)))))
        {
            foreach (var (point, facts) in shown.Requests(placement, rule))
            {
                var before = facts.ToJsonString();
                var carrying = (JsonObject)facts.DeepClone();
                carrying["session"]!["labels"] = new JsonArray(label);
                Assert.Equal(Unlabelled(shown.Interpreter.Decide(point, before)), Unlabelled(shown.Interpreter.Decide(point, carrying.ToJsonString())));
                Assert.Equal(Unlabelled(shown.Interpreter.Decide(point, before)), Unlabelled(unlabelled.Decide(point, before)));
            }
        }
    }

    private static Decision Unlabelled(Decision decision) => WitnessCase.Bare(decision) with { Content = decision.Content with { Labels = [] } };

    private static void MatchesTheExample(WitnessCase shown, Diagnostic found)
    {
        var example = found.Arguments[^1];
        Assert.Equal(Outcome.Flag, Matches(PatternAt(shown.Source.Content, found), example));
        var mended = found.Fixes[0].Edits.Aggregate(shown.Source.Content, (text, edit) => text[..edit.Span.Start] + edit.NewText + text[edit.Span.End..]);
        Assert.Equal(Outcome.Allow, Matches(PatternAt(mended, found), example));
    }

    private static void IsOneCharacter(WitnessCase shown, Diagnostic found)
    {
        var one = found.Arguments[0];
        var words = one.Trim('[', ']', '^').Split('|');
        Assert.All(words.Where(word => word.Length > 1), word => Assert.Equal(Outcome.Allow, Matches($"^{one}$", word)));
        Assert.Equal(Outcome.Flag, Matches($"^{one}$", one.StartsWith("[^", StringComparison.Ordinal) ? "#" : words[0][..1]));
    }

    private static void MatchesNothingAsWell(WitnessCase shown, Diagnostic found) => Assert.Equal(Outcome.Flag, Matches($"^<(?:{found.Arguments[0]})>$", "<>"));

    private static void FailsAsATest(WitnessCase shown, Diagnostic found)
    {
        // The test that the message shows ends where its sentence does.
        var model = Binding.Bound($"{shown.Source.Content}\n{found.Arguments[^1]}\n").Model!;
        Assert.Equal(TestVerdict.Failed, Assert.Single(new PolicyTestRunner(model).Run()).Verdict);
    }

    private static void TakesNothingBack(WitnessCase shown, Diagnostic found)
    {
        var (name, example) = (found.Arguments[0], found.Arguments[1]);
        var model = shown.Model;
        var written = shown.Source.Slice(found.Span).ToString().Trim('"', '/', 'i');
        var changed = model with
        {
            Detectors = model.Detectors.Select(detector => detector.Name.EndsWith($".{name}", StringComparison.Ordinal)
                ? detector with { Exceptions = detector.Exceptions.Where(exception => exception.Content.Trim('i') != written).ToValueList() }
                : detector).ToValueList(),
        };
        Assert.NotEqual(model, changed);
        var unexcepted = new PolicyInterpreter(changed);
        var items = model.Detectors.First(detector => detector.Name.EndsWith($".{name}", StringComparison.Ordinal)).Items.Select(item => item.Content);
        foreach (var text in items.Select(item => $"{example} {item}").Prepend(example))
        {
            var facts = new JsonObject { ["output"] = new JsonObject { ["text"] = text } }.ToJsonString();
            Assert.Equal(shown.Interpreter.Decide("output", facts), unexcepted.Decide("output", facts));
        }
    }

    private static Outcome Matches(string pattern, string text) => new PolicyInterpreter(Binding.Bound(Binding.Policy($"control c {{ at output  when output.text matches /{pattern}/ then flag }}")).Model!)
        .Decide("output", new JsonObject { ["output"] = new JsonObject { ["text"] = text } }.ToJsonString()).Outcome;

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
