using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.Programs.Tables.Json;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Runtime.Tests.Programs;

public sealed class TablesJsonTests
{
    private static readonly Shape[] s_shapes =
    [
        BoolShape.Instance,
        IntShape.Instance,
        new IntShape(-3, long.MaxValue - 1),
        DecimalShape.Instance,
        new DecimalShape(0.10m, 79228162514264337593543950335m, true, true),
        ShareShape.Instance,
        new MoneyShape("GBP"),
        DurationShape.Instance,
        InstantShape.Instance,
        DateShape.Instance,
        SizeShape.Instance,
        TextShape.Instance,
        new TextShape(1, 5, "^\\p{L}+\"$"),
        new EnumShape(["low", "hoch ü", ""], true, "level"),
        new EnumShape([], false),
        new ListShape(new ListShape(TextShape.Instance, 1, 2)),
        new RecordShape([]),
        AnyShape.Instance,
        new RecordShape(
            [new ShapeMember("id", "the-id", TextShape.Instance), new ShapeMember("note", "note", AnyShape.Instance, Optional: true)],
            Open: true),
        new RestrictedShape(IntShape.Instance, ["1", "3"]),
        new RecordShape([], Strict: true)
        {
            Constraint = new SchemaConstraint(
                "{ \"minProperties\": 1 }",
                [new SchemaText("https://example.org/a", "true")],
                Carried: true,
                AssertFormats: true),
        },
    ];

    private static readonly Effect[] s_effects =
    [
        new FlagEffect(null),
        new FlagEffect("why"),
        new BlockEffect(null),
        new BlockEffect(""),
        new HaltEffect(HaltScope.Agent, null, null),
        new HaltEffect(HaltScope.System, long.MaxValue, "stop"),
        new HaltedEffect(HaltScope.Run, 1, null, null),
        new HaltedEffect(HaltScope.User, 0, DateTime.MaxValue.Ticks, "stop"),
        new HoldEffect("people", null, false),
        new HoldEffect("people", 1, true),
        new AppendEffect("a\nb"),
        new ReplaceEffect("\u2028"),
        new CutEffect(long.MaxValue, CutUnit.Bytes),
        new DropEffect("/items", []),
        new RedactEffect("/input/text", [], RedactionMethod.Hash, "pii.card"),
        new EventEffect(EventAction.Queue, "people"),
        new LabelEffect("secret"),
        new RequireEffect("two \"people\""),
    ];

