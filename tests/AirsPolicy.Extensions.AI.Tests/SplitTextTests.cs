using System.Globalization;
using System.Text.RegularExpressions;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Tests;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Texts that say nothing wrong each, and that users see one behind the other.</summary>
public sealed partial class SplitTextTests
{
    private const string Rules = """
        tool look_up { class read_only }
        control cards  { at output  always redact pii.card }
        detector binding { match "legally binding" }
        control offers { at output  when binding.found(text) then block "I can't make offers here." }
        control byes   { at output  when text contains "goodbye" then append "Bye." }
        """;

    private const string Whole = "policy desk\nsystem d { owner \"o\" }\n" + Rules;
    private const string Buffered = "policy desk\nsystem d { owner \"o\"  stream buffered }\n" + Rules;

    // The environment variable AIRS_CUTS asks for more, as the 10,000 of a release.
    private static readonly int s_cuts =
        int.TryParse(Environment.GetEnvironmentVariable("AIRS_CUTS"), CultureInfo.InvariantCulture, out var cuts) ? cuts : 200;

    // So much that what stands before it is shown while it arrives.
    private static readonly string s_long = string.Concat(Enumerable.Repeat("we open at nine and close at five ", 4));

    public static TheoryData<string, string, bool> Splits => new()
    {
        { "The card is 4111 1111", " 1111 1111.", true },
        { "The card is 4111 1111", " seats are left.", false },
        { "It is legally", "binding.", true },
        { "It is legally ", "binding.", true },
        { "It is legally", "sound.", false },
        { "It is legal", "ly binding.", true },
        { "The card is 4111 1111 1111 1111.", "Well, goodbye.", false },
    };

    [Theory]
    [MemberData(nameof(Splits))]
    public async Task Messages_of_an_answer_are_decided_on_together(string first, string second, bool refused)
    {
        var answer = Messages(first, second);
        Assert.Equal(refused, IsRefused(await Chat(Whole, answer).AskAsync("Hello.")));
        foreach (var source in new[] { Whole, Buffered })
            Assert.Equal(refused, IsRefused(await StreamAsync(source, new ScriptedClient(answer) { Cuts = [3] })));
    }

    [Theory]
    [MemberData(nameof(Splits))]
    public async Task Rounds_of_an_answer_are_decided_on_together(string first, string second, bool refused)
    {
        ChatResponse[] answers =
        [
            ScriptedClient.Says(new TextContent(first), new FunctionCallContent("c1", "look_up")),
            ScriptedClient.Says(second),
        ];
        Assert.Equal(refused, IsRefused(await Chat(Whole, answers).AskAsync("Hello.", Tools())));
        foreach (var source in new[] { Whole, Buffered })
            Assert.Equal(refused, IsRefused(await StreamAsync(source, new ScriptedClient(answers) { Cuts = [3] })));
    }

    [Theory]
    [MemberData(nameof(Splits))]
    public async Task Reasoning_is_decided_on_together(string first, string second, bool refused)
    {
        var answer = Messages(new TextReasoningContent(first), new TextReasoningContent(second));
        Assert.Equal(refused, IsRefused(await Chat(Whole, answer).AskAsync("Hello.")));
        Assert.Equal(refused, IsRefused(await StreamAsync(Buffered, new ScriptedClient(answer) { Cuts = [3] })));
    }

    [Theory]
    [InlineData("Her date of birth: ", "1984-03-12.", true)]
    [InlineData("On 1984-03-12", " (birthday) she came.", true)]
    [InlineData("Her date of birth is known.", "Her date of birth: 1984-03-12.", false)]
    [InlineData("Her date of birth: 1984-03-12.", "That is all.", false)]
    public async Task What_is_personal_only_beside_its_neighbour_is_refused(string first, string second, bool refused)
    {
        const string births = "policy desk\nsystem d { owner \"o\" }\ncontrol births { at output  always redact pii.date_of_birth }";
        Assert.Equal(refused, IsRefused(await Chat(births, Messages(first, second)).AskAsync("Hello.")));
        Assert.Equal(refused, IsRefused(await StreamAsync(births, new ScriptedClient(Messages(first, second)) { Cuts = [3] })));
    }

    [Fact]
    public async Task Three_messages_are_decided_on_together_as_lines_as_well()
    {
        const string lines = """
            policy desk
            system d { owner "o" }
            detector told { match /pass\s+word\s+hunter/ }
            control tells { at output  when told.found(text) then block }
            """;
        Assert.True(IsRefused(await Chat(lines, Messages("pass", "word", "hunter")).AskAsync("Hello.")));
        Assert.False(IsRefused(await Chat(lines, Messages("pass", "word", "fisher")).AskAsync("Hello.")));
    }

    [Fact]
    public async Task What_is_refused_together_says_which_control_refuses_it_and_takes_back_what_was_shown()
    {
        var model = new ScriptedClient(Messages("It is legally ", "binding.")) { Cuts = [3] };
        var last = (await new Guarded(Buffered, model).Client.GetStreamingResponseAsync("Hello.").ToListAsync())[^1];
        Assert.EndsWith("I can't make offers here.", last.Text, StringComparison.Ordinal);
        Assert.Equal("desk.offers", last.AdditionalProperties![PolicyProperties.Rules]);
        Assert.Equal("true", last.AdditionalProperties[PolicyProperties.Retracted]);
    }

