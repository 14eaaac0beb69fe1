using System.Globalization;
using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Facts;

public class FactWriterTests
{
    private readonly FactFrame _frame = new();
    private readonly FactWriter _writer = new(SampleLayouts.EveryCompiled);

    private static string Everything(FactFrame frame) =>
        Encoding.UTF8.GetString(frame.Canonical.Of(frame, 0, SampleLayouts.EveryCompiled.Root));

    private Failure? Fill(Action<FactWriter> fill)
    {
        _writer.Begin(_frame);
        fill(_writer);
        return _writer.Complete();
    }

    [Fact]
    public void A_frame_filled_from_NET_equals_the_one_read_from_JSON()
    {
        var random =
            from count in Gen.Choose(-5, 1000)
            from cents in Gen.Choose(-10_000, 10_000)
            from millionths in Gen.Choose(0, 1_000_000)
            from seconds in Gen.Choose(0, 100_000)
            from text in Gen.Elements("", "é😀\"\\\n", "plain")
            from tier in Gen.Choose(0, 2)
            from lines in Gen.Choose(0, 3)
            from tags in Gen.Choose(0, 3)
            select (count, cents, millionths, seconds, text, tier, lines, tags);
        var read = new FactFrame();
        Prop.ForAll(random.ToArbitrary(), x =>
        {
            var (tier, quoted) = (new[] { "low", "medium", "high" }[x.tier], System.Text.Json.JsonSerializer.Serialize(x.text));
            var amount = (x.cents / 100m).ToString(CultureInfo.InvariantCulture);
            var share = (x.millionths / 1_000_000m).ToString(CultureInfo.InvariantCulture);
            var tags = string.Join(',', Enumerable.Range(0, x.tags).Select(i => $"\"t{i}\""));
            var lines = string.Join(',', Enumerable.Range(0, x.lines).Select(i => $$"""{"sku":"s{{i}}","price":{{amount}},"tags":[{{tags}}] }"""));
            var json = $$"""
                {"flag":true,"count":{{x.count}},"ratio":{{amount}},"risk":{{share}},"cost":"{{amount}}","wait":{{x.seconds}},"now":"2027-03-31T00:00:00Z","today":"2027-03-31",
                 "size":{{x.seconds}},"text":{{quoted}},"tier":"{{tier}}","raw":{"b":1, "a":{{quoted}} },"level":3,"order-1":{"lines":[{{lines}}] }, "own":{ } }
                """;
            Assert.Null(new FactReader().Read(SampleLayouts.EveryCompiled, Encoding.UTF8.GetBytes(json), read));
            Assert.Null(Fill(w =>
            {
                w.Set(w.Slot("flag"), true);
                w.Set(w.Slot("count"), x.count);
                w.Set(w.Slot("ratio"), x.cents / 100.0);
                w.Set(w.Slot("risk"), x.millionths / 1e6);
                w.Set(w.Slot("cost"), x.cents / 100m, "GBP");
                w.Set(w.Slot("wait"), TimeSpan.FromSeconds(x.seconds));
                w.Set(w.Slot("now"), new DateTimeOffset(2027, 3, 31, 1, 0, 0, TimeSpan.FromHours(1)));
                w.Set(w.Slot("today"), new DateOnly(2027, 3, 31));
                w.Set(w.Slot("size"), (long)x.seconds);
                w.Set(w.Slot("text"), x.text);
                w.Set(w.Slot("tier"), tier);
                w.SetJson(w.Slot("raw"), Encoding.UTF8.GetBytes("{\"a\":" + quoted + ",\"b\":1.0}"));
                w.Set(w.Slot("level"), 3L);
                w.SetRecord(w.Slot("own_record"));
                var list = w.Slot("order.lines");
                var items = w.AddList(list, x.lines);
                for (var i = 0; i < x.lines; i++)
                {
                    w.Set(list.Item("sku").At(items, i), $"s{i}");
                    w.Set(list.Item("price").At(items, i), x.cents / 100m);
                    var tagSlot = list.Item("tags").At(items, i);
                    var tagItems = w.AddList(tagSlot, x.tags);
                    for (var t = 0; t < x.tags; t++)
                        w.Set(tagSlot.Item().At(tagItems, t), $"t{t}");
                }
            }));
            Assert.Equal(Everything(read), Everything(_frame));
        }).Check(Laws.Config);
    }

