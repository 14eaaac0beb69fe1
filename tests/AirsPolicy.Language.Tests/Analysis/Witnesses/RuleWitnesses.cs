using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What is said of rules, labels and proofs shows in requests that are made up for the rules.</summary>
internal static class RuleWitnesses
{
    public static Dictionary<string, Witness> All { get; } = new(StringComparer.Ordinal)
    {
        ["AIRS4034"] = new("sessions in which the label is never carried", NothingGives),
        ["AIRS4037"] = new("a request with a number below zero, which is allowed", NegativePasses),
        ["AIRS7020"] = new("requests of which none makes the rule fire", NeverFires),
        ["AIRS7021"] = new("requests of which each meets the condition", (shown, found) => IsAlways(shown, found, true)),
        ["AIRS7022"] = new("requests of which none meets the condition", (shown, found) => IsAlways(shown, found, false)),
        ["AIRS7023"] = new("requests that are decided alike without the rule", ChangesNothing),
        ["AIRS7024"] = new("requests on which both fire, and what is said", SaysOneOfTwo),
        ["AIRS7025"] = new("a request that is held, and everybody's approval", NobodyApproves),
        ["AIRS7026"] = new("requests that are decided alike with the label and without", NothingFollows),
        ["AIRS7030"] = new("a test that fails", FailsAsATest),
    };

    private static void NegativePasses(WitnessCase shown, Diagnostic found)
    {
        foreach (var form in shown.RulesAt(found))
        {
            var tool = shown.Model.Tools.First(tool => form.Placement.Tools.Contains(tool.Name)).WireName;
            var facts = shown.Harmless(form.Placement.Point, tool);
            facts["args"]![found.Arguments[0]["args.".Length..]] = -900;
            Assert.Equal(Outcome.Allow, shown.Interpreter.Decide(form.Placement.Point, facts.ToJsonString()).Outcome);
        }
    }

    private static void NeverFires(WitnessCase shown, Diagnostic found)
    {
        var forms = shown.RulesAt(found).ToList();
        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.Empty(shown.Fired(form)));
        // The same requests make others fire, so that they are worth asking.
        Assert.Contains(
            shown.Model.Controls.SelectMany(control =>
                control.Placements.SelectMany(placement => placement.Rules.Select(rule => (control, placement, rule)))),
            other => shown.Fired(other).Count > 0);
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
            var without = new PolicyInterpreter(
                shown.With((control, rule) => control.Id == form.Control.Id && rule.Ordinal == form.Rule.Ordinal ? null : rule));
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
        var alone = new PolicyInterpreter(
            shown.With(
                (control, rule) =>
                    control.Id == one.Control.Id && (rule.Ordinal == one.Rule.Ordinal || rule.Ordinal == other.Rule.Ordinal) ? rule : null)
        );
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
        var approvals = shown
            .Model.Controls.SelectMany(control => control.Placements)
            .Where(placement => placement.Point == "approval")
            .ToList();
        Assert.NotEmpty(approvals);
        Assert.All(
            approvals.SelectMany(placement => placement.Rules.SelectMany(rule => shown.Requests(placement, rule))),
            request => Assert.True(shown.Interpreter.Decide(request.Point, request.Facts.ToJsonString()).Outcome >= Outcome.Block));
    }

    // A tool gives nothing, nor does any rule; were it given, something would follow.
    private static void NothingGives(WitnessCase shown, Diagnostic found)
    {
        var (label, past) = (found.Arguments[0], new EventTrace(shown.Interpreter, withStateMachines: true));
        var control = shown.Model.Controls.First(control => control.Id.EndsWith($".label.{label}", StringComparison.Ordinal));
        var tools = shown.Model.Tools.Select(tool => tool.WireName).ToList();
        var asked = shown
            .Requests()
            .Concat(
                from tool in tools
                from point in (string[])["tool_result", "tool_call"]
                select (Point: point, Facts: shown.Harmless(point, tool)))
            .ToList();
        // Twice, so that each comes after all others.
        foreach (var (point, facts) in asked.Concat(asked))
        {
            var text = facts.ToJsonString();
            var decision = shown.Interpreter.Decide(point, text, past);
            Assert.DoesNotContain(decision.Content.Labels, given => given.EndsWith($".{label}", StringComparison.Ordinal));
            Assert.DoesNotContain(decision.Fired, fired => fired.Origin.Control == control.Id);
            past.Record(point, text, decision, VirtualClock.Start.Ticks);
        }
        var gives = shown.Changed($"{shown.Source.Content}\ncontrol gives {{ at input  always label {label} }}\n");
        var carrying = new EventTrace(gives.Interpreter, withStateMachines: true);
        var input = gives.Harmless("input").ToJsonString();
        carrying.Record("input", input, gives.Interpreter.Decide("input", input, carrying), VirtualClock.Start.Ticks);
        Assert.Contains(
            asked,
            request =>
                gives
                    .Interpreter.Decide(request.Point, request.Facts.ToJsonString(), carrying)
                    .Fired.Any(fired => fired.Origin.Control == control.Id));
    }

    // What a session carries is the same to every rule, and so is whether anything is labelled.
    private static void NothingFollows(WitnessCase shown, Diagnostic found)
    {
        var label = found.Arguments[0];
        var unlabelled = new PolicyInterpreter(
            shown.With(
                (_, rule) =>
                    rule with
                    {
                        Effects = rule
                            .Effects.Where(effect =>
                                effect is not FixedEffectModel { Effect: LabelEffect given }
                                || !given.Label.EndsWith(label, StringComparison.Ordinal))
                            .ToValueList(),
                    }
            ));
        foreach (
            var (control, placement, rule) in shown.Model.Controls.SelectMany(control =>
                control.Placements.SelectMany(placement => placement.Rules.Select(rule => (control, placement, rule)))))
        {
            foreach (var (point, facts) in shown.Requests(placement, rule))
            {
                var before = facts.ToJsonString();
                var carrying = (JsonObject)facts.DeepClone();
                carrying["session"]!["labels"] = new JsonArray(label);
                Assert.Equal(
                    Unlabelled(shown.Interpreter.Decide(point, before)),
                    Unlabelled(shown.Interpreter.Decide(point, carrying.ToJsonString())));
                Assert.Equal(Unlabelled(shown.Interpreter.Decide(point, before)), Unlabelled(unlabelled.Decide(point, before)));
            }
        }
    }

    private static Decision Unlabelled(Decision decision) =>
        WitnessCase.Bare(decision) with
        {
            Content = decision.Content with { Labels = [] },
        };

    private static void FailsAsATest(WitnessCase shown, Diagnostic found)
    {
        // The test that the message shows ends where its sentence does.
        var model = Binding.Bound($"{shown.Source.Content}\n{found.Arguments[^1]}\n").Model!;
        Assert.Equal(TestVerdict.Failed, Assert.Single(new PolicyTestRunner(model).Run()).Verdict);
    }
}
