using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Tests.Programs;

/// <summary>
/// A policy whose program is written by hand. Its one control stands at <c>input</c> and blocks where it cannot be evaluated; its one
/// rule blocks.
/// </summary>
/// <param name="decide">What stands at <c>input</c>.</param>
/// <param name="blocks">How many blocks there are; the index 0 selects each by its own number.</param>
internal sealed class WrittenPolicy(Action<Evaluation> decide, int blocks = 1) : PolicyProgram
{
    private static readonly PointLayout s_input = new(
        "input",
        new RecordShape([new("count", "count", new IntShape())]),
        [],
        []);

    /// <summary>What a block does.</summary>
    public Action<int, Evaluation> Block { get; init; } = (_, _) => { };

    /// <summary>What a condition says.</summary>
    public Func<int, Evaluation, bool> Condition { get; init; } = (_, _) => false;

    /// <summary>What decisions draw from.</summary>
    public LimitTable[] Limits { get; init; } = [];

    /// <summary>Fires the one rule.</summary>
    public static void Fire(Evaluation evaluation) => evaluation.Fire(0, (int)Outcome.Block);

    public CompiledPolicy Compile() => new(
        this,
        new ProgramTables(
            [new PointTable(s_input, -1, -1, new PlacementTable(0, [0], [0], AsksPast: Limits.Length > 0), [])],
            [
                new ControlTable(
                    new RuleOrigin("written.control", null, null, "", -1, "written.airs", 1, 1),
                    [new BlockEffect("No answer.")],
                    false,
                    null),
            ],
            [new RuleTable(0, 0, "written.airs", 2, 3, [new RuleEffect(new BlockEffect("No."), false)], [])],
            [],
            [new EnumIndexTable([.. Enumerable.Range(0, blocks)])],
            1,
            blocks,
            [],
            [],
            [],
            [],
            [],
            Limits: [.. Limits]));

    public override void Decide(int entry, FactFrame facts, Evaluation evaluation) => decide(evaluation);

    public override void Run(int block, FactFrame facts, Evaluation evaluation) => Block(block, evaluation);

    public override bool Test(int test, FactFrame facts, Evaluation evaluation) => Condition(test, evaluation);
}