    public static TheoryData<string, FailureKind, Action<FactWriter>> Misfits => new()
    {
        { "'/count'", FailureKind.MisfitFact, w => w.Set(w.Slot("count"), -6L) },
        { "'/count'", FailureKind.MisfitFact, w => w.Set(w.Slot("count"), 1.5m) },
        { "'/flag'", FailureKind.MisfitFact, w => w.Set(w.Slot("flag"), 1L) },
        { "'/ratio'", FailureKind.MisfitFact, w => w.Set(w.Slot("ratio"), double.NaN) },
        { "'/ratio'", FailureKind.MisfitFact, w => w.Set(w.Slot("ratio"), 1e300) },
        { "'/ratio'", FailureKind.MisfitFact, w => w.Set(w.Slot("ratio"), 1000.5) },
        { "'/risk'", FailureKind.MisfitFact, w => w.Set(w.Slot("risk"), 1.1) },
        { "'/risk'", FailureKind.MisfitFact, w => w.Set(w.Slot("risk"), 1.0 / 3) },
        { "'/cost'", FailureKind.MisfitFact, w => w.Set(w.Slot("cost"), 1m, "USD") },
        { "'/wait'", FailureKind.MisfitFact, w => w.Set(w.Slot("wait"), TimeSpan.FromSeconds(-1)) },
        { "'/text'", FailureKind.MisfitFact, w => w.Set(w.Slot("text"), "a\ud83d") },
        { "'/text'", FailureKind.OverLimit, w => w.Set(w.Slot("text"), new string('x', 2_000_000)) },
        { "'/short'", FailureKind.MisfitFact, w => w.Set(w.Slot("short"), "abcdef") },
        { "'/code'", FailureKind.MisfitFact, w => w.Set(w.Slot("code"), "A") },
        { "'/tier'", FailureKind.MisfitFact, w => w.Set(w.Slot("tier"), "LOW") },
        { "'/level'", FailureKind.MisfitFact, w => w.Set(w.Slot("level"), 2L) },
        { "'/raw'", FailureKind.UnreadableFacts, w => w.SetJson(w.Slot("raw"), "{"u8) },
        { "'/raw'", FailureKind.MisfitFact, w => w.SetJson(w.Slot("raw"), "{\"a\":1,\"a\":1}"u8) },
        { "'/names'", FailureKind.OverLimit, w => w.AddList(w.Slot("names"), 5) },
        { "'/names'", FailureKind.MissingFact, w => w.AddList(w.Slot("names"), 2) },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_does_not_fit_is_the_failure_of_the_whole(string part, FailureKind kind, Action<FactWriter> fill)
    {
        var failure = Fill(w =>
        {
            fill(w);
            w.Set(w.Slot("flag"), true);
        });
        Assert.Equal(kind, failure?.Kind);
        Assert.Contains(part, failure!.Detail, StringComparison.Ordinal);
        Assert.Null(Fill(w => w.Set(w.Slot("flag"), true)));
    }

    [Fact]
    public void Facts_of_a_tool_need_the_tool_first()
    {
        var writer = new FactWriter(SampleLayouts.ToolCompiled);
        var (tool, amount, query) = (writer.Slot("tool"), writer.Slot("refund", "args.amount"), writer.Slot("web_search", "args.query"));
        Failure? Fill(Action fill)
        {
            writer.Begin(_frame);
            fill();
            return writer.Complete();
        }

        Assert.Equal(FailureKind.MissingFact, Fill(() => { })?.Kind);
        Assert.Equal(FailureKind.Unknown, Fill(() => writer.Set(tool, "rm-rf"))?.Kind);
        Assert.Equal(FailureKind.MisfitFact, Fill(() => writer.Set(amount, 5m))?.Kind);
        Assert.Equal(FailureKind.MisfitFact, Fill(() => { writer.Set(tool, "refund"); writer.Set(query, "x"); })?.Kind);
        Assert.Null(Fill(() => { writer.Set(tool, "refund"); writer.Set(amount, 5m); }));
        Assert.True(_frame.Has(SampleLayouts.Tool.ToolRegion) && _frame.Has(SampleLayouts.Tool.ToolRegion + 1));
        Assert.Equal(5m, _frame.Decimal(SampleLayouts.Tool.ToolRegion + 3));
    }

    [Theory]
    [InlineData("nmae")]
    [InlineData("order.id.x")]
    [InlineData("order-1")]
    public void A_name_that_the_point_does_not_have_is_the_programmers_mistake(string path) =>
        Assert.Throws<ArgumentException>(() => _writer.Slot(path));

    [Fact]
    public void After_a_warm_up_filling_allocates_nothing()
    {
        var (flag, ratio, text, names) = (_writer.Slot("flag"), _writer.Slot("ratio"), _writer.Slot("text"), _writer.Slot("names"));
        var name = names.Item();
        Assert.Equal(0, Allocated.Least(() =>
        {
            _writer.Begin(_frame);
            _writer.Set(flag, true);
            _writer.Set(ratio, 0.1);
            _writer.Set(text, "plain");
            _writer.Set(name.At(_writer.AddList(names, 1), 0), "a");
            _writer.Complete();
        }));
    }
}
