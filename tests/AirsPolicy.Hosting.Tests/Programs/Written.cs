using AirsPolicy.Hosting.Loading;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Hosting.Tests.Programs;

/// <summary>
/// Bundles whose programs are written by hand. Their one control stands at <c>input</c> and blocks where it cannot be evaluated.
/// </summary>
internal static class Written
{
    public static PointLayout Input { get; } = new(
        "input",
        new RecordShape(
        [
            Member("now", InstantShape.Instance),
            Member("today", DateShape.Instance),
            Member("time_of_day", DurationShape.Instance),
            Member("request", new RecordShape([Member("id", TextShape.Instance)])),
            Member("input", new RecordShape([Member("text", TextShape.Instance)])),
            Member("amount", DecimalShape.Instance),
            Member("price", new MoneyShape("GBP")),
        ]),
        ["input", "text"],
        []);

    public static PointLayout Output { get; } = new("output", Input.Facts, [], []);

    public static PointLayout ToolCall { get; } = new(
        "tool_call",
        new RecordShape([Member("tool", new EnumShape(["search"], Rising: false, "tool"))]),
        [],
        [new ToolLayout("search", "search", new RecordShape([Member("args", new RecordShape([Member("query", TextShape.Instance)]))]))]);

    /// <summary>A bundle that does at <c>input</c> what is given, under a digest.</summary>
    public static LoadedBundle Bundle(
        Action<FactFrame, Evaluation> atInput,
        string digest = "written",
        string zone = "UTC",
        PointLayout? input = null)
    {
        var program = new WrittenProgram((entry, facts, evaluation) =>
        {
            if (entry == 0)
                atInput(facts, evaluation);
        });
        return Bundle(program, digest, zone, input);
    }

    /// <summary>A bundle with a program of its own.</summary>
    public static LoadedBundle Bundle(
        PolicyProgram program,
        string digest,
        string zone = "UTC",
        PointLayout? input = null,
        BundleContext? context = null) =>
        new(
            new BundleManifest(
                BundleFormat.Version,
                "written",
                null,
                "1.0",
                "1.0.0",
                "16.0.0",
                "1.0.0.0",
                zone,
                [],
                [],
                [],
                [],
                [],
                [],
                [],
                null,
                []),
            new CompiledPolicy(program, Tables(input ?? Input), digest),
            context);

    /// <summary>Does nothing: everything is allowed.</summary>
    public static void Open(FactFrame facts, Evaluation evaluation)
    {
    }

    /// <summary>Fires the one rule, which blocks.</summary>
    public static void Block(FactFrame facts, Evaluation evaluation) => evaluation.Fire(0, (int)Outcome.Block);

    private static ProgramTables Tables(PointLayout input) =>
        new(
            [
                new PointTable(input, -1, 1, new PlacementTable(0, [0], []), []),
                new PointTable(Output, -1, 1, new PlacementTable(1, [], []), []),
                new PointTable(ToolCall, 1, -1, new PlacementTable(2, [], []), [new PlacementTable(2, [], [])]),
            ],
            [
                new ControlTable(
                    new RuleOrigin("written.control", null, null, "", -1, "written.airs", 1, 1),
                    [new BlockEffect("No answer.")],
                    false,
                    null),
            ],
            [new RuleTable(0, 0, "written.airs", 2, 3, [new RuleEffect(new BlockEffect("No."), false)], [])],
            [],
            [],
            3,
            0,
            [],
            [],
            [],
            [],
            []);

    private static ShapeMember Member(string name, Shape shape) => new(name, name, shape);
}
