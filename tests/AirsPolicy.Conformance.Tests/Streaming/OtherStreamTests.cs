using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Streaming;

/// <summary>The ways to stream in which nothing is kept back for rules.</summary>
public sealed class OtherStreamTests
{
    private const string Rules = """
        queue people { sla 1h  reviewers "staff" }
        detector insult { match "scoundrel" }
        control polite { at output  when insult.found(text) then block }
        control cards { at output  always redact pii.card }
        control short { at output  when length(text) > 40 then cut to 40 }
        control people_look { at output  when text contains "refund" then hold for people }
        """;

    [Theory]
    [InlineData("Hello.", "Hello.", Outcome.Allow)]
    [InlineData("You scoundrel.", "", Outcome.Block)]
    [InlineData("A refund.", "", Outcome.Hold)]
    [InlineData("4111111111111111", "[pii.card-1]", Outcome.Amend)]
    public void Nothing_is_released_before_the_decision(string text, string rest, Outcome outcome)
    {
        var answer = Host("none").Stream(text);

        Assert.Equal(("", rest, outcome, false), (answer.Released, answer.Rest, answer.Decision.Outcome, answer.Decision.Retracted));
    }

    [Theory]
    [InlineData("Hello.", "", Outcome.Allow, false)]
    [InlineData("You scoundrel.", "", Outcome.Block, true)]
    [InlineData("A refund.", "", Outcome.Hold, true)]
    [InlineData("4111111111111111", "[pii.card-1]", Outcome.Amend, true)]
    [InlineData("", "", Outcome.Allow, false)]
    public void What_was_released_at_once_is_taken_back_where_the_decision_does_not_let_it_go_on(
        string text,
        string rest,
        Outcome outcome,
        bool retracted)
    {
        var answer = Host("post_hoc").Stream(text);

        Assert.Equal((text, rest, outcome, retracted), (answer.Released, answer.Rest, answer.Decision.Outcome, answer.Decision.Retracted));
    }

    [Fact]
    public void Text_added_behind_an_answer_takes_nothing_back()
    {
        var answer = new StreamedHost(
            "policy p\nsystem s { owner \"o\"  stream post_hoc }\ncontrol note { at output  always append \"Made by a machine.\" }"
        ).Stream("Hello.");

        Assert.Equal(("Hello.", "\nMade by a machine.", false), (answer.Released, answer.Rest, answer.Decision.Retracted));
    }

    private static StreamedHost Host(string mode) => new($"policy p\nsystem s {{ owner \"o\"  stream {mode} }}\n{Rules}");
}
