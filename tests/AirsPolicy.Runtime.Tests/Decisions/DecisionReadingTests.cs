using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Runtime.Tests.Decisions;

/// <summary>One decision that has everything is read back, and each part that does not fit is named.</summary>
public sealed class DecisionReadingTests
{
    private static readonly RuleOrigin s_origin = new("shop.c", "Title", "high", "LLM01,GR-IN-01", 2, "shop.airs", 4, 7);

    private static readonly Decision s_full = EffectJoin.Decide(
        "tool_call",
        [
            new MatchedRule(
                s_origin,
                [
                    new FlagEffect("odd"),
                    new BlockEffect("No."),
                    new HaltEffect(HaltScope.Run, 9_000_000_000, "Stop."),
                    new HoldEffect("sales", null, OtherwiseHalt: true),
                    new CutEffect(9, CutUnit.Characters),
                    new CutEffect(12, CutUnit.Bytes),
                    new DropEffect("/list", [1, 3]),
                    new RedactEffect("/text", [new RedactedSpan(1, 3)], RedactionMethod.Hash, "card"),
                    new EventEffect(EventAction.Degrade, "layer"),
                    new RequireEffect("tell"),
                ]
            ),
            new MatchedRule(
                s_origin with
                {
                    Line = 5,
                },
                [new HaltedEffect(HaltScope.Agent, 639_000_000_000_000_000, 639_000_036_000_000_000, "Halted.")]),
            new MatchedRule(s_origin with { Line = 6 }, [new BlockEffect(null)], Refusal: new Refusal(RefusalKind.TooDeep, "Four deep.")),
            new MatchedRule(
                s_origin with
                {
                    Line = 7,
                },
                [new HaltedEffect(HaltScope.User, 639_000_000_000_000_000, null, null)],
                new Failure(FailureKind.Provider, "late")),
            new MatchedRule(
                s_origin with
                {
                    Line = 8,
                },
                [new ReplaceEffect("x"), new AppendEffect("y"), new LabelEffect("z")],
                Detect: true),
        ],
        new Failure(FailureKind.OverLimit, "long"),
        "digest") with
    {
        Stops = [new ToolStop("pay", StopAction.Undo, "refund"), new ToolStop("mail", StopAction.Leave, null)],
        Retracted = true,
    };

    [Fact]
    public void A_decision_with_everything_is_read_back_as_it_was_written()
    {
        Assert.Equal(s_full, Read(DecisionJson.ToText(s_full)));
        Assert.Equal(s_full, Read(DecisionJson.ToText(s_full, indented: true)));
        Assert.NotEqual(DecisionJson.ToText(s_full), DecisionJson.ToText(s_full, indented: true));
        Assert.DoesNotContain("\r", DecisionJson.ToText(s_full, indented: true), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_part_of_a_decision_is_not_written()
    {
        var json = JsonNode.Parse(DecisionJson.ToText(EffectJoin.Decide("input", [])))!.AsObject();
        Assert.Equal(
            ["point", "outcome", "fired", "would", "content", "holds", "halts", "stops", "events", "duties"],
            json.Select(member => member.Key));
        Assert.Equal(["redactions", "drops", "appended", "labels"], json["content"]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void Quotes_and_letters_of_any_script_stay_as_they_are() =>
        Assert.Contains(
            "\"message\":\"Größe <é> 'x'\"",
            DecisionJson.ToText(EffectJoin.Decide("input", [new MatchedRule(s_origin, [new BlockEffect("Größe <é> 'x'")])])),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("point", "1", "'point' is a text.")]
    [InlineData("outcome", "\"Block\"", "'Block' is not one of 'allow', 'flag', 'amend', 'hold', 'block', 'halt'.")]
    [InlineData("message", "null", "'message' is a text.")]
    [InlineData("fired", "{}", "'fired' is a list.")]
    [InlineData("fired", "[1]", "A record that may have 'control' fits here.")]
    [InlineData("fired.0.rule", "2147483648", "'rule' is an int of 32 bits.")]
    [InlineData("fired.0.rule", "-2147483649", "'rule' is an int of 32 bits.")]
    [InlineData("fired.0.rule", "1.5", "'rule' is an int.")]
    [InlineData("fired.0.rule", "\"1\"", "'rule' is an int.")]
    [InlineData("fired.0.effects.0.effect", "\"pass\"", "'pass' is no effect.")]
    [InlineData("fired.2.refusal.kind", "\"none\"", "'none' is not one of")]
    [InlineData("fired.3.failure", "1", "A record that may have 'kind' fits here.")]
    [InlineData("fired.1.effects.0.since", "\"today\"", "'since' is an instant such as '2026-01-01T12:00:00Z'.")]
    [InlineData("fired.1.effects.0.until", "\"soon\"", "'until' is an instant such as '2026-01-01T12:00:00Z'.")]
    [InlineData("content", "[]", "A record that may have 'replacement' fits here.")]
    [InlineData("content.cut_to_characters", "null", "'cut_to_characters' is an int.")]
    [InlineData("content.drops.0.items", "[1.5]", "An item is an int.")]
    [InlineData("holds.0.otherwise", "\"allow\"", "'allow' is not one of 'block', 'halt'.")]
    [InlineData("halts.0.for", "\"long\"", "'for' is a duration such as '15m'.")]
    [InlineData("duties", "[1]", "A text fits here.")]
    [InlineData("retracted", "1", "'retracted' is true or false.")]
    [InlineData("bundle", "1", "'bundle' is a text.")]
    public void A_part_that_does_not_fit_is_named(string path, string json, string says)
    {
        var decision = JsonNode.Parse(DecisionJson.ToText(s_full))!;
        var steps = path.Split('.');
        var at = steps[..^1]
            .Aggregate(
                decision,
                (node, step) =>
                    (node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step])!);
        at[steps[^1]] = JsonNode.Parse(json);
        Assert.StartsWith(says, Assert.Throws<JsonException>(() => Read(decision.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Numbers_at_the_ends_of_32_bits_are_read(int rule)
    {
        var decision = EffectJoin.Decide("input", [new MatchedRule(s_origin with { Ordinal = rule }, [])]);
        Assert.Equal(decision, Read(DecisionJson.ToText(decision)));
    }

    [Fact]
    public void Whether_it_was_retracted_is_read_as_it_is_said()
    {
        var decision = JsonNode.Parse(DecisionJson.ToText(s_full))!.AsObject();
        decision["retracted"] = false;
        Assert.False(Read(decision.ToJsonString()).Retracted);
        decision.Remove("retracted");
        Assert.False(Read(decision.ToJsonString()).Retracted);
    }

    private static Decision Read(string json) => DecisionJson.Read(Encoding.UTF8.GetBytes(json));
}