    private static readonly ProgramTables s_every = new(
        [
            new PointTable(
                new PointLayout(
                    "output",
                    new RecordShape([.. s_shapes.Select((shape, i) => new ShapeMember($"f{i}", $"f{i}", shape))]),
                    ["f11"],
                    []),
                -1,
                -1,
                new PlacementTable(0, [0], [0]),
                []),
            new PointTable(
                new PointLayout(
                    "tool_call",
                    new RecordShape([
                        new ShapeMember("tool", "tool", new EnumShape(["web-search"], false, "tool")),
                        new ShapeMember("today", "today", DateShape.Instance),
                    ]),
                    [],
                    [new ToolLayout("web_search", "web-search", new RecordShape([]))]),
                1,
                2,
                new PlacementTable(1, [], [], AsksPast: true),
                [new PlacementTable(2, [], [1])]),
        ],
        [
            new ControlTable(new RuleOrigin("t.a", null, null, "", -1, "t.airs", 1, 2), [new BlockEffect(null)], false, null),
            new ControlTable(new RuleOrigin("t.b", "Title", "high", "A,B", -1, "t/ü.airs", 1, 2), [], true, 739_000),
        ],
        [
            new RuleTable(
                0,
                1,
                "t.airs",
                3,
                4,
                [.. s_effects.SelectMany(effect => new[] { new RuleEffect(effect, false), new RuleEffect(effect, true) })],
                [0, 1]),
            new RuleTable(1, 0, "t.airs", 5, 6, [], [2]),
        ],
        [
            new RequiredFact("f0", [0, 1]),
            new RequiredFact("f1", [], Json: true),
            new RequiredFact("args", [3], OnError: [new BlockEffect(null), new HaltEffect(HaltScope.Session, null, "stop")]),
        ],
        [
            new EnumIndexTable([-1, 0, 2]),
            new TextIndexTable([new TextIndexEntry("", 0), new TextIndexEntry("ü\0", 1)]),
            new TextIndexTable([]),
        ],
        3,
        3,
        [
            new DetectorDefinition(
                "t.d",
                ["plain"],
                [new DetectorItem(DetectorItemKind.Pattern, "a|b", true, 1)],
                [new DetectorItem(DetectorItemKind.Term, "x", false, 1_000_000)],
                ScoreMethod.NoisyOr,
                500_000),
        ],
        [new PatternTable("a+", true), new PatternTable("", false)],
        [.. s_shapes],
        ["size"],
        [[], ["", "b"]],
        4,
        [
            new AggregateTable(
                new KeptAggregate("d1", StateOwner.Session, new AggregateDefinition(AggregateKind.Distinct, 0, 1_001)),
                true,
                false,
                [new FeedTable(0, -1, 3), new FeedTable(1, 0, 2)]),
            new AggregateTable(
                new KeptAggregate("d2", StateOwner.None, new AggregateDefinition(AggregateKind.Sum, 600, 0, TripsBreaker: true)),
                false,
                true,
                []),
            new AggregateTable(
                new KeptAggregate(
                    "d3",
                    StateOwner.Run,
                    new AggregateDefinition(AggregateKind.Steps, 0, 0, Order: StepCompiler.Compile(new NamedStep("b")).Automaton)),
                true,
                false,
                []),
        ],
        [
            new LimitTable(
                new KeptLimit("d1", StateOwner.Run, new LimitDefinition(60, 1_000)),
                1,
                [500_000, 1_000_000],
                [new FeedTable(1, -1, 0)]),
        ],
        [new ToolStop("pay", StopAction.Undo, "pay-back"), new ToolStop("send", StopAction.Leave, null)],
        Runs:
        [
            new RunTable("review", ["a", "b"], 0, 2, [new RunGoalTable("sent", 1), new RunGoalTable("seen", -1)]),
            new RunTable("a", [], 1, -1, []),
        ],
        RunPoints: [1],
        Streaming: new StreamTable(StreamMode.Buffered, [new StreamedRuleTable(0, [0])]),
        Data:
        [
            new DataTable(
                "t.prices",
                [
                    new DataColumn("sku", TextShape.Instance, ["A", "a", "b"]),
                    new DataColumn("price", new MoneyShape("GBP"), [1.50m, null, 79228162514264337593543950335m]),
                    new DataColumn("sold", BoolShape.Instance, [true, false, null]),
                    new DataColumn("level", new EnumShape(["low", "high"], true, "level"), [1L, 0L, null]),
                ]),
            new DataTable("t.days", [new DataColumn("day", DateShape.Instance, [-7L, 7L])]),
        ]);

    [Fact]
    public void Tables_of_every_shape_and_effect_read_back_as_they_were_written()
    {
        var json = TablesJson.Write(s_every);
        var read = TablesJson.Read(json);

        Assert.Equal(s_every, read);
        Assert.Equal(json, TablesJson.Write(read));
    }

    [Fact]
    public void The_tables_of_this_test_hold_every_shape_and_every_effect()
    {
        Assert.Empty(Kinds(typeof(Shape)).Except(s_shapes.Select(shape => shape.GetType())));
        Assert.Empty(Kinds(typeof(Effect)).Except(s_effects.Select(effect => effect.GetType())));
    }

