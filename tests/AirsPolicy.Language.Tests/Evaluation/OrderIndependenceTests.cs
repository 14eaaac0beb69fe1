using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using FsCheck;
using FsCheck.Fluent;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class OrderIndependenceTests
{
    private static readonly ValueList<EffectModel> s_effects =
    [
        Flag("a"),
        Flag("b"),
        Block("no"),
        Block("never"),
        Block(),
        Halt(),
        new FixedEffectModel(new AppendEffect("one")),
        new FixedEffectModel(new AppendEffect("two")),
        new FixedEffectModel(new ReplaceEffect("other")),
        new FixedEffectModel(new HoldEffect("people", 10, false)),
        new FixedEffectModel(new HoldEffect("people", 5, true)),
        new FixedEffectModel(new HoldEffect("finance", null, false)),
        new FixedEffectModel(new EventEffect(EventAction.Notify, "soc")),
        new FixedEffectModel(new LabelEffect("untrusted")),
        new FixedEffectModel(new RequireEffect("simulate")),
        new CutEffectModel(Fact("output.text"), 3, CutUnit.Characters),
        new CutEffectModel(Fact("output.text"), 5, CutUnit.Characters),
        new DropEffectModel(Fact("names", Texts), 0, Equal(Item(0), Literal("a"))),
        new DropEffectModel(Fact("names", Texts), 0, Equal(Item(0), Literal("b"))),
    ];

    [Fact]
    public void The_order_of_controls_never_changes_a_decision()
    {
        var policies = Gen.Zip(Controls.ListOf(6), Gen.Choose(0, int.MaxValue)).ToArbitrary();
        Prop.ForAll(policies, policy =>
        {
            var (drawn, seed) = policy;
            var controls = drawn.Select((control, i) => control with { Id = $"shop.c{i}" }).ToArray();
            var shuffled = controls.ToArray();
            new Random(seed).Shuffle(shuffled);
            const string facts = "\"flag\":true,\"names\":[\"a\",\"b\"],\"output\":{\"text\":\"a long text\"}";
            Assert.Equal(AtOutput(With(controls), facts), AtOutput(With(shuffled), facts));
        }).Check(Laws.Config.WithMaxTest(500));
    }

    private static Gen<ControlModel> Controls =>
        from effects in Gen.Elements<EffectModel>(s_effects).NonEmptyListOf()
        from condition in Gen.Elements(True, False, Overflowing, Fact("flag", BoolShape.Instance))
        from onError in Gen.Elements(Flag("error"), Block("error"), Halt())
        from detect in Gen.Elements<DetectMode?>(null, null, null, new DetectMode(null))
        select Control("", "output", new RuleModel(0, condition, effects.ToValueList(), Nowhere)) with
        {
            OnError = onError,
            Detect = detect,
        };
}
