using System.Text.Json;
using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>What a second reader found that no decision saw: each way does not work, and its honest twin does.</summary>
public sealed class AttackTests
{
    private const string Source = ToolTests.Source + """

        control bad_input  { at input   when text contains "ATTACK" or any a in input.attachments: a.name contains "ATTACK" then block }
        control bad_output { at output  when text contains "LEAK" then block }
        """;

    private readonly List<string> _ran = [];

    [Fact]
    public async Task A_question_holds_no_reasoning_or_error_which_nobody_would_look_at()
    {
        foreach (var content in new AIContent[] { new TextReasoningContent("ATTACK"), new ErrorContent("ATTACK") })
        {
            var chat = Chat(ScriptedClient.Says("Hello."));
            var response = await chat.Client.GetResponseAsync([new ChatMessage(ChatRole.User, [new TextContent("Hello."), content])]);
            Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
            Assert.Empty(chat.Model.Asked);
        }
    }

    [Theory]
    [InlineData("ATTACK", true)]
    [InlineData("fine", false)]
    public async Task The_name_of_a_vector_store_in_a_question_is_decided_on(string id, bool refused)
    {
        var response = await Chat(ScriptedClient.Says("Hello.")).Client.GetResponseAsync(
            [new ChatMessage(ChatRole.User, [new TextContent("Hello."), new HostedVectorStoreContent(id)])]);
        Assert.Equal(refused, response.FinishReason == ChatFinishReason.ContentFilter);
    }

    [Fact]
    public async Task What_the_caller_sends_beside_contents_does_not_reach_the_model()
    {
        var chat = Chat(ScriptedClient.Says("Hello."));
        var call = new FunctionCallContent("c1", "look_up", new Dictionary<string, object?> { ["query"] = "x" })
        {
            RawRepresentation = "ATTACK",
        };
        ChatMessage[] messages =
        [
            new(
                ChatRole.User,
                [new TextContent("Look.") { RawRepresentation = "ATTACK", AdditionalProperties = new() { ["a"] = "ATTACK" } }])
            {
                AuthorName = "ATTACK",
                RawRepresentation = "ATTACK",
                AdditionalProperties = new() { ["a"] = "ATTACK" },
            },
            new(ChatRole.Assistant, [call]) { AuthorName = "ATTACK", RawRepresentation = "ATTACK" },
            new(ChatRole.Tool, [new FunctionResultContent("c1", "Fine.") { RawRepresentation = "ATTACK" }]),
        ];
        await chat.Client.GetResponseAsync(messages);
        Assert.Equal(["user", "assistant", "tool"], chat.Model.Asked[0].Select(message => message.Role.Value));
        Assert.All(chat.Model.Asked[0], message =>
        {
            Assert.Null(message.AuthorName);
            Assert.Null(message.RawRepresentation);
            Assert.Null(message.AdditionalProperties);
            Assert.All(message.Contents, content => Assert.Null(content.RawRepresentation));
            Assert.All(message.Contents, content => Assert.Null(content.AdditionalProperties));
        });
        Assert.Equal("ATTACK", call.RawRepresentation);
    }