    [Theory]
    [InlineData("\"controls\":[0]", "\"controls\":[9]", "There is no control 9.")]
    [InlineData("\"rules\":[1]", "\"rules\":[2]", "There is no rule 2.")]
    [InlineData("\"required\":[2]", "\"required\":[3]", "There is no required fact 3.")]
    [InlineData("\"control\":0,\"ordinal\":1", "\"control\":2,\"ordinal\":1", "There is no control 2.")]
    [InlineData("\"entry\":2", "\"entry\":3", "There is no entry 3.")]
    [InlineData("\"names\":[-1,0,2]", "\"names\":[-1,0,3]", "There is no block 3.")]
    [InlineData("\"blocks\":3", "\"blocks\":2147483647", "There are 2147483647 blocks, where at most 1048576 are taken.")]
    [InlineData("\"blocks\":3", "\"blocks\":-1", "There are -1 blocks, where at most 1048576 are taken.")]
    [InlineData("\"slots\":[0,1]", "\"slots\":[0,-1]", "There is no slot -1.")]
    [InlineData("\"slots\":[0,1]", "\"slots\":[0,1048575]", "There is no slot 1048575.")]
    [InlineData("\"slots\":[3]", "\"slots\":[4]", "There is no slot 4.")]
    [InlineData("\"toolSlot\":1", "\"toolSlot\":-1", "The fact 'tool' of 'tool_call' lies in slot 1, not -1.")]
    [InlineData("\"toolSlot\":1", "\"toolSlot\":2147483647", "The fact 'tool' of 'tool_call' lies in slot 1, not 2147483647.")]
    [InlineData("\"toolSlot\":-1", "\"toolSlot\":0", "The fact 'tool' of 'output' lies in slot -1, not 0.")]
    [InlineData("\"todaySlot\":2", "\"todaySlot\":-2147483648", "The fact 'today' of 'tool_call' lies in slot 2, not -2147483648.")]
    [InlineData("\"todaySlot\":-1", "\"todaySlot\":64", "The fact 'today' of 'output' lies in slot -1, not 64.")]
    [InlineData(
        "\"names\":[\"web-search\"]",
        "\"names\":[\"web-search\",\"rm\"]",
        "The fact 'tool' of 'tool_call' does not name each of its tools."
    )]
    [InlineData("\"primaryText\":[\"f11\"]", "\"primaryText\":[\"f99\"]", "'output' has no fact 'f99'.")]
    [InlineData("\"weight\":1}", "\"weight\":-1}", "There is no weight -1.")]
    [InlineData("\"weight\":1000000", "\"weight\":1000001", "There is no weight 1000001.")]
    [InlineData("\"foundAt\":500000", "\"foundAt\":1000001", "There is no score 1000001.")]
    [InlineData("\"point\":\"tool_call\"", "\"point\":\"output\"", "Two decision points have one name.")]
    [InlineData("\"kind\":\"any\"", "\"kind\":\"some\"", "There is no shape 'some'.")]
    [InlineData("\"effect\":\"label\"", "\"effect\":\"paint\"", "The tables cannot be read: 'paint' is no effect.")]
    [InlineData(
        "\"scope\":\"system\"",
        "\"scope\":\"world\"",
        "The tables cannot be read: 'world' is not one of 'session', 'run', 'agent', 'user', 'system'."
    )]
    [InlineData("\"score\":2", "\"score\":3", "'score' is none of its values.")]
    [InlineData("\"runPoints\":[1]", "\"runPoints\":[2]", "There is no point 2.")]
    [InlineData("\"began\":0", "\"began\":3", "There is no aggregate 3.")]
    [InlineData("\"reached\":1", "\"reached\":-2", "There is no aggregate -2.")]
    [InlineData("\"order\":2,\"goals\"", "\"order\":1,\"goals\"", "The aggregate 1 keeps no order.")]
    [InlineData("\"test\":3", "\"test\":4", "There is no test 4.")]
    [InlineData("\"point\":0,\"tool\":-1", "\"point\":2,\"tool\":-1", "There is no point 2.")]
    [InlineData("\"point\":1,\"tool\":0", "\"point\":1,\"tool\":1", "There is no tool 1.")]
    [InlineData("\"point\":1,\"tool\":0", "\"point\":1,\"tool\":-2", "There is no tool -2.")]
    [InlineData("\"point\":1,\"tool\":0", "\"point\":0,\"tool\":-1", "A decision at 'output' would feed or draw twice at once.")]
    [InlineData("\"upTo\":1001", "\"upTo\":1002", "There is no exact count 1002.")]
    [InlineData("\"exact\":1000", "\"exact\":1001", "There is no exact count 1001.")]
    [InlineData("\"within\":600", "\"within\":-1", "There is no window of -1 ticks.")]
    [InlineData("\"within\":60,", "\"within\":9223372036854775807,", "There is no window of 9223372036854775807 ticks.")]
    [InlineData("\"control\":1,\"shares\"", "\"control\":2,\"shares\"", "There is no control 2.")]
    [InlineData("[500000,1000000]", "[1000000,500000]", "The shares of a limit do not rise from above nought, each once.")]
    [InlineData("[500000,1000000]", "[0]", "The shares of a limit do not rise from above nought, each once.")]
    [InlineData("[500000,1000000]", "[9223372036854775807]", "The shares of a limit do not rise from above nought, each once.")]
    [InlineData("\"digest\":\"d2\"", "\"digest\":\"d1\"", "Two aggregates or two limits have one digest.")]
    [InlineData("\"owner\":2", "\"owner\":3", "'owner' is none of its values.")]
    [InlineData("\"kind\":2,\"within\"", "\"kind\":6,\"within\"", "'kind' is none of its values.")]
    [InlineData("\"rule\":0,\"detectors\":[0]", "\"rule\":2,\"detectors\":[0]", "There is no rule 2.")]
    [InlineData("\"rule\":0,\"detectors\":[0]", "\"rule\":0,\"detectors\":[1]", "There is no detector 1.")]
    [InlineData("[\"A\",\"a\",\"b\"]", "[\"a\",\"A\",\"b\"]", "The keys of 't.prices' are not in order, each once.")]
    [InlineData("[\"A\",\"a\",\"b\"]", "[\"A\",\"a\",\"a\"]", "The keys of 't.prices' are not in order, each once.")]
    [InlineData("[\"A\",\"a\",\"b\"]", "[\"A\",null,\"b\"]", "The keys of 't.prices' are not in order, each once.")]
    [InlineData("[\"A\",\"a\",\"b\"]", "[\"A\",\"a\"]", "The column 'price' of 't.prices' has 3 values for 2 rows.")]
    [InlineData("[true,false,null]", "[true,false]", "The column 'sold' of 't.prices' has 2 values for 3 rows.")]
    [InlineData("[true,false,null]", "[true,0,null]", "A value of the data is not of the shape of its column.")]
    [InlineData("\"values\":[1,0,null]", "\"values\":[2,0,null]", "A value of the data is not of the shape of its column.")]
    [InlineData("\"values\":[1,0,null]", "\"values\":[-1,0,null]", "A value of the data is not of the shape of its column.")]
    [InlineData("\"values\":[-7,7]", "\"values\":[7,-7]", "The keys of 't.days' are not in order, each once.")]
    [InlineData(",\"values\":[-7,7]", "", "The data 't.days' has 0 rows and 1 columns.")]
    public void Numbers_and_names_that_lead_nowhere_are_refused(string from, string to, string reason)
    {
        var json = Encoding.UTF8.GetString(TablesJson.Write(s_every));
        Assert.Contains(from, json, StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDataException>(() =>
            TablesJson.Read(Encoding.UTF8.GetBytes(json.Replace(from, to, StringComparison.Ordinal))));
        Assert.Equal(reason, refusal.Message);
    }

    private static IEnumerable<Type> Kinds(Type type) =>
        type.Assembly.GetTypes().Where(kind => kind.IsSubclassOf(type) && !kind.IsAbstract);
}
