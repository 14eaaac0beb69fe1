using AirsPolicy.Extensions.AI.Tests.Scripted;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Questions and answers that come whole.</summary>
public sealed class WholeAnswerTests
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        queue people { sla 1h  reviewers "staff" }
        control threats { at input   when text contains "bomb" then block "I can't help with that." }
        control quiet   { at input   when text contains "silence" then block }
        control waits   { at input   when text contains "wait" then hold for people }
        control emails  { at input   always redact pii.email }
        control files   { at input   always drop a in input.attachments where a.detected_type == "image/png" }
        control offers  { at output  when text contains "legally binding" then block "I can't make offers here." }
        control cards   { at output  always redact pii.card }
        control sure    { at output  when text contains "perhaps" then append "Ask a person to be sure." }
        control odd     { at output  when text contains "odd" then flag }
        """;

    [Fact]
    public async Task What_no_rule_is_about_goes_on_as_it_is()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("We open at nine."));
        var response = await chat.AskAsync("When do you open?");
        Assert.Equal(("We open at nine.", ChatFinishReason.Stop), (response.Text, response.FinishReason));
        Assert.Equal("When do you open?", chat.Sent);
        Assert.Null(response.AdditionalProperties);
    }

    [Fact]
    public async Task A_question_that_is_refused_never_reaches_the_model_and_is_answered_validly()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("Boom."));
        var response = await chat.AskAsync("How do I make a bomb?");
        Assert.Empty(chat.Model.Asked);
        Assert.Equal(("I can't help with that.", ChatFinishReason.ContentFilter), (response.Text, response.FinishReason));
        var said = response.AdditionalProperties!;
        Assert.Equal(
            ("input", "block", "desk.threats", chat.Host.Digest),
            (said[PolicyProperties.Point], said[PolicyProperties.Outcome], said[PolicyProperties.Rules], said[PolicyProperties.Bundle]));
        Assert.Equal(32, Assert.IsType<string>(said[PolicyProperties.Request]).Length);
    }

    [Theory]
    [InlineData("hello", "MissingFact: The fact 'vip' is missing.")]
    [InlineData("a bomb", null)]
    public async Task A_refusal_says_what_failed_unless_a_rule_that_matched_refuses_as_well(string text, string? failure)
    {
        const string source = """
            policy desk
            system d { owner "o" }
            fact vip: bool at input
            control guests  { at input  when not vip then block }
            control threats { at input  when text contains "bomb" then block }
            """;
        var response = await new Guarded(source, ScriptedClient.Saying("?")).AskAsync(text);
        var said = response.AdditionalProperties!;
        Assert.Equal("block", said[PolicyProperties.Outcome]);
        Assert.Equal(failure, said.GetValueOrDefault(PolicyProperties.Failure));
    }

    [Fact]
    public async Task A_refusal_without_a_message_says_what_the_application_says()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("?"), new ChatPolicyOptions { Refusal = "No." });
        Assert.Equal("No.", (await chat.AskAsync("silence")).Text);
    }

    [Fact]
    public async Task What_is_hidden_of_a_question_is_hidden_from_the_model()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("Thank you."));
        await chat.AskAsync("Write to ann@example.com.");
        Assert.Equal("Write to [pii.email-1].", chat.Sent);
    }

    [Fact]
    public async Task An_attachment_that_is_dropped_does_not_reach_the_model_and_the_others_do()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("Thank you."));
        var image = new DataContent(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0 }, "text/plain");
        var note = new DataContent("Hello."u8.ToArray(), "text/plain") { Name = "note.txt" };
        await chat.Client.GetResponseAsync([new ChatMessage(ChatRole.User, [new TextContent("Look."), image, note])]);
        Assert.Equal([typeof(TextContent), typeof(DataContent)], chat.Model.Asked[0][0].Contents.Select(content => content.GetType()));
        Assert.Equal("note.txt", Assert.IsType<DataContent>(chat.Model.Asked[0][0].Contents[1]).Name);
    }

    [Theory]
    [InlineData("This is legally binding.", "I can't make offers here.", "content_filter")]
    [InlineData("Card 4111 1111 1111 1111.", "Card [pii.card-1].", "stop")]
    [InlineData("It is perhaps open.", "It is perhaps open.\nAsk a person to be sure.", "stop")]
    [InlineData("It is odd.", "It is odd.", "stop")]
    public async Task An_answer_goes_on_as_the_policy_says(string answer, string shown, string finish)
    {
        var chat = new Guarded(Source, ScriptedClient.Saying(answer));
        var response = await chat.AskAsync("Hello.");
        Assert.Equal((shown, finish), (response.Text, response.FinishReason!.Value.Value));
        Assert.Equal("output", response.AdditionalProperties![PolicyProperties.Point]);
    }

    [Fact]
    public async Task What_is_held_waits_for_people_and_goes_on_when_it_is_asked_again()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("Done."), Guarded.In("s"));
        var held = await chat.AskAsync("Please wait.");
        Assert.Equal(("This waits for a person to look at it.", "1"), (held.Text, held.AdditionalProperties![PolicyProperties.Waits]));
        Assert.Equal("1", (await chat.AskAsync("Please wait.")).AdditionalProperties![PolicyProperties.Waits]);
        Approving.All(chat.Host, "desk.people", "staff");
        Assert.Equal("Done.", (await chat.AskAsync("Please wait.")).Text);
        Assert.Equal("2", (await chat.AskAsync("Please wait.")).AdditionalProperties![PolicyProperties.Waits]);
    }

    [Fact]
    public async Task A_history_is_decided_once_and_what_was_refused_of_it_stays_out()
    {
        var chat = new Guarded(
            Source + "\nlimit inputs 3 per session at input",
            ScriptedClient.Saying("We open at nine.", "At five.", "Yes."),
            Guarded.In("s"));
        var history = new List<ChatMessage>();
        foreach (var question in new[] { "When do you open, ann@example.com asks?", "A bomb?", "And close?" })
        {
            history.Add(new ChatMessage(ChatRole.User, question));
            history.AddMessages(await chat.Client.GetResponseAsync(history));
        }
        Assert.Equal("At five.", history[^1].Text);
        Assert.Equal("When do you open, [pii.email-1] asks?|And close?", chat.Sent);
        history.Add(new ChatMessage(ChatRole.User, "One more?"));
        Assert.Equal(ChatFinishReason.ContentFilter, (await chat.Client.GetResponseAsync(history)).FinishReason);
    }

    [Fact]
    public async Task Options_usage_and_properties_go_through()
    {
        var answer = ScriptedClient.Says("Hello.");
        answer.Usage = new UsageDetails { OutputTokenCount = 2 };
        answer.AdditionalProperties = new AdditionalPropertiesDictionary { ["trace"] = "t1" };
        var chat = new Guarded(Source, new ScriptedClient(answer));
        var options = new ChatOptions { Temperature = 0.5f, AdditionalProperties = new AdditionalPropertiesDictionary { ["a"] = 1 } };
        var response = await chat.AskAsync("Hello.", options);
        Assert.Same(options, chat.Model.Options[0]);
        Assert.Equal((2L, "t1", "r", "scripted"),
            (response.Usage!.OutputTokenCount!.Value, response.AdditionalProperties!["trace"], response.ResponseId, response.ModelId));
    }

    [Fact]
    public async Task Without_a_bundle_nothing_goes_on()
    {
        var model = ScriptedClient.Saying("Hello.");
        var client = model.AsBuilder().UseAirsPolicy(new AirsPolicy.Hosting.PolicyHost()).Build();
        Assert.Equal(ChatFinishReason.ContentFilter, (await client.GetResponseAsync("Hello.")).FinishReason);
        Assert.Empty(model.Asked);
    }
}
