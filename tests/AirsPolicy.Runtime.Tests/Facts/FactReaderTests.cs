using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Tests.Facts;

public class FactReaderTests
{
    private readonly FactFrame _frame = new();

    private Failure? Read(string json, CompiledLayout? layout = null) =>
        new FactReader().Read(layout ?? SampleLayouts.EveryCompiled, Encoding.UTF8.GetBytes(json), _frame);

    private static int Slot(params string[] path) => SlotLayout.Find(SampleLayouts.Every.Facts, path)!.Value.Offset;

    private string Text(int slot) => _frame.Chars(_frame.Long(slot)).ToString();

    [Fact]
    public void Every_shape_is_read_into_its_slot()
    {
        var failure = Read("""
            { "flag": true, "count": 1e2, "ratio": -12.50, "risk": 0.85, "cost": {"currency": "GBP", "amount": "200.10"}, "wait": "1h30m",
              "now": "2027-03-31T09:30:00.5+01:00", "today": "2027-03-31", "size": "64KiB", "text": "caf\u00e9 \ud83d\ude00 \"x\"\n", "short": "😀😀😀😀😀",
              "code": "abc", "tier": "medium", "names": ["a", "b"], "grid": [[1], [], [2, 3]], "raw": {"a": [1, "x"]}, "level": 3.0,
              "order-1": { "extra": [{}], "id": "o1", "lines": [{"sku": "s", "price": 1, "tags": ["t", "u"]}, {"sku": "s2", "price": 2.5}] } }
            """);
        Assert.Null(failure);
        Assert.True(_frame.Has(0));
        Assert.True(_frame.Bool(Slot("flag")));
        Assert.Equal(100, _frame.Long(Slot("count")));
        Assert.Equal(-12.5m, _frame.Decimal(Slot("ratio")));
        Assert.Equal(850_000, _frame.Long(Slot("risk")));
        Assert.Equal(200.10m, _frame.Decimal(Slot("cost")));
        Assert.Equal(TimeSpan.FromMinutes(90).Ticks, _frame.Long(Slot("wait")));
        Assert.Equal(new DateTime(2027, 3, 31, 8, 30, 0, 500).Ticks, _frame.Long(Slot("now")));
        Assert.Equal(new DateOnly(2027, 3, 31).DayNumber, _frame.Long(Slot("today")));
        Assert.Equal(65536, _frame.Long(Slot("size")));
        Assert.Equal("café 😀 \"x\"\n", Text(Slot("text")));
        Assert.Equal(1, _frame.Long(Slot("tier")));
        Assert.Equal("{\"a\": [1, \"x\"]}", Text(Slot("raw")));
        var names = _frame.Long(Slot("names"));
        Assert.Equal(2, Handle.Length(names));
        Assert.Equal("b", Text(Handle.Start(names) + 1));
        var grid = _frame.Long(Slot("grid"));
        Assert.Equal(3, Handle.Length(grid));
        Assert.Equal(3, _frame.Long(Handle.Start(_frame.Long(Handle.Start(grid) + 2)) + 1));
        var lines = _frame.Long(Slot("order", "lines"));
        var width = SlotLayout.Width(SampleLayouts.Line);
        Assert.Equal(2.5m, _frame.Decimal(Handle.Start(lines) + width + 2));
        Assert.Equal("u", Text(Handle.Start(_frame.Long(Handle.Start(lines) + 3)) + 1));
        Assert.False(_frame.Has(Handle.Start(lines) + width + 3));
        Assert.False(_frame.Has(Slot("own_record")));
        Assert.False(_frame.Has(Slot("own_record", "x")));
    }

    [Theory]
    [InlineData("""{"text": null, "own": null}""")]
    [InlineData("{}")]
    [InlineData(" \t\r\n{ } \n")]
    public void Null_and_nothing_are_absence(string json)
    {
        Assert.Null(Read(json));
        Assert.False(_frame.Has(Slot("text")));
        Assert.False(_frame.Has(Slot("own_record")));
    }

