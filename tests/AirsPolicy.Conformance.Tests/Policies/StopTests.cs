using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class StopTests
{
    private static readonly ToolStop[] s_stops = [new("book-room", StopAction.Discard, null), new("pay", StopAction.Undo, "pay-back")];

    private static readonly PolicyModel s_model = BoundPolicy.Of("""
        policy shop
        system s { owner "o" }
        tool pay { class irreversible  on stop undo by pay_back }
        tool pay_back as "pay-back" { class reversible }
        tool book as "book-room" { class reversible  on stop discard }
        control late { at session  on error halt session  when run.failed then halt run }
        """);

    [Theory]
    [InlineData("""{ "run": { "id": "r", "failed": true } }""", 2)]
    [InlineData("""{ "run": { "id": "r", "failed": false } }""", 0)]
    [InlineData("{}", 2)]
    [InlineData("[]", 2)]
    public void A_decision_that_halts_says_what_happens_to_work_in_flight(string facts, int stops)
    {
        var decision = new PolicyInterpreter(s_model).Decide("session", facts);
        Assert.Equal(s_stops.Take(stops), decision.Stops);
        using var emitted = new EmittedEngine(s_model);
        Assert.Equal(DecisionJson.ToText(decision), DecisionJson.ToText(emitted.Decide("session", facts)));
    }

    [Fact]
    public void The_manifest_lists_it() => Assert.Equal(s_stops, Bundle.Read(BundleBuilder.Build(s_model)).Manifest.Stops);
}