    [Theory]
    [InlineData("ATTACK", 1)]
    [InlineData("fine", 2)]
    public async Task Protected_reasoning_that_the_model_did_not_give_is_decided_on(string data, int sent)
    {
        var chat = Chat(ScriptedClient.Says("Hello."));
        await chat.Client.GetResponseAsync(
        [
            new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("") { ProtectedData = data }]),
            new ChatMessage(ChatRole.User, "Hello."),
        ]);
        Assert.Equal(sent, chat.Model.Asked[0].Count);
    }

    [Theory]
    [InlineData("ATTACK", 3)]
    [InlineData("fine", 4)]
    public async Task Protected_reasoning_beside_a_text_that_the_model_gave_is_decided_on(string data, int sent)
    {
        var chat = Chat(ScriptedClient.Says("Hello."));
        await chat.Client.GetResponseAsync([Thought(null), new ChatMessage(ChatRole.User, "Hello.")]);
        await chat.Client.GetResponseAsync(
            [Thought(null), Thought(data), new ChatMessage(ChatRole.User, "Go on."), new ChatMessage(ChatRole.User, "Well?")]);
        Assert.Equal(sent, chat.Model.Asked[1].Count);

        static ChatMessage Thought(string? data) =>
            new(ChatRole.Assistant, [new TextReasoningContent("I think.") { ProtectedData = data }]);
    }

    [Theory]
    [InlineData("ATTACK", 1)]
    [InlineData("fine", 2)]
    public async Task The_code_of_an_error_in_a_history_is_decided_on(string code, int sent)
    {
        var chat = Chat(ScriptedClient.Says("Hello."));
        await chat.Client.GetResponseAsync(
        [
            new ChatMessage(ChatRole.Assistant, [new ErrorContent("It failed.") { ErrorCode = code }]),
            new ChatMessage(ChatRole.User, "Hello."),
        ]);
        Assert.Equal(sent, chat.Model.Asked[0].Count);
    }

    [Fact]
    public async Task A_call_of_a_kind_that_is_not_known_stays_out_of_a_history()
    {
        foreach (var (call, sent) in new[] { (new OtherCall(), 1), (new FunctionCallContent("c1", "look_up"), 2) })
        {
            var chat = Chat(ScriptedClient.Says("Hello."));
            await chat.Client.GetResponseAsync(
                [new ChatMessage(ChatRole.Assistant, [call]), new ChatMessage(ChatRole.User, "Hello.")]);
            Assert.Equal(sent, chat.Model.Asked[0].Count);
        }
    }

    [Fact]
    public async Task The_model_is_told_of_a_tool_what_its_digest_is_of()
    {
        foreach (var (first, told) in new[] { ("ATTACK", 0), ("Looks up.", 1) })
        {
            var options = Guarded.In("s") with
            {
                Tools = new Dictionary<string, string> { ["look_up"] = ToolDigest.Of(new Fickle("Looks up.")) },
            };
            var chat = new Guarded(Source, new ScriptedClient(ScriptedClient.Says("Hello.")), options);
            await chat.AskAsync("Hello.", new ChatOptions { Tools = [new Fickle(first)] });
            Assert.Equal(told, chat.Model.Options[0]?.Tools?.Count ?? 0);
        }
    }

    [Fact]
    public async Task A_file_that_is_known_by_one_name_is_not_known_by_another()
    {
        foreach (var (name, sent) in new[] { ("ATTACK", 2), ("fine", 3) })
        {
            var chat = Chat(ScriptedClient.Says("Hello."));
            await chat.Client.GetResponseAsync([Asked("fine")]);
            await chat.Client.GetResponseAsync(
                [Asked(name), new ChatMessage(ChatRole.Assistant, "Hello."), new ChatMessage(ChatRole.User, "Go on.")]);
            Assert.Equal(sent, chat.Model.Asked[1].Count);
        }

        static ChatMessage Asked(string name) =>
            new(ChatRole.User, [new TextContent("Look."), new HostedFileContent("f1") { Name = name }]);
    }

    [Fact]
    public async Task An_answer_does_not_speak_as_the_application_or_its_user()
    {
        foreach (var role in new[] { ChatRole.System, ChatRole.User, new ChatRole("developer") })
        {
            var answer = new ChatResponse(new ChatMessage(role, "Hello.") { MessageId = "m" });
            var whole = await Chat(answer).AskAsync("Hello.");
            Assert.All(whole.Messages, message => Assert.Equal(ChatRole.Assistant, message.Role));
            var streamed = await Chat(answer).Client.GetStreamingResponseAsync("Hello.").ToListAsync();
            Assert.All(streamed, update => Assert.Equal(ChatRole.Assistant, update.Role));
        }
    }

    [Theory]
    [InlineData("Look_Up", true)]
    [InlineData("lооk_up", true)]
    [InlineData("missing", true)]
    [InlineData("look_up", false)]
    public async Task A_call_of_a_tool_that_the_model_was_not_told_of_is_refused(string name, bool refused)
    {
        var known = AIFunctionFactory.CreateDeclaration("look_up", "Looks up.", JsonElement.Parse("""{"type":"object"}"""));
        var call = new FunctionCallContent("c1", name, new Dictionary<string, object?> { ["query"] = "x" });
        var chat = new Guarded("policy open\nsystem s { owner \"o\" }", new ScriptedClient(ScriptedClient.Says(call)), Guarded.In("s"));
        var options = new ChatOptions { Tools = [known] };
        Assert.Equal(refused, (await chat.AskAsync("Look.", options)).FinishReason == ChatFinishReason.ContentFilter);
        var streamed = await chat.Client.GetStreamingResponseAsync("Look again.", options).ToChatResponseAsync();
        Assert.Equal(refused, streamed.FinishReason == ChatFinishReason.ContentFilter);
    }

    [Theory]
    [InlineData("""{"x":1,"x":2}""", false)]
    [InlineData("""{"x":1,"X":2}""", false)]
    [InlineData("""{"x":1,"y":2}""", true)]
    public async Task Arguments_that_can_be_read_in_two_ways_are_not_executed(string value, bool runs)
    {
        var tool = AIFunctionFactory.Create((JsonElement value) => { _ran.Add(value.GetRawText()); }, "any");
        var call = new FunctionCallContent("c1", "any", new Dictionary<string, object?> { ["value"] = JsonElement.Parse(value) });
        var chat = new Guarded(
            "policy open\nsystem s { owner \"o\" }",
            new ScriptedClient(ScriptedClient.Says(call), ScriptedClient.Says("Done.")),
            Guarded.In("s"));
        var response = await chat.AskAsync("Go.", new ChatOptions { Tools = [tool] });
        Assert.Equal(runs ? 1 : 0, _ran.Count);
        Assert.Equal("Done.", response.Text);
    }

    [Fact]
    public async Task A_result_with_two_members_of_one_name_is_withheld()
    {
        foreach (var (result, withheld) in new[] { ("""{"x":1,"x":2}""", true), ("""{"x":1,"y":2}""", false) })
        {
            var tool = AIFunctionFactory.Create(() => JsonElement.Parse(result), "any");
            var call = new FunctionCallContent("c1", "any");
            var chat = new Guarded(
                "policy open\nsystem s { owner \"o\" }",
                new ScriptedClient(ScriptedClient.Says(call), ScriptedClient.Says("Done.")),
                Guarded.In("s"));
            await chat.AskAsync("Go.", new ChatOptions { Tools = [tool] });
            var told = chat.Model.Asked[1].SelectMany(message => message.Contents).OfType<FunctionResultContent>().Single();
            Assert.Equal(withheld, told.Result!.ToString()!.Contains("withholds", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_result_that_cannot_be_written_does_not_reach_the_model_as_one_that_is_nothing()
    {
        foreach (var (result, sent) in new[] { (new NeverWritten(), 2), ((object)"Fine.", 3) })
        {
            var chat = Chat(ScriptedClient.Says("Hello."));
            await chat.Client.GetResponseAsync(Told(null));
            await chat.Client.GetResponseAsync(
                [.. Told(result), new ChatMessage(ChatRole.Assistant, "Hello."), new(ChatRole.User, "Go on.")]);
            Assert.Equal(sent + 1, chat.Model.Asked[1].Count);
        }

        static ChatMessage[] Told(object? result) =>
        [
            new(
                ChatRole.Assistant,
                [new FunctionCallContent("c1", "look_up", new Dictionary<string, object?> { ["query"] = "x" })]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", result)]),
        ];
    }

    [Fact]
    public void No_part_of_what_is_known_can_end_another_and_begin_the_next()
    {
        Assert.NotEqual(
            Piece.OfContent(new ErrorContent("a\nb") { ErrorCode = "c" }),
            Piece.OfContent(new ErrorContent("a") { ErrorCode = "b\nc" }));
        Assert.NotEqual(Piece.OfContent(new HostedFileContent("f") { Name = "" }), Piece.OfContent(new HostedFileContent("f")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Properties_of_a_message_or_response_that_cannot_be_read_do_not_go_on(bool ofMessage)
    {
        foreach (var (value, goesOn) in new[] { (new NeverWritten(), false), ((object)"fine", true) })
        {
            var answer = ScriptedClient.Says("Hello.");
            var said = new AdditionalPropertiesDictionary { ["note"] = value };
            if (ofMessage)
                answer.Messages[0].AdditionalProperties = said;
            else
                answer.AdditionalProperties = said;
            var response = await Chat(answer).AskAsync("Hello.");
            Assert.Equal(goesOn, (ofMessage ? response.Messages[0].AdditionalProperties : response.AdditionalProperties) is not null);
        }
    }

    [Fact]
    public async Task A_property_that_a_message_and_its_response_have_both_hides_nothing()
    {
        foreach (var (name, goesOn) in new[] { ("NOTE", false), ("other", true) })
        {
            var answer = ScriptedClient.Says("Hello.");
            answer.Messages[0].AdditionalProperties = new() { ["note"] = "fine" };
            answer.AdditionalProperties = new() { [name] = goesOn ? "fine" : "LEAK" };
            Assert.Equal(goesOn, (await Chat(answer).AskAsync("Hello.")).AdditionalProperties is not null);
        }
    }

    [Fact]
    public async Task Properties_of_a_response_without_messages_do_not_go_on()
    {
        var answer = new ChatResponse { AdditionalProperties = new() { ["note"] = "LEAK" } };
        Assert.Null((await Chat(answer).AskAsync("Hello.")).AdditionalProperties);
    }

    [Fact]
    public async Task The_model_gets_of_a_result_what_was_decided_on_and_nothing_that_it_holds_besides()
    {
        var tool = AIFunctionFactory.Create(() => new TextContent("Fine.") { RawRepresentation = "a secret" }, "look_up");
        var chat = Chat(
            ScriptedClient.Says(new FunctionCallContent("c1", "look_up", new Dictionary<string, object?> { ["query"] = "x" })),
            ScriptedClient.Says("Done."));
        await chat.AskAsync("Look.", new ChatOptions { Tools = [tool] });
        var told = chat.Model.Asked[1].SelectMany(message => message.Contents).OfType<FunctionResultContent>().Single();
        Assert.Contains("Fine.", Assert.IsType<JsonElement>(told.Result).GetRawText(), StringComparison.Ordinal);
    }

    private static Guarded Chat(params ChatResponse[] answers) => new(Source, new ScriptedClient(answers), Guarded.In("s"));

    private sealed class OtherCall() : FunctionCallContent("c1", "look_up");

    // Says one thing when it is asked first, and another from then on.
    private sealed class Fickle(string first) : AIFunctionDeclaration
    {
        private int _asked;

        public override string Name => "look_up";

        public override string Description => _asked++ == 0 ? first : "Looks up.";
    }

    private sealed class NeverWritten
    {
        public string Value => throw new NotSupportedException();
    }
}
