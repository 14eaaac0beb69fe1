using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;

namespace AirsPolicy.Conformance.Tests.Replaying;

/// <summary>The tasks of a suite, and the policy that guards its tools.</summary>
internal sealed class AgentSuite
{
    private readonly PolicyInterpreter _policy;
    private readonly HashSet<string> _readers;
    private readonly HashSet<string> _takers;
    private readonly Dictionary<string, string[]> _known;

    public AgentSuite(string policy, IEnumerable<AgentTask> tasks)
    {
        var model = Examples.Model(policy);
        _policy = new PolicyInterpreter(model);
        _readers = [.. model.Tools.Where(tool => tool.Class == "read_only").Select(tool => tool.WireName)];
        var all = tasks.ToList();
        Injections = [.. all.Where(task => task.IsInjection)];
        Tasks = [.. all.Where(task => !task.IsInjection)];
        var calls = Tasks.SelectMany(task => task.Calls).ToList();
        // What the host knows of its user: whom the user's own tasks write to, and where they publish.
        _known = new()
        {
            ["address_book"] = [.. calls.SelectMany(call => call.TextsOf("recipients").Concat(call.TextsOf("participants"))).Distinct()],
            ["own_sites"] = [.. calls.Where(call => call.Tool == "post_webpage").SelectMany(call => call.TextsOf("url"))],
        };
        _takers = policy == "dojo.office" ? ["send_email", "create_calendar_event"] : ["post_webpage"];
    }

    public IReadOnlyList<AgentTask> Tasks { get; }

    public IReadOnlyList<AgentTask> Injections { get; }

    public EventReplay Begin() => new(_policy);

    /// <summary>Whether a call of the tool changes nothing.</summary>
    public bool Reads(string tool) => _readers.Contains(tool);

    /// <summary>What the host adds to a call of the tool.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> FactsOf(string tool)
    {
        if (!_takers.Contains(tool))
            return [];
        var name = tool == "post_webpage" ? "own_sites" : "address_book";
        return [KeyValuePair.Create<string, JsonNode?>(name, new JsonArray([.. _known[name].Select(known => JsonValue.Create(known))]))];
    }
}
