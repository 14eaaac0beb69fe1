using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Conformance.Tests.Streaming;

public sealed class BufferedStreamTests
{
    private const string System = "policy p\nsystem s { owner \"o\"  stream buffered }\n";

    private const string Blocking = System + """
        detector binding { match "legally binding", "no takesies backsies" }
        control no_offers { at output  when binding.found(text) then block "No." }
        """;

    [Fact]
    public void What_is_released_ends_before_a_match_that_blocks()
    {
        var answer = new StreamedHost(Blocking).Stream("This is a legally binding offer.", 4, 4, 4, 4);

        Assert.Equal(("This is a ", "", Outcome.Block, true), (answer.Released, answer.Rest, answer.Decision.Outcome, answer.Stopped));
        Assert.True(answer.Decision.Retracted);
    }

    [Fact]
    public void Only_what_can_still_become_a_match_is_kept_back()
    {
        var stream = new StreamedHost(Blocking).Begin();

        Assert.Equal("The ", Fed("The legal"));
        Assert.Equal("legal ", Fed(" "));
        Assert.Equal(" no a", Fed(" no a"));

        string Fed(string part) => stream.Feed(part).ToString();
    }

    [Fact]
    public void What_may_become_a_match_is_kept_back_however_long_nothing_comes()
    {
        var stream = new StreamedHost(Blocking).Begin();

        Assert.Equal("The ", stream.Feed("The legal").ToString());
        for (var i = 0; i < 1_000; i++)
            Assert.Equal("", stream.Feed("").ToString());
        Assert.Equal("legal ", stream.Feed(" ").ToString());
    }

    [Fact]
    public void A_value_that_is_hidden_never_leaks_however_it_is_cut()
    {
        var host = new StreamedHost(System + "control cards { at output  always redact pii.card }");
        const string text = "Yours is 4111 1111 1111 1111, not 5500-0000-0000-0004. Again: 4111 1111 1111 1111";

        foreach (var length in Enumerable.Range(1, 30))
        {
            var answer = host.Stream(text, [.. Enumerable.Repeat(length, text.Length)]);
            Assert.Equal("Yours is [pii.card-1], not [pii.card-2]. Again: [pii.card-1]", answer.Released + answer.Rest);
            Assert.Equal(host.Whole(text), answer.Decision);
        }
    }

    [Fact]
    public void A_value_keeps_its_label_for_as_long_as_its_session_lasts()
    {
        var host = new StreamedHost(System + "control cards { at output  always redact pii.card }");

        Assert.Equal("a [pii.card-1] b", All(host.Stream("a 4111111111111111 b")));
        Assert.Equal("[pii.card-2] [pii.card-1]", All(host.Stream("5500000000000004 4111111111111111")));
        host.Host.EndSession(StreamedHost.Session);
        Assert.Equal("[pii.card-1]", All(host.Stream("5500000000000004")));
    }

    [Fact]
    public void From_the_first_match_on_everything_waits_for_a_score_that_several_make()
    {
        var host = new StreamedHost(System + """
            detector angry { match "idiot" weighs 50%  match "fool" weighs 40%  score total  found at 80% }
            control polite { at output  when angry.found(text) then block }
            """);

        var one = host.Stream("Well, you idiot, that is it, then.");
        Assert.Equal(("Well, you ", "idiot, that is it, then.", Outcome.Allow), (one.Released, one.Rest, one.Decision.Outcome));
        var both = host.Stream("Well, you idiot and fool!!!!");
        Assert.Equal(("Well, you ", "", Outcome.Block, true), (both.Released, both.Rest, both.Decision.Outcome, both.Stopped));
    }

    [Fact]
    public void A_rule_that_the_facts_rule_out_keeps_nothing_back()
    {
        const string source = System + """
            detector insult { match "scoundrel" }
            control polite { at output  when user.id == "guest" and insult.found(text) then block }
            """;

        Assert.StartsWith(
            "You scoundrel, you.",
            new StreamedHost(source) { Members = ",\"user\":{\"id\":\"ann\"}" }
                .Stream("You scoundrel, you..")
                .Released,
            StringComparison.Ordinal);
        Assert.Equal(
            "You ",
            new StreamedHost(source) { Members = ",\"user\":{\"id\":\"guest\"}" }
                .Stream("You scoundrel, you..")
                .Released);
    }

    [Fact]
    public void A_rule_that_lacks_a_fact_stops_the_answer_before_its_first_word()
    {
        var answer = new StreamedHost(System + "control who { at output  when user.id == \"guest\" then flag }").Stream("Hello there.");

        Assert.Equal(("", "", Outcome.Block, true), (answer.Released, answer.Rest, answer.Decision.Outcome, answer.Stopped));
    }

    [Fact]
    public void What_an_exception_covers_goes_on_once_it_is_known()
    {
        var host = new StreamedHost(System + """
            detector threat { match "bomb"  except "bath bomb", "bomb shelter" }
            control no_threats { at output  when threat.found(text) then block }
            """);

        Assert.Equal("A bath bomb, and a bomb shelter.", All(host.Stream("A bath bomb, and a bomb shelter.")));
        Assert.Equal("A bath bomb, and a ", host.Stream("A bath bomb, and a bomb she left.").Released);
    }

