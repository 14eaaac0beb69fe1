using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>What stands at the calls of all tools takes the arguments of each as they are.</summary>
public sealed class WholeArgumentsTests
{
    private const string Tools =
        "tool look_up { args { query: text } }\ntool tally { args { rows: int, tags: [text] } }\ntool anything {}\n";

    private static readonly string[] s_calls =
    [
        """{"tool":"look_up","args":{"query":"Card 4111 1111 1111 1111."}}""",
        """{"tool":"look_up","args":{"query":"a lamp"}}""",
        """{"tool":"tally","args":{"rows":4,"tags":["4111 1111 1111 1111"]}}""",
        """{"tool":"tally","args":{"rows":4,"tags":[]}}""",
        """{"tool":"anything","args":{"note":"4111 1111 1111 1111"}}""",
        """{"tool":"anything","args":"4111 1111 1111 1111"}""",
        """{"tool":"anything"}""",
        """{"tool":"tally"}""",
        """{"tool":"other","args":{}}""",
    ];

    [Theory]
    [InlineData("when pii.card.found(args) then block")]
    [InlineData("when size(args) > 20B then block  when tool == tally then flag")]
    [InlineData("when digest(args) == \"x\" or pii.card.count(args) == 1 then hold for people")]
    [InlineData("always redact pii.card in args as mask, flag")]
    public void Both_engines_decide_them_alike(string rules)
    {
        var model = BoundPolicy.Of(
            $"policy shop\nsystem s {{ owner \"o\" }}\nqueue people {{ sla 1h  reviewers \"staff\" }}\n{Tools}control c {{ at tool_call, tool_result  {rules} }}\n"
        );
        var interpreter = new PolicyInterpreter(model);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        var outcomes = new HashSet<Outcome>();
        foreach (var point in new[] { "tool_call", "tool_result" })
        {
            foreach (var facts in s_calls)
            {
                var expected = interpreter.Decide(point, facts);
                outcomes.Add(expected.Outcome);
                differences.Compare($"{point} on {facts}", expected, emitted.Decide(point, facts));
            }
        }
        differences.AssertNone();
        Assert.True(outcomes.Count > 1, "Every call is decided alike.");
    }
}