    [Theory]
    [InlineData("""{"args": {"order-id": "o1", "amount": 5}, "tool": "refund"}""")]
    [InlineData("""{"tool": "refund", "args": {"amount": 5, "order-id": "o1"}}""")]
    [InlineData("""{"args": {"amount": 5, "order-\u0069d": "o1"}, "first_use": true, "too\u006c": "re\u0066und"}""")]
    public void The_tool_may_stand_before_and_behind_its_arguments(string json)
    {
        Assert.Null(Read(json, SampleLayouts.ToolCompiled));
        var region = SampleLayouts.Tool.ToolRegion;
        Assert.Equal(0, _frame.Long(2));
        Assert.True(_frame.Has(region));
        Assert.True(_frame.Has(region + 1));
        Assert.Equal("o1", Text(region + 2));
        Assert.Equal(5m, _frame.Decimal(region + 3));
        Assert.False(_frame.Has(region + 4));
    }

    [Theory]
    [InlineData("""{"tool": "rm-rf"}""", FailureKind.Unknown, "'/tool'")]
    [InlineData("""{"args": {}, "tool": "rm-rf"}""", FailureKind.Unknown, "'/tool'")]
    [InlineData("""{"args": {}}""", FailureKind.MissingFact, "'/tool'")]
    [InlineData("{}", FailureKind.MissingFact, "'/tool'")]
    [InlineData("""{"tool": null}""", FailureKind.MissingFact, "'/tool'")]
    [InlineData("""{"tool": "refund", "result": 1}""", FailureKind.MisfitFact, "'/result'")]
    [InlineData("""{"tool": "refund", "args": {"user": 1}}""", FailureKind.MisfitFact, "'/args/user'")]
    [InlineData("""{"args": {}, "args": {}, "tool": "refund"}""", FailureKind.MisfitFact, "'/args'")]
    [InlineData("""{"tool": "refund", "tool": "refund"}""", FailureKind.MisfitFact, "'/tool'")]
    [InlineData("""{"args": {}, "tool": "refund", "tool": "web-search"}""", FailureKind.MisfitFact, "'/tool'")]
    public void A_tool_that_is_not_declared_or_not_named_fails(string json, FailureKind kind, string part)
    {
        var failure = Read(json, SampleLayouts.ToolCompiled);
        Assert.Equal(kind, failure?.Kind);
        Assert.Contains(part, failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"flag": 1}""", "'/flag' is a number, where true or false fits.")]
    [InlineData("""{"flag": "true"}""", "'/flag' is a text, where true or false fits.")]
    [InlineData("""{"count": 1.5}""", "'/count' is a number that does not fit")]
    [InlineData("""{"count": -6}""", "from -5 to 1000000000000 fits")]
    [InlineData("""{"count": 99999999999999999999}""", "'/count'")]
    [InlineData("""{"count": "1"}""", "'/count' is a text")]
    [InlineData("""{"count": 1e400}""", "'/count' is a number out of range")]
    [InlineData("""{"raw": [1, {"a": 1e400}]}""", "'/raw/1/a' is a number out of range")]
    [InlineData("""{"order-1": {"extra": 1e400}}""", "'/order-1/extra' is a number out of range")]
    [InlineData("""{"ratio": 1e400}""", "'/ratio' is a number out of range")]
    [InlineData("""{"ratio": 0.12345678901234567890123456789}""", "more than 28 significant digits")]
    [InlineData("""{"ratio": 1000.01}""", "of at least -1000 and of at most 1000")]
    [InlineData("""{"risk": 1.000001}""", "'/risk'")]
    [InlineData("""{"risk": 0.1234567}""", "'/risk'")]
    [InlineData("""{"risk": "85%"}""", "'/risk'")]
    [InlineData("""{"cost": {"amount": 1, "currency": "USD"}}""", "'/cost/currency' is another currency, where an amount in GBP")]
    [InlineData("""{"cost": {"amount": 1}}""", "'/cost' lacks")]
    [InlineData("""{"cost": {"amount": 1, "amount": 1, "currency": "GBP"}}""", "'/cost/amount' stands twice")]
    [InlineData("""{"cost": {"amount": 1, "unit": "GBP"}}""", "'/cost/unit'")]
    [InlineData("""{"cost": "1 GBP"}""", "'/cost' is another text")]
    [InlineData("""{"cost": "1e400"}""", "'/cost'")]
    [InlineData("""{"wait": "30m1h"}""", "'/wait'")]
    [InlineData("""{"wait": -1}""", "'/wait'")]
    [InlineData("""{"wait": 0.00000001}""", "'/wait'")]
    [InlineData("""{"now": "2027-03-31T09:30:00"}""", "with its offset")]
    [InlineData("""{"now": 17}""", "'/now'")]
    [InlineData("""{"today": "2027-02-29"}""", "'/today'")]
    [InlineData("""{"size": -1}""", "'/size'")]
    [InlineData("""{"short": ""}""", "'/short'")]
    [InlineData("""{"short": "abcdef"}""", "from 1 to 5 characters")]
    [InlineData("""{"code": "Abc"}""", "that matches '^[a-z]+\\d?$'")]
    [InlineData("""{"code": "abc٣"}""", "that matches '^[a-z]+\\d?$'")]
    [InlineData("""{"tier": "LOW"}""", "one of 'low', 'medium', 'high' fits")]
    [InlineData("""{"names": [null]}""", "'/names/0' is null")]
    [InlineData("""{"names": ["a", 1]}""", "'/names/1' is a number")]
    [InlineData("""{"grid": [[1], [1, "x"]]}""", "'/grid/1/1' is a text")]
    [InlineData("""{"level": 2}""", "one of 1, 3")]
    [InlineData("""{"own": {"x": 1, "z": 1}}""", "'/own/z' is not known here, where 'x', 'y' fit.")]
    [InlineData("""{"nmae": 1}""", "'/nmae' is not known here")]
    [InlineData("""{"flag": true, "flag": true}""", "'/flag' stands twice")]
    [InlineData("""{"flag": null, "fl\u0061g": true}""", "'/flag' stands twice")]
    [InlineData("""{"order-1": {"e": 1, "\u0065": 1}}""", "'/order-1/e' stands twice")]
    [InlineData("""{"raw": {"a": 1, "b": {"a": 1}, "a": 1}}""", "'/raw/a' stands twice")]
    [InlineData("""{"text": "\ud83d"}""", "half of a surrogate pair")]
    [InlineData("""{"text": "\ud83dx"}""", "half of a surrogate pair")]
    [InlineData("""{"text": "\ude00\ud83d"}""", "half of a surrogate pair")]
    [InlineData("""{"text": "\ud83d\u0041"}""", "half of a surrogate pair")]
    [InlineData("""{"raw": {"\ud83d": 1}}""", "half of a surrogate pair")]
    [InlineData("[]", "The root of the facts is a list, where a record fits.")]
    [InlineData("null", "The root of the facts is null")]
    public void What_does_not_fit_is_named_with_what_would(string json, string part)
    {
        var failure = Read(json);
        Assert.Equal(FailureKind.MisfitFact, failure?.Kind);
        Assert.Contains(part, failure!.Detail, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "byte 0")]
    [InlineData("   ", "byte 3")]
    [InlineData("\uFEFF{}", "byte order mark")]
    [InlineData("{} x", "byte 3: the end")]
    [InlineData("{}{}", "the end")]
    [InlineData("{\"flag\": true,}", "of a name")]
    [InlineData("{\"flag\" true}", "':'")]
    [InlineData("{\"flag\": tru}", "'true', 'false' or 'null'")]
    [InlineData("{\"count\": 01}", "digit")]
    [InlineData("{\"count\": -}", "digit")]
    [InlineData("{\"count\": 1.}", "digit")]
    [InlineData("{\"count\": .5}", "in '/count'")]
    [InlineData("{\"count\": +1}", "in '/count'")]
    [InlineData("{\"count\": 1e}", "digit")]
    [InlineData("{\"count\": NaN}", "in '/count'")]
    [InlineData("{\"text\": \"a\nb\"}", "control character")]
    [InlineData("{\"text\": \"a\\x\"}", "escapes")]
    [InlineData("{\"text\": \"a\\u12g4\"}", "hexadecimal")]
    [InlineData("{\"text\": \"abc", "closing")]
    [InlineData("{\"text\": 'a'}", "in '/text'")]
    [InlineData("{flag: true}", "of a name")]
    [InlineData("{\"names\": [\"a\",]}", "in '/names")]
    [InlineData("{\"names\": [\"a\" \"b\"]}", "','")]
    [InlineData("{\"raw\": {\"a\": [1 2]}}", "in '/raw/a'")]
    [InlineData("{\"flag\": true /* no */}", "',' or '}'")]
    [InlineData("{", "of a name")]
    [InlineData("\0", "byte 0")]
    public void What_is_not_JSON_is_unreadable_and_says_where(string json, string part)
    {
        var failure = Read(json);
        Assert.Equal(FailureKind.UnreadableFacts, failure?.Kind);
        Assert.Contains(part, failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })] // half of a pair as UTF-8
    [InlineData(new byte[] { 0xC0, 0xAF })] // overlong
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xE2, 0x82 })] // cut short
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })] // beyond U+10FFFF
    public void Malformed_UTF8_is_unreadable_in_texts_and_in_names(byte[] bytes)
    {
        foreach (
            var (before, after) in new[]
            {
                ("{\"text\":\"", "\"}"),
                ("{\"raw\":{\"", "\":1}}"),
                ("{\"raw\":[\"aaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaa\"]}"),
            }
        )
        {
            byte[] json = [.. Encoding.ASCII.GetBytes(before), .. bytes, .. Encoding.ASCII.GetBytes(after)];
            Assert.Equal(FailureKind.UnreadableFacts, new FactReader().Read(SampleLayouts.EveryCompiled, json, _frame)?.Kind);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("\\u0041")]
    public void A_text_over_its_limit_is_not_read(string unit)
    {
        var repeated = string.Concat(Enumerable.Repeat(unit, 10_000_000 / Encoding.UTF8.GetByteCount(unit)));
        var failure = Read($$"""{"text": "{{repeated}}"}""");
        Assert.Equal(FailureKind.OverLimit, failure?.Kind);
        Assert.Contains("'/text'", failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("éééééééééééééééé", true)]
    [InlineData("ééééééééééééééééa", false)]
    [InlineData("\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9", true)]
    [InlineData("\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00a", false)]
    public void The_limit_of_a_text_counts_the_UTF8_bytes_that_it_stands_for(string text, bool fits)
    {
        var failure = new FactReader(new FactLimits(MaxTextBytes: 32)).Read(
            SampleLayouts.EveryCompiled,
            Encoding.UTF8.GetBytes($$"""{"text": "{{text}}"}"""),
            _frame);
        Assert.Equal(fits ? null : FailureKind.OverLimit, failure?.Kind);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(1_000_000, false)]
    public void Depth_is_bounded(int lists, bool fits)
    {
        var failure = Read("{\"raw\":" + new string('[', lists) + new string(']', lists) + "}");
        Assert.Equal(fits ? null : FailureKind.OverLimit, failure?.Kind);
    }

    [Fact]
    public void A_list_over_its_cap_does_not_fit()
    {
        Assert.Equal(FailureKind.OverLimit, Read("""{"names": ["a", "b", "c", "d", "e"]}""")?.Kind);
        Assert.Equal(FailureKind.OverLimit, Read("{\"grid\": [" + string.Join(',', Enumerable.Repeat("[]", 1001)) + "]}")?.Kind);
        Assert.Null(Read("{\"grid\": [" + string.Join(',', Enumerable.Repeat("[]", 1000)) + "]}"));
    }

    [Fact]
    public void Facts_over_the_limit_of_the_whole_are_not_read() =>
        Assert.Equal(
            FailureKind.OverLimit,
            new FactReader(new FactLimits(MaxFactsBytes: 10)).Read(SampleLayouts.EveryCompiled, "{\"flag\":true}"u8, _frame)?.Kind);

    [Fact]
    public void Texts_of_every_length_and_alignment_are_read_as_written()
    {
        for (var length = 0; length < 70; length++)
        {
            foreach (var middle in new[] { "", "é", "\\n", "\\ud83d\\ude00", "😀", "\\\"" })
            {
                var text = new string('x', length) + middle + new string('y', 70 - length);
                Assert.Null(Read($$"""{"text":"{{text}}","flag":true}"""));
                Assert.Equal(System.Text.Json.JsonDocument.Parse($"\"{text}\"").RootElement.GetString(), Text(Slot("text")));
                Assert.True(_frame.Bool(Slot("flag")));
            }
        }
    }

    [Fact]
    public void A_listed_member_that_stands_twice_is_found_wherever_it_stands()
    {
        var members = Enumerable.Range(0, 130).Select(i => $"m{i}").ToList();
        var layout = CompiledLayout.Of(
            new PointLayout("wide", new RecordShape([.. members.Select(name => new ShapeMember(name, name, BoolShape.Instance))]), [], []));
        var all = string.Join(',', members.Select(name => $"\"{name}\":true"));
        Assert.Null(Read("{" + all + "}", layout));

        foreach (var name in members)
            Assert.Contains($"'/{name}' stands twice", Read("{" + all + $",\"{name}\":true}}", layout)!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unlisted_member_that_stands_twice_is_found_wherever_it_stands()
    {
        var members = Enumerable.Range(0, 130).Select(i => $"n{i}").ToList();
        var all = string.Join(',', members.Select(name => $"\"{name}\":0"));

        foreach (var name in members)
            Assert.Contains(
                $"'/raw/{name}' stands twice",
                Read("{\"raw\":{" + all + $",\"{name}\":0}}}}")!.Detail,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Many_unlisted_names_are_told_apart_in_linear_time()
    {
        var names = string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"n{i}\":0"));
        Assert.Null(Read("{\"raw\":{" + names + "}}"));
        Assert.Contains("'/raw/n7' stands twice", Read("{\"raw\":{" + names + ",\"n7\":1}}")!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_warm_up_reading_allocates_nothing()
    {
        var reader = new FactReader();
        var json = Encoding.UTF8.GetBytes("""
            { "flag": true, "count": 12, "ratio": -12.50, "cost": {"currency": "GBP", "amount": "200.10"}, "wait": "1h30m", "text": "caf\u00e9 é", "names": ["a", "b"],
              "grid": [[1], [], [2, 3]], "raw": {"a": [1, "x"]}, "level": 3, "order-1": { "extra": [{}], "id": "o1", "lines": [{"sku": "s", "price": 1, "tags": ["t", "u"]}] } }
            """);
        Assert.Null(reader.Read(SampleLayouts.EveryCompiled, json, _frame));
        Assert.Equal(0, Allocated.Least(() => reader.Read(SampleLayouts.EveryCompiled, json, _frame)));
    }

    [Fact]
    public void A_point_with_tools_needs_a_fact_that_names_them() =>
        Assert.Throws<ArgumentException>(() => CompiledLayout.Of(SampleLayouts.Tool with { Facts = SampleLayouts.Every.Facts }));
}