    [Fact]
    public void Text_is_added_at_the_end()
    {
        var answer = new StreamedHost(System + "control note { at output  always append \"Made by a machine.\" }").Stream("Hello.");

        Assert.Equal(("Hello", ".\nMade by a machine."), (answer.Released, answer.Rest));
    }

    [Fact]
    public void Half_a_pair_releases_nothing_more_and_is_refused()
    {
        var answer = new StreamedHost(Blocking).Stream("Hello \uD83D and more");

        Assert.Equal((FailureKind.MisfitFact, "", true), (answer.Decision.Failure!.Kind, answer.Rest, answer.Decision.Retracted));
        Assert.StartsWith(answer.Released, "Hello ", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello ?", new int[0])]
    [InlineData("Hello ?", new[] { 7 })]
    [InlineData("Hello \uD83D\uDE00?", new[] { 7, 1, 1 })]
    [InlineData("?", new[] { 1 })]
    public void Half_a_pair_at_the_end_of_an_answer_is_refused(string text, int[] lengths)
    {
        foreach (var mode in new[] { "buffered", "post_hoc", "none" })
        {
            var answer = new StreamedHost(Blocking.Replace("stream buffered", $"stream {mode}", StringComparison.Ordinal)).Stream(
                text.Replace('?', '\uD83D'),
                lengths);
            Assert.Equal(
                (FailureKind.MisfitFact, Outcome.Block, ""),
                (answer.Decision.Failure?.Kind, answer.Decision.Outcome, answer.Rest));
        }
    }

    [Theory]
    [InlineData("This is a\u200Blegally\u200Bbinding offer.", "This is a", Outcome.Block)]
    [InlineData("A legal\u200Bly binding offer.", "A ", Outcome.Block)]
    [InlineData("A\u200Bfree offer.", "A", Outcome.Allow)]
    public void From_a_character_on_that_may_stand_for_a_space_the_end_is_waited_for(string text, string released, Outcome outcome)
    {
        var answer = new StreamedHost(Blocking).Stream(text);
        Assert.StartsWith(answer.Released, released, StringComparison.Ordinal);
        Assert.Equal(outcome, answer.Decision.Outcome);
        Assert.Equal(outcome == Outcome.Allow ? text : answer.Released, All(answer));
    }

    [Fact]
    public void An_answer_that_takes_more_steps_than_a_decision_may_releases_nothing_more_and_is_refused()
    {
        var source = System + "detector d { match /[ab]{1,200}c/ }\ncontrol c { at output  when d.found(text) then block \"No.\" }";
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 4_000).Select(_ => random.Next(2) == 0 ? 'a' : 'b'));
        var answer = new StreamedHost(BoundSource(source), new PolicyHostOptions { Limits = new FactLimits(MaxTextSteps: 5_000) }).Stream(
            text);
        Assert.Equal(
            (FailureKind.OverLimit, Outcome.Block, true),
            (answer.Decision.Failure!.Kind, answer.Decision.Outcome, answer.Stopped));
    }

    [Fact]
    public void An_answer_over_the_limit_releases_nothing_more_and_is_refused()
    {
        var host = new StreamedHost(BoundSource(Blocking), new PolicyHostOptions { Limits = new FactLimits(MaxTextBytes: 20) });

        var answer = host.Stream(new string('é', 11));
        Assert.Equal((FailureKind.OverLimit, new string('é', 10), true), (answer.Decision.Failure!.Kind, answer.Released, answer.Stopped));
    }

    [Fact]
    public void Facts_that_do_not_fit_release_nothing()
    {
        using var stream = new StreamedHost(Blocking) { Members = ",\"no_such_fact\":1" }.Begin();

        Assert.True(stream.IsStopped);
        Assert.True(stream.Feed("Hello.").IsEmpty);
        Assert.Equal((Outcome.Block, ""), (stream.End().Outcome, stream.Rest));
    }

    [Fact]
    public void What_the_session_carries_is_known_while_an_answer_arrives()
    {
        var host = new StreamedHost(System + """
            tool mail {}
            label outside { from mail }
            control carried { at output  when "outside" in session.labels then block }
            """);
        Assert.Equal(("Hello there", "."), (host.Stream("Hello there.").Released, host.Stream("Hello there.").Rest));
        host.Host.Decide("tool_result", """{"session":{"id":"s"},"tool":"mail","result_text":"Hi."}"""u8.ToArray());
        var answer = host.Stream("Hello there.");
        Assert.Equal(("", "", Outcome.Block, true), (answer.Released, answer.Rest, answer.Decision.Outcome, answer.Stopped));
    }

    private static Language.Model.PolicyModel BoundSource(string source) => Policies.BoundPolicy.Of(source);

    private static string All(StreamedAnswer answer) => answer.Released + answer.Rest;
}
