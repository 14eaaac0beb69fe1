using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class ModelJsonTests
{
    [Fact]
    public void Random_models_read_back_as_they_were_written()
    {
        foreach (var (seed, model, _) in RandomCases.All().Take(40))
        {
            var json = ModelJson.Write(model);
            var read = ModelJson.Read(json);

            Assert.True(model == read, $"The model of seed {seed} reads back as another.");
            Assert.Equal(json, ModelJson.Write(read));
        }
    }

    [Fact]
    public void What_counts_over_time_reads_back_as_it_was_written()
    {
        var place = new SourcePlace("p/a.airs", 0, 1, 1, 1);
        Expression user = new PathExpression(["user", "id"], TextShape.Instance, place);
        Expression amount = new PathExpression(["args", "amount"], new MoneyShape("GBP"), place);
        var refused = new CompareExpression(
            CompareOperator.Equal,
            new EventOutcomeExpression(place),
            new ConstantExpression(4L, DecisionFacts.Outcome, place),
            place);
        var aggregate = new AggregateModel(
            AggregateKind.Sum,
            EventFate.Refused,
            [new EventSourceModel("tool_call", "pay", refused, [user], amount), new EventSourceModel("input", null, null, [user], amount)],
            1,
            0,
            true);
        var limit = new LimitModel(
            "p.limit.l",
            "p.limit.l",
            null,
            [new LimitDrawModel("tool_call", "pay", [user], null, new ConstantExpression(3L, IntShape.Instance, place))],
            0,
            3,
            [1_000_000],
            true);
        var rule = new RuleModel(
            0,
            new LogicalExpression(
                LogicalOperator.And,
                new LimitPassedExpression(0, 0, place),
                new CompareExpression(
                    CompareOperator.Greater,
                    new AggregateExpression(0, [user], new MoneyShape("GBP"), place),
                    amount,
                    place),
                place),
            [],
            place);
        var model = RandomCases.All().First().Model;
        model = model with
        {
            Aggregates = [aggregate],
            Limits = [limit],
            Controls = [model.Controls[0] with { Placements = [new PlacementModel("input", [], [rule])] }],
        };

        Assert.Equal(model, ModelJson.Read(ModelJson.Write(model)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"node\":\"PolicyModel\"}")]
    [InlineData("{\"node\":\"ToolModel\"}")]
    [InlineData("{\"node\":\"String\"}")]
    public void What_is_no_model_is_refused(string json) =>
        Assert.StartsWith(
            "The model cannot be read: ",
            Assert.Throws<InvalidDataException>(() => ModelJson.Read(System.Text.Encoding.UTF8.GetBytes(json))).Message,
            StringComparison.Ordinal);
}
