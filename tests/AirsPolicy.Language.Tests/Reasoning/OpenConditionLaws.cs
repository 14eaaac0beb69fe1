using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Reasoning.Rules;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Facts.Shapes;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Reasoning;

/// <summary>Conditions that are left out of reasoning, so that checking stays quick: nothing that would have been found is lost.</summary>
[Trait("Length", "long")]
public class OpenConditionLaws
{
    private static readonly SourcePlace s_place = new("t", 1, 1, 0, 0);

    private static readonly PolicyModel s_model = Binding.Of(Binding.Policy("control c { at output  always flag }")).Model!;

    private static readonly CompareOperator[] s_operators = Enum.GetValues<CompareOperator>();

    [Fact]
    public void Of_an_open_condition_reasoning_finds_nothing()
    {
        var (open, found) = (0, 0);
        Prop.ForAll(
                Arb.From(ReasoningLaws.Condition),
                condition =>
                {
                    if (Binding
                            .Of(
                                Binding.Policy(
                                    ReasoningLaws.Declarations,
                                    $"control c {{ at output  on error halt  when {condition} then block }}"))
                            .Model
                        is not { } model)
                        return;
                    var bound = model.Controls[0].Placements[0].Rules[0].Condition!;
                    var reasoning = new ConditionReasoning(model, bound, new LeftOut());
                    var isFound = reasoning.Conflict is not null || reasoning.Constant() is not null;
                    var isOpen = new OpenConditions(model).Contains(bound);
                    Assert.False(isOpen && isFound, condition);
                    (open, found) = (open + (isOpen ? 1 : 0), found + (isFound ? 1 : 0));
                }
            )
            .Check(Laws.Config.WithMaxTest(1_000));
        Assert.True(open > 100 && found > 30, $"{open} were open, of {found} something was found.");
    }

    [Fact]
    public void No_bound_of_a_number_is_open_that_settles_a_comparison()
    {
        Shape[] shapes =
        [
            new IntShape(1, 3),
            new IntShape(2, 2),
            IntShape.Instance,
            new EnumShape(["a", "b", "c"], Rising: true),
            new EnumShape(["a"], Rising: true),
            new SizeShape(),
            new DateShape(),
            new DecimalShape(1, 3),
            new DecimalShape(1, 3, MinimumExcluded: true, MaximumExcluded: true),
            new DecimalShape(2, 2),
            DecimalShape.Instance,
            new MoneyShape("GBP"),
        ];
        var numbers = shapes.Select(shape => (Expression)new PathExpression(["n"], shape, s_place))
            .Append(new CallExpression("length", [new PathExpression(["t"], new TextShape(1, 3), s_place)], IntShape.Instance, s_place))
            .Append(new CallExpression("length", [new PathExpression(["t"], TextShape.Instance, s_place)], IntShape.Instance, s_place))
            .Append(
                new CallExpression(
                    "length.list",
                    [new PathExpression(["l"], new ListShape(TextShape.Instance, 1, 3), s_place)],
                    IntShape.Instance,
                    s_place))
            .Append(
                new DetectorExpression(
                    "d",
                    DetectorQuestion.Count,
                    new PathExpression(["t"], TextShape.Instance, s_place),
                    IntShape.Instance,
                    s_place));
        var open = 0;
        foreach (var number in numbers)
        {
            var isDecimal = number.Shape is DecimalShape or MoneyShape;
            for (var bound = -1L; bound <= 4; bound++)
            {
                var constant = new ConstantExpression(isDecimal ? (object)(decimal)bound : bound, number.Shape, s_place);
                foreach (var comparison in s_operators)
                {
                    open += Check(new CompareExpression(comparison, number, constant, s_place));
                    open += Check(new CompareExpression(comparison, constant, number, s_place));
                }
                var list = new ListExpression(
                    [constant, constant with { Value = isDecimal ? (object)(bound + 1m) : bound + 1 }],
                    new ListShape(number.Shape),
                    s_place);
                open += Check(new MembershipExpression(number, list, s_place));
            }
        }
        Assert.True(open > 400, $"{open} were open.");
    }

    [Fact]
    public void No_text_of_bounded_length_or_list_without_items_is_open()
    {
        Expression bounded = new PathExpression(["t"], new TextShape(1, 3), s_place);
        Expression text = new PathExpression(["t"], TextShape.Instance, s_place);
        Expression none = new PathExpression(["l"], new ListShape(TextShape.Instance, 0, 0), s_place);
        var open = 0;
        foreach (var known in new[] { "", "a", "abcd" })
        {
            var constant = new ConstantExpression(known, TextShape.Instance, s_place);
            foreach (var subject in new[] { bounded, text })
            {
                open += Check(new CompareExpression(CompareOperator.Equal, subject, constant, s_place));
                open += Check(new CompareExpression(CompareOperator.NotEqual, constant, subject, s_place));
                open += Enum.GetValues<TextTest>().Sum(test => Check(new TextTestExpression(test, subject, constant, s_place)));
                open += Check(
                    new MembershipExpression(subject, new ListExpression([constant], new ListShape(TextShape.Instance), s_place), s_place));
            }
            open += Check(new MembershipExpression(constant, none, s_place));
            open += Check(
                new QuantifierExpression(
                    QuantifierKind.Any,
                    0,
                    none,
                    new TextTestExpression(TextTest.Contains, new ItemExpression(0, [], TextShape.Instance, s_place), constant, s_place),
                    BoolShape.Instance,
                    s_place));
        }
        Assert.True(open > 8, $"{open} were open.");
    }

    // 1 where the condition is open, and nothing is to be found of it or its contrary.
    private static int Check(Expression condition)
    {
        if (!new OpenConditions(s_model).Contains(condition))
            return 0;
        foreach (var asked in new[] { condition, new NotExpression(condition, s_place) })
        {
            var reasoning = new ConditionReasoning(s_model, asked, new LeftOut());
            Assert.True(reasoning.Conflict is null && reasoning.Constant() is null, asked.ToString());
        }
        return 1;
    }
}
