using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Runtime.Tests.Audits;

public sealed class AuditRecorderTests
{
    private const string Card = "4111 1111 1111 1111";

    private static readonly Decision s_allow = new() { Point = "output", Outcome = Outcome.Allow };

    [Fact]
    public void Texts_numbers_and_names_are_masked_wherever_they_stand()
    {
        var record = Record(
            RecordDepth.Reasoning,
            $$$"""{"args":{"a":["{{{Card}}}",4111111111111111,{"{{{Card}}}":true,"x":null}],"b":-1.50}}"""
        );
        Assert.Equal(
            """{"args":{"a":["*******************","****************",{"*******************":true,"x":null}],"b":-1.50}}""",
            record.Facts);
        Assert.Equal([new MaskedFact("/args/a/0", "pii.card", 1), new MaskedFact("/args/a/1", "pii.card", 1)], record.Masked);
        Assert.Empty(record.LeftOut);
    }

    [Fact]
    public void Members_whose_names_are_masked_alike_stay_apart()
    {
        var record = Record(RecordDepth.Full, """{"args":{"4111111111111111":1,"4012888888881881":2}}""");
        Assert.Equal("""{"args":{"****************":1,"****************#2":2}}""", record.Facts);
    }

    [Theory]
    [InlineData("/output/text", """{"session":{"id":"s"},"output":{"text":"a"},"draw:j":0.5}""",
        "/session/transcript /output/tokens /output/reasoning /input /sources /customer /judge:j")]
    [InlineData("/session/transcript", """{"session":{"id":"s","transcript":"t"},"draw:j":0.5}""",
        "/output /input /sources /customer /judge:j")]
    [InlineData("/output", """{"session":{"id":"s"},"output":{"text":"a","tokens":1,"reasoning":"r"},"draw:j":0.5}""",
        "/session/transcript /input /sources /customer /judge:j")]
    [InlineData("/sources/text", """{"session":{"id":"s"},"draw:j":0.5}""",
        "/session/transcript /output /input /sources /customer /judge:j")]
    public void Single_fields_are_recorded_beside_what_the_depth_says(string field, string recorded, string leftOut)
    {
        var record = Recorder(RecordDepth.Metadata, also: field).Record(s_allow, Encoding.UTF8.GetBytes(Everything));
        Assert.Equal(recorded, record.Facts);
        Assert.Equal(leftOut, string.Join(' ', record.LeftOut.Select(left => left.Path)));
    }

    [Theory]
    [InlineData(
        RecordDepth.Metadata,
        """{"session":{"id":"s"},"draw:j":0.5}""",
        "/session/transcript /output /input /sources /customer /judge:j"
    )]
    [InlineData(
        RecordDepth.Full,
        """{"session":{"id":"s"},"output":{"text":"a","tokens":1},"input":{"text":"q"},"judge:j":{"ok":true},"draw:j":0.5}""",
        "/session/transcript /output/reasoning /sources /customer"
    )]
    [InlineData(
        RecordDepth.Context,
        """{"session":{"id":"s","transcript":"t"},"output":{"text":"a","tokens":1},"input":{"text":"q"},"sources":[{"text":"p"}],"customer":{"id":"c"},"judge:j":{"ok":true},"draw:j":0.5}""",
        "/output/reasoning"
    )]
    [InlineData(RecordDepth.Reasoning, Everything, "")]
    public void As_much_is_recorded_as_the_policy_says_and_of_the_rest_its_digest(RecordDepth depth, string recorded, string leftOut)
    {
        var record = Record(depth, Everything);
        Assert.Equal(recorded, record.Facts);
        Assert.Equal(leftOut, string.Join(' ', record.LeftOut.Select(left => left.Path)));
        Assert.All(record.LeftOut, left => Assert.Equal(LeftOutCause.Depth, left.Cause));
        Assert.Equal(DigestOf(Everything), record.Digest);
    }

    private const string Everything =
        """{"session":{"id":"s","transcript":"t"},"output":{"text":"a","tokens":1,"reasoning":"r"},"input":{"text":"q"},"sources":[{"text":"p"}],"customer":{"id":"c"},"judge:j":{"ok":true},"draw:j":0.5}""";

