using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>Along a chain of delegations nobody calls what one of those before could not have handed on.</summary>
public sealed class ScopeCallLaws
{
    private const int Cases = 300;

    private static readonly string[] s_parts = ["crm", "ledger", "look-up", "note", "mail"];

    private static readonly Dictionary<string, string[]> s_named = new()
    {
        ["look-up"] = ["look-up", "crm"],
        ["note"] = ["note", "ledger"],
        ["mail"] = ["mail"],
    };

    [Fact]
    public void A_call_goes_on_where_the_scope_of_the_whole_chain_names_its_tool()
    {
        var model = BoundPolicy.Of("""
            policy shop
            system s {}
            tool lookup as "look-up" { class read_only  scope "crm" }
            tool note { class reversible  scope "ledger" }
            tool mail { class irreversible }
            agent a0 { tools lookup, note, mail  delegates to a1 depth 9 }
            agent a1 { tools lookup, note, mail  delegates to a2 depth 9 }
            agent a2 { tools lookup, note, mail  delegates to a3 depth 9 }
            agent a3 { tools lookup, note, mail }
            """);
        var interpreter = new PolicyInterpreter(model);
        using var emitted = new EmittedEngine(model);
        var (allowed, refused) = (0, 0);
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var draw = new Draw(seed);
            var chain = new Chain(["a0"], s_parts);
            var depth = draw.Between(1, 3);
            for (var next = 1; next <= depth && chain.Depth == next - 1; next++)
            {
                var asked = s_parts.Where(_ => draw.Chance(60)).ToArray();
                var within = !asked.Except(chain.Scope).Any();
                var handed = Decide("delegate", chain, ("to", $"a{next}"), ("scope", Texts(asked)));
                Assert.Equal(within, handed == Outcome.Allow);
                if (within)
                    chain = new Chain([.. chain.Agents, $"a{next}"], asked);
            }
            if (chain.Depth == 0)
                return;
            var tool = draw.From([.. s_named.Keys]);
            var goesOn = chain.Scope.Intersect(s_named[tool]).Any();
            Assert.Equal(goesOn, Decide("tool_call", chain, ("tool", tool)) == Outcome.Allow);
            _ = goesOn ? allowed++ : refused++;
        }).Check(Laws.Config.WithMaxTest(Cases));
        Assert.True(allowed > 20 && refused > 20, $"{allowed} calls went on and {refused} were refused.");

        Outcome Decide(string point, Chain chain, params (string Name, JsonNode Value)[] own)
        {
            var facts = new JsonObject
            {
                ["agent"] = new JsonObject
                {
                    ["id"] = chain.Agents[^1],
                    ["kind"] = "task",
                    ["chain"] = Texts(chain.Agents.SkipLast(1)),
                    ["depth"] = chain.Depth,
                    ["scope"] = Texts(chain.Scope),
                },
            };
            foreach (var (name, value) in own)
                facts[name] = value;
            var decision = interpreter.Decide(point, facts.ToJsonString());
            Assert.Equal(decision, emitted.Decide(point, facts.ToJsonString()));
            return decision.Outcome;
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private sealed record Chain(string[] Agents, string[] Scope)
    {
        public int Depth => Agents.Length - 1;
    }
}
