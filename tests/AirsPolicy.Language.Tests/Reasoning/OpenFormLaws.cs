using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Rules;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Language.Tests.Semantics;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Reasoning;

/// <summary>
/// Pairs of conditions that are left out of reasoning, so that checking stays quick: no condition that follows from another is lost.
/// </summary>
[Trait("Length", "long")]
public class OpenFormLaws
{
    private static readonly string[] s_atoms =
    [
        "n > 2",
        "n > 3",
        "n <= 2",
        "n < 4",
        "n >= 3",
        "m > 2",
        "amount > 200 GBP",
        "amount >= 200 GBP",
        "amount > 200.01 GBP",
        "amount <= 500 GBP",
        "level >= internal",
        "level < secret",
        "kind == retail",
        "kind in [trade, bank]",
        "verified",
        "length(text) > 3",
        "length(text) > 4",
        "text contains \"a\"",
        "threat.count(text) > 0",
        "threat.count(text) > 2",
        "any_threat.found(text)",
        "3 in list",
        "4 in list",
        "any x in list: x > 3",
        "length(list) > 1",
        "age > 1h",
    ];

    // Most pairs share what they speak of, so that there is something to tell.
    private static readonly Gen<(string Narrow, string Wide)> s_pairs =
        from narrow in Condition(2)
        from wide in Gen.OneOf(Condition(2), Condition(1))
        select (narrow, wide);

    private static Gen<string> Condition(int depth) => depth == 0
        ? Gen.Elements(s_atoms)
        : Gen.OneOf(
            Gen.Elements(s_atoms),
            from left in Condition(depth - 1) from right in Condition(depth - 1) select $"({left}) and ({right})",
            from left in Condition(depth - 1) from right in Condition(depth - 1) select $"({left}) or ({right})",
            from operand in Condition(depth - 1) select $"not ({operand})");

    [Fact]
    public void Of_conditions_that_a_witness_separates_the_solver_proves_none_from_the_other()
    {
        var (separated, follows) = (0, 0);
        Prop.ForAll(Arb.From(s_pairs), pair =>
        {
            var (model, narrow, wide) = Bound(pair);
            var isSeparate = IsSeparate(model, narrow, wide);
            var doesFollow = Follows(model, narrow, wide);
            Assert.False(isSeparate && doesFollow, $"{pair.Narrow} => {pair.Wide}");
            (separated, follows) = (separated + (isSeparate ? 1 : 0), follows + (doesFollow ? 1 : 0));
        }).Check(Laws.Config.WithMaxTest(1_500));
        Assert.True(separated > 400 && follows > 30, $"{separated} were separated, {follows} follow.");
    }

    [Theory]
    [InlineData("n > 3 and m > 2", "n > 2 and m > 2", false)]
    [InlineData("n > 2 and m > 2", "n > 3 and m > 2", true)]
    [InlineData("n > 3", "n > 2 and m > 2", true)]
    [InlineData("amount > 200 GBP", "amount > 200.01 GBP", true)]
    [InlineData("amount > 200.01 GBP", "amount > 200 GBP", false)]
    [InlineData("3 in list or verified", "4 in list or verified", true)]
    [InlineData("3 in list", "3 in list or verified", false)]
    [InlineData("not (n > 3)", "n <= 2", true)]
    [InlineData("n <= 2", "not (n > 3)", false)]
    public void A_witness_is_found_for_bounds_and_members_of_lists(string narrow, string wide, bool isSeparate)
    {
        var (model, one, other) = Bound((narrow, wide));
        Assert.Equal(isSeparate, IsSeparate(model, one, other));
    }

    private static (PolicyModel Model, Expression Narrow, Expression Wide) Bound((string Narrow, string Wide) pair)
    {
        var model = Binding
            .Of(
                Binding.Policy(
                    ReasoningLaws.Declarations,
                    $"control c {{ at output  on error halt  when {pair.Narrow} then block  when {pair.Wide} then flag }}"))
            .Model!;
        var rules = model.Controls[0].Placements[0].Rules;
        return (model, rules[0].Condition!, rules[1].Condition!);
    }

    private static bool IsSeparate(PolicyModel model, Expression narrow, Expression wide)
    {
        var (open, keys) = (new OpenConditions(model), new OpenKeys());
        return OpenForm.Of(narrow, open, keys) is { } one && OpenForm.Of(wide, open, keys) is { } other && OpenForm.Separate(one, other);
    }

    private static bool Follows(PolicyModel model, Expression narrow, Expression wide)
    {
        var builder = new FormulaBuilder(model, isSettled: false);
        var (one, other) = (builder.Of(narrow), builder.Of(wide));
        return new Solver(builder, maxChoices: 300).Ask(one, other.Negated()).IsImpossible;
    }
}