    [Fact]
    public void The_digest_of_a_text_is_that_of_its_own_bytes() =>
        Assert.Equal(DigestOf("é"), Record(RecordDepth.Full, """{"session":{"transcript":"\u00e9"}}""").LeftOut.Single().Sha256);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\":")]
    [InlineData("""{"args":{"a":"4111 1111 1111 1111","a":1}}""")]
    [InlineData("""{"args":"\ud800"}""")]
    public void Facts_that_cannot_be_read_are_recorded_by_their_digest_alone(string facts)
    {
        var record = Record(RecordDepth.Reasoning, facts);
        Assert.Null(record.Facts);
        Assert.Equal([new LeftOutFact("", LeftOutCause.Unreadable, DigestOf(facts))], record.LeftOut);
    }

    [Fact]
    public void What_lies_too_deep_or_is_too_much_is_not_recorded()
    {
        Assert.Null(Record(RecordDepth.Full, "{\"args\":" + new string('[', 100) + new string(']', 100) + "}").Facts);
        var recorder = Recorder(RecordDepth.Full, new FactLimits(MaxTextBytes: 16, MaxFactsBytes: 64));
        var tooLong = recorder.Record(s_allow, Encoding.UTF8.GetBytes("""{"args":{"a":"seventeen letters","b":"sixteen letters."}}"""));
        Assert.Equal("""{"args":{"a":null,"b":"sixteen letters."}}""", tooLong.Facts);
        Assert.Equal([new LeftOutFact("/args/a", LeftOutCause.OverLimit, DigestOf("seventeen letters"))], tooLong.LeftOut);
        var facts = "{\"args\":\"" + new string('x', 64) + "\"}";
        Assert.Equal(
            [new LeftOutFact("", LeftOutCause.OverLimit, DigestOf(facts))],
            recorder.Record(s_allow, Encoding.UTF8.GetBytes(facts)).LeftOut);
    }

    [Fact]
    public void Pointers_and_failures_of_the_decision_are_masked_and_what_the_policy_says_is_not()
    {
        var path = $"/args/{Card}";
        var failure = new Failure(FailureKind.MisfitFact, $"'{Card}' is no date.");
        var rule = new MatchedRule(
            new RuleOrigin("c", null, null, "", 0, "f", 1, 1),
            [new RedactEffect(path, [new RedactedSpan(0, 1)], RedactionMethod.Mask, "x"), new DropEffect(path, [1]), new FlagEffect(Card)],
            failure);
        var decision = s_allow with
        {
            Message = Card,
            Fired = [rule],
            Detected = [rule with { Detect = true }],
            Failure = failure,
            Content = ContentChange.None with
            {
                Redactions = [new Redaction(path, 0, 1, RedactionMethod.Mask, "x")],
                Drops = [new DropEffect(path, [1])],
            },
        };
        var recorded = DecisionJson.ToText(Recorder(RecordDepth.Full).Record(decision, "{}"u8.ToArray()).Decision);
        Assert.Equal(
            DecisionJson
                .ToText(decision)
                .Replace(path, "/args/*******************", StringComparison.Ordinal)
                .Replace($"'{Card}' is", "'*******************' is", StringComparison.Ordinal),
            recorded);
    }

    [Fact]
    public void Nothing_that_a_mask_finds_is_in_any_record_and_the_same_facts_give_the_same_record()
    {
        var random = new Random(20_260_615);
        for (var round = 0; round < 300; round++)
        {
            var facts = Drawn(random, 4);
            var (first, second) = (Record(RecordDepth.Reasoning, facts), Record(RecordDepth.Reasoning, facts));
            Assert.Equal(first, second);
            Assert.NotNull(first.Facts);
            Assert.All(
                Texts(JsonDocument.Parse(first.Facts!).RootElement),
                text => Assert.Empty(BuiltinDetectors.Matches("pii.card", text)));
            Assert.Equal(facts.Contains("1111", StringComparison.Ordinal), first.Facts!.Contains("****", StringComparison.Ordinal));
        }
    }

    private static string Drawn(Random random, int depth)
    {
        var members = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(i => $"\"{(random.Next(5) == 0 ? $"4111-1111-1111-1111 {i}" : $"m{i}")}\":{Value()}");
        return $"{{{string.Join(',', members)}}}";

        string Value() => random.Next(depth > 0 ? 6 : 4) switch
        {
            0 => "\"Card 4111 1111 1111 1111, please.\"",
            1 => "\"An ordinary text.\"",
            2 => "4111111111111111",
            3 => "17",
            4 => $"[{Drawn(random, depth - 1)},{Drawn(random, depth - 1)}]",
            _ => Drawn(random, depth - 1),
        };
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value).Append(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [value.GetRawText()],
    };

    private static AuditRecord Record(RecordDepth depth, string facts) => Recorder(depth).Record(s_allow, Encoding.UTF8.GetBytes(facts));

    private static AuditRecorder Recorder(RecordDepth depth, FactLimits? limits = null, params ValueList<string> also) =>
        new(
            new AuditRules(depth, ["pii.card"], [], also),
            DetectorSet.Compile([BuiltinDetectors.DefinitionOf("pii.card")!]),
            limits ?? FactLimits.Default);

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