    [Theory]
    [InlineData("binding ", false)]
    [InlineData("sound ", true)]
    public async Task What_together_is_refused_is_not_shown_either_while_it_arrives(string second, bool goesOn)
    {
        ChatResponse[] answers =
        [
            ScriptedClient.Says(new TextContent(s_long + "It is legally "), new FunctionCallContent("c1", "look_up")),
            ScriptedClient.Says(second + s_long),
        ];
        var chat = new Guarded(Buffered, new ScriptedClient(answers) { Cuts = [3] });
        var updates = await chat.Client.GetStreamingResponseAsync("Hello.", Tools()).ToListAsync();
        var shown = string.Concat(updates.Select(update => update.Text));
        Assert.Equal(goesOn, shown.Contains($"legally {second}", StringComparison.Ordinal));
        Assert.Contains("legally ", shown, StringComparison.Ordinal);
        Assert.True(updates.Count(update => update.Text.Length > 0) > 10);
    }

    [Fact]
    public async Task What_follows_from_a_text_follows_once_also_where_others_stand_before_it()
    {
        const string once = """
            policy desk
            system d { owner "o" }
            control few { at output  when count of output per session >= 2 then block }
            """;
        var chat = new Guarded(once, new ScriptedClient(Messages("One.", "Two."), ScriptedClient.Says("Three.")), Guarded.In("s"));
        Assert.False(IsRefused(await chat.AskAsync("Hello.")));
        Assert.True(IsRefused(await chat.AskAsync("Hello.")));
    }

    [Theory]
    [InlineData(Buffered)]
    [InlineData(Whole)]
    public void However_an_answer_is_split_cut_and_given_up_nothing_of_a_match_goes_on(string source)
    {
        string[] pieces = ["legally binding ", "card 4111 1111 1111 1111. ", "legally ", "😀 ", "perhaps\n", s_long, s_long];
        var chat = new Guarded(source, ScriptedClient.Saying("?"), Guarded.In("s"));
        var cases = from text in Gen.Elements(pieces).NonEmptyListOf().Resize(6).Select(string.Concat)
                    from places in Gen.Choose(0, text.Length).ListOf().Resize(4)
                    from inRounds in Gen.Elements(true, false)
                    from cuts in Gen.Choose(1, 9).NonEmptyListOf().Resize(8)
                    from takes in Gen.Choose(0, 200)
                    select (Texts: Split(text, places), InRounds: inRounds, Cuts: cuts.ToArray(), Takes: takes);
        Prop.ForAll(
            cases.ToArbitrary(),
            sample => Check(chat, sample.Texts, sample.InRounds, sample.Cuts, sample.Takes).GetAwaiter().GetResult())
            .Check(Laws.Config.WithMaxTest(s_cuts));
    }

    private static string[] Split(string text, IEnumerable<int> places)
    {
        int[] borders = [0, .. places.Order(), text.Length];
        return [.. borders.Zip(borders.Skip(1), (start, end) => text[start..end]).Where(part => part.Length > 0)];
    }

    private static async Task Check(Guarded chat, string[] texts, bool inRounds, int[] cuts, int takes)
    {
        var answers = inRounds
            ? [.. texts.Select((text, number) => number == texts.Length - 1
                ? ScriptedClient.Says(text)
                : ScriptedClient.Says(new TextContent(text), new FunctionCallContent($"c{number}", "look_up")))]
            : new[] { Messages([.. texts.Select(text => new TextContent(text))]) };
        var shown = "";
        await foreach (var update in chat
            .With(new ScriptedClient(answers) { Cuts = cuts })
            .GetStreamingResponseAsync("Hello.", Tools()))
        {
            shown += update.Text;
            if (takes-- == 0)
                break;
        }
        Assert.DoesNotMatch(Hidden(), shown);
    }

    // A card in its usual groups, and a phrase: whole, however they came.
    [GeneratedRegex(@"card 4111 1111 1111 1111\.|(?<!\w)legally\s+binding(?!\w)")]
    private static partial Regex Hidden();

    private static ChatResponse Messages(params string[] texts) => Messages([.. texts.Select(text => new TextContent(text))]);

    private static ChatResponse Messages(params AIContent[] contents) =>
        new([.. contents.Select((content, number) => new ChatMessage(ChatRole.Assistant, [content]) { MessageId = $"m{number}" })])
        {
            FinishReason = ChatFinishReason.Stop,
        };

    private static Guarded Chat(string source, params ChatResponse[] answers) => new(source, new ScriptedClient(answers), Guarded.In("s"));

    private static ChatOptions Tools() => new() { Tools = [AIFunctionFactory.Create(() => "fine", "look_up")] };

    private static bool IsRefused(ChatResponse response) => response.FinishReason == ChatFinishReason.ContentFilter;

    private static async Task<ChatResponse> StreamAsync(string source, ScriptedClient model) =>
        await new Guarded(source, model, Guarded.In("s")).Client.GetStreamingResponseAsync("Hello.", Tools()).ToChatResponseAsync();
}
