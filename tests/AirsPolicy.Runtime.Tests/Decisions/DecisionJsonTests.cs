using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Decisions.Json;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Decisions;

public class DecisionJsonTests
{
    private static string SchemaPath => Path.Combine(AppContext.BaseDirectory, "schemas", "decision.schema.json");

    [Fact]
    public void A_decision_is_read_back_as_it_was_written() =>
        Prop.ForAll(
                RandomRules.Decision.ToArbitrary(),
                decision =>
                    DecisionJson.Read(Encoding.UTF8.GetBytes(DecisionJson.ToText(decision))) == decision
                    && DecisionJson.Read(Encoding.UTF8.GetBytes(DecisionJson.ToText(decision, indented: true))) == decision)
            .Check(Laws.Config.WithMaxTest(300));

    [Fact]
    public void A_decision_has_only_what_its_schema_lists()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath));
        var check = new SchemaCheck(schema.RootElement);
        Prop.ForAll(RandomRules.Decision.ToArbitrary(), decision =>
        {
            using var json = JsonDocument.Parse(DecisionJson.ToText(decision));
            var problem = check.Find(json.RootElement);
            Assert.True(problem is null, problem);
        }).Check(Laws.Config.WithMaxTest(300));
    }

    [Theory]
    [InlineData("""{"point":"output"}""")]
    [InlineData("""{"outcome":"ALLOW"}""")]
    [InlineData("""{"extra":1}""")]
    [InlineData("""{"duties":[1]}""")]
    [InlineData("""{"events":[{"action":"ask","target":"j","effect":"event"}]}""")]
    [InlineData("""{"content":{}}""")]
    public void The_check_of_the_schema_finds_what_does_not_keep_to_it(string changed)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath));
        var members = JsonDocument
            .Parse(DecisionJson.ToText(EffectJoin.Decide("output", [])))
            .RootElement.EnumerateObject()
            .ToDictionary(m => m.Name, m => m.Value);
        if (changed == """{"point":"output"}""")
            members.Remove("fired");
        foreach (var member in JsonDocument.Parse(changed).RootElement.EnumerateObject())
            members[member.Name] = member.Value;
        Assert.NotNull(new SchemaCheck(schema.RootElement).Find(JsonSerializer.SerializeToElement(members)));
    }

    [Fact]
    public void A_decision_looks_like_this()
    {
        var origin = new RuleOrigin("shop.no_offers", "No offers", "high", "LLM01,GR-OUT-02", 0, "shop.airs", 12, 3);
        var decision = EffectJoin.Decide(
            "output",
            [new MatchedRule(origin, [new BlockEffect("No."), new HoldEffect("sales", 9_000_000_000, false)])]);
        Assert.Equal(
            """
            {"point":"output","outcome":"block","message":"No.","fired":[{"control":"shop.no_offers","title":"No offers","severity":"high","satisfies":["LLM01","GR-OUT-02"],"rule":0,"file":"shop.airs","line":12,"column":3,"effects":[{"effect":"block","message":"No."},{"effect":"hold","queue":"sales","within":"15m","otherwise":"block"}]}],"would":[],"content":{"redactions":[],"drops":[],"appended":[],"labels":[]},"holds":[{"queue":"sales","within":"15m","otherwise":"block"}],"halts":[],"stops":[],"events":[],"duties":[]}
            """,
            DecisionJson.ToText(decision));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"point":1}""")]
    [InlineData("""{"point":"output","outcome":"maybe"}""")]
    [InlineData("not json")]
    public void What_is_no_decision_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => DecisionJson.Read(Encoding.UTF8.GetBytes(json)));
}
