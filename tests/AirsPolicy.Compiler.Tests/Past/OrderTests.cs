using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs.Tables.Json;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using static AirsPolicy.Compiler.Tests.Models.Make;
using static AirsPolicy.Compiler.Tests.Past.PastPolicies;

namespace AirsPolicy.Compiler.Tests.Past;

public sealed class OrderTests
{
    private static readonly StepExpression s_order = new StepSequence([
        new NamedStep("web"),
        new RepeatedStep(new NamedStep("mail"), CanBeAbsent: false, CanRecur: true),
    ]);

    private static PolicyModel Ordered(Expression step) =>
        Policy(
            TestFacts.Input,
            Control(
                "t.order",
                TestFacts.Input,
                When(new NotExpression(new FollowsExpression(0, [Fact("user.id")], step, Place()), Place()), Block("Out of order.")))
        ) with
        {
            Aggregates = [Steps(s_order)],
        };

    // The names of a value that is none of a text's: the table that the binder writes for tools.
    private static Expression Named =>
        new TableExpression(
            Fact("channel"),
            [.. TestFacts.Channel.Names.Select(name => (Expression?)new ConstantExpression(name, TextShape.Instance, Place()))],
            TextShape.Instance,
            Place());

    private static AggregateModel Steps(StepExpression order) =>
        PerUser(AggregateKind.Steps, value: Named) with
        {
            Order = new OrderModel(order, null),
        };

    private static Outcome[] Ask(Traffic traffic, params string[] steps) =>
        [.. steps.Select(step => traffic.Ask(step.Split(' ')[0], channel: step.Split(' ')[1]))];

    public static TheoryData<string> Forms => ["by name", "by number"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Only_the_next_step_of_the_order_goes_on_and_each_run_has_its_own(string form)
    {
        var traffic = new Traffic(Ordered(form == "by name" ? Named : Fact("channel")));
        Assert.Equal(
            [Outcome.Block, Outcome.Allow, Outcome.Block, Outcome.Allow, Outcome.Allow, Outcome.Allow, Outcome.Block, Outcome.Block],
            Ask(traffic, "a mail", "a web", "a web", "b web", "a mail", "a mail", "a phone", "b phone"));
    }

    [Fact]
    public void An_order_goes_over_to_the_next_policy_and_another_order_begins_anew()
    {
        var first = new Traffic(Ordered(Named));
        Assert.Equal([Outcome.Allow], Ask(first, "a web"));
        Assert.Equal([Outcome.Allow], Ask(new Traffic(Ordered(Named), first.State), "a mail"));
        var another = Ordered(Named) with { Aggregates = [Steps(new NamedStep("mail"))] };
        Assert.Equal([Outcome.Block, Outcome.Allow, Outcome.Block], Ask(new Traffic(another, first.State), "a web", "a mail", "a mail"));
    }

    [Fact]
    public void Tables_carry_the_automaton()
    {
        var tables = PolicyCompiler.Compile(Ordered(Named)).Tables;
        Assert.Equal(
            StepCompiler.Compile(s_order).Automaton,
            TablesJson.Read(TablesJson.Write(tables)).Aggregates[0].Kept.Definition.Order);
    }
}
