using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

/// <summary>What an agent was handed on is all that it may call.</summary>
public sealed class ScopeTests
{
    private const string Agents =
        """
        tool lookup as "look-up" { class read_only  scope "crm" }
        tool note { class reversible  scope "crm" }
        tool mail { class irreversible }
        agent desk { tools lookup, note, mail  delegates to helper }
        agent helper { tools lookup, note, mail }
        """;

    [Fact]
    public void An_agent_that_was_handed_one_system_does_not_call_another() => Passes(
        """
        test "crm is not mail" {
          given delegate { agent: { id: "desk", scope: ["crm"] }, to: "helper", scope: ["crm"] }  expect allow
          given tool_call of mail { agent: { id: "helper", chain: ["desk"], depth: 1, scope: ["crm"] } }  expect block
          given tool_call of note { agent: { id: "helper", chain: ["desk"], depth: 1, scope: ["crm"] } }  expect allow
          given tool_call of lookup { agent: { id: "helper", chain: ["desk"], depth: 1, scope: ["crm"] } }  expect allow
        }
        """);

    [Fact]
    public void A_scope_names_a_tool_by_its_name_on_the_wire() => Passes(
        """
        test "by name" {
          given tool_call of lookup { agent: { id: "helper", chain: ["desk"], depth: 1, scope: ["look-up"] } }  expect allow
          given tool_call of lookup { agent: { id: "helper", chain: ["desk"], depth: 1, scope: ["lookup"] } }  expect block
          given tool_call of note { agent: { id: "helper", chain: ["desk"], depth: 1, scope: ["look-up"] } }  expect block
          given tool_call of mail { agent: { id: "helper", chain: ["desk"], depth: 1, scope: ["mail"] } }  expect allow
        }
        """);

    [Fact]
    public void Who_works_for_another_without_a_scope_calls_nothing_and_who_began_is_bound_by_none() => Passes(
        """
        test "empty and none" {
          given tool_call of mail { agent: { id: "helper", chain: ["desk"], depth: 1, scope: [] } }  expect block
          given tool_call of mail { agent: { id: "desk", chain: [], depth: 0, scope: [] } }  expect allow
        }
        """);

    [Fact]
    public void A_scope_that_the_host_does_not_tell_fails_closed()
    {
        var interpreter = new Language.Evaluation.PolicyInterpreter(Binding.Model(Binding.Policy(Agents)));
        var decision = interpreter.Decide(
            "tool_call",
            """{ "tool": "mail", "agent": { "id": "helper", "kind": "task", "chain": ["desk"], "depth": 1 } }"""
        );
        Assert.Equal(Runtime.Decisions.Outcome.Block, decision.Outcome);
        Assert.Contains(decision.Fired, rule => rule.Failure?.Detail.Contains("agent.scope", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void The_rule_can_be_written_for_agents_that_work_for_nobody() => Passes(
        """
        control scoped { at tool_call  when tool not in agent.scope then flag "outside" }
        control listed { at tool_call  when agent.scope contains tool then flag "inside" }
        test "written" {
          given tool_call of note { agent: { id: "desk", scope: ["mail"] } }  expect flag by scoped
          given tool_call of note { agent: { id: "desk", scope: ["crm"] } }  expect flag by listed
          given tool_call of mail { agent: { id: "desk", scope: ["mail"] } }  expect flag by listed
        }
        """);

    [Fact]
    public void Where_nobody_hands_on_work_and_no_tool_has_a_scope_nothing_is_asked() => Passes(
        "test \"as before\" { given tool_call of mail { agent: { id: \"alone\", chain: [\"alone\"], scope: [] } }  expect allow }",
        "tool mail { class irreversible }  agent alone { tools mail }");

    private static void Passes(string declarations, string agents = Agents)
    {
        var results = new PolicyTestRunner(Binding.Model(Binding.Policy(agents, declarations))).Run();
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Findings).Select(finding => $"{finding.Place.Line}: {finding.Message}"));
    }
}
