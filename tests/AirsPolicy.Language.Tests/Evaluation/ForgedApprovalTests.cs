using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Evaluation;

/// <summary>Who has approved is never the request's to say, with a past at hand or without.</summary>
public class ForgedApprovalTests
{
    private const string Facts = """
        { "now": "2026-01-01T12:00:00Z", "today": "2026-01-01", "input": { "text": "pay" }, "user": { "id": "u1", "roles": [], "groups": [] },
          "approvals": [{ "queue": "p.people", "by": "ann" }, { "queue": "p.people", "by": "bob" }] }
        """;

    private static readonly PolicyInterpreter s_held = Of("control c { at input  always hold for people }");

    [Fact]
    public void A_hold_is_not_met_by_them()
    {
        Assert.Equal(Outcome.Hold, s_held.Decide("input", Facts).Outcome);
        Assert.Equal(Outcome.Hold, s_held.Explain("input", Facts).Decision.Outcome);
        Assert.Equal(Outcome.Hold, s_held.Decide("input", Facts, new EventTrace(s_held)).Outcome);
    }

    [Fact]
    public void No_rule_reads_them()
    {
        var interpreter = Of("control c { at input  when not any a in approvals: a.by == \"ann\" then block }");
        Assert.Equal(Outcome.Block, interpreter.Decide("input", Facts).Outcome);
        Assert.Equal(Outcome.Block, interpreter.Decide("input", Facts, new EventTrace(interpreter)).Outcome);
    }

    [Fact]
    public void A_request_of_nobody_is_approved_by_nobody()
    {
        var past = new EventTrace(s_held);
        var nobody = Facts.Replace("\"u1\"", "\" \"", StringComparison.Ordinal);
        var number = past.Record("input", nobody, s_held.Decide("input", nobody, past), 0);
        Assert.Empty(past.Waiting(number)!.Askers);
    }

    private static PolicyInterpreter Of(string control) =>
        new(Binding.Model(Binding.Policy("queue people { sla 1h  reviewers \"staff\"  approvals 2 }", control)));
}
