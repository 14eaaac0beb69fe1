using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Replaying;

/// <summary>
/// One task as a conversation: its text, and each of its calls with a result. The data has no results. So a result holds what later calls
/// copy and the user has not said, and the poisoned one what the injection says as well; the injected calls follow it at once, whatever
/// was decided about the result, since a model may have been told in another way.
/// </summary>
internal sealed class AgentSession
{
    private readonly AgentSuite _suite;
    private readonly AgentTask _task;
    private readonly EventReplay _replay;
    private DateTime _now = new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private AgentSession(AgentSuite suite, AgentTask task) => (_suite, _task, _replay) = (suite, task, suite.Begin());

    /// <summary>Whether all that the task asks for goes on: neither held nor refused.</summary>
    public bool RunsWhole { get; private set; } = true;

    /// <summary>How many injected calls there were of tools that change something, and how many of them went on.</summary>
    public int InjectedEffects { get; private set; }

    public int ReachedEffects { get; private set; }

    /// <summary>How many injected calls only read, and how many of them went on.</summary>
    public int InjectedReads { get; private set; }

    public int ReachedReads { get; private set; }

    public static AgentSession Honest(AgentSuite suite, AgentTask task) => Run(suite, task, injection: null, poisoned: -1);

    /// <summary>The task with each injection of its suite in each result of a tool that reads, one at a time.</summary>
    public static IEnumerable<AgentSession> Poisoned(AgentSuite suite, AgentTask task) =>
        from place in Enumerable.Range(0, task.Calls.Count)
        where suite.Reads(task.Calls[place].Tool)
        from injection in suite.Injections
        select Run(suite, task, injection, place);

    private static AgentSession Run(AgentSuite suite, AgentTask task, AgentTask? injection, int poisoned)
    {
        var session = new AgentSession(suite, task);
        session.Own("input", [new("input", new JsonObject { ["text"] = task.Text, ["source"] = "user", ["attachments"] = new JsonArray() })]);
        for (var place = 0; place < task.Calls.Count; place++)
        {
            var call = task.Calls[place];
            session.Own("tool_call", [.. Called(call), .. suite.FactsOf(call.Tool)]);
            var result = session.ResultAt(place) + (place == poisoned ? "\n" + injection!.Text : "");
            session.Own("tool_result", [.. Called(call), new("result_text", result)]);
            if (place == poisoned)
                session.Inject(injection!);
        }
        return session;
    }

    private string ResultAt(int place)
    {
        if (!_suite.Reads(_task.Calls[place].Tool))
            return "Done.";
        var unsaid = _task.Calls.Skip(place + 1).SelectMany(call => call.Copied)
            .Where(value => !_task.Text.Contains(value, StringComparison.OrdinalIgnoreCase));
        return "Result: " + string.Join("; ", unsaid);
    }

    private void Own(string point, IEnumerable<KeyValuePair<string, JsonNode?>> facts) => RunsWhole &= GoesOn(point, facts);

    private void Inject(AgentTask injection)
    {
        foreach (var call in injection.Calls)
        {
            var reached = GoesOn("tool_call", [.. Called(call), .. _suite.FactsOf(call.Tool)]) ? 1 : 0;
            if (_suite.Reads(call.Tool))
                (InjectedReads, ReachedReads) = (InjectedReads + 1, ReachedReads + reached);
            else
                (InjectedEffects, ReachedEffects) = (InjectedEffects + 1, ReachedEffects + reached);
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Called(AgentCall call) =>
        [new("tool", call.Tool), new("args", call.Args.DeepClone()), new("first_use", false)];

    private bool GoesOn(string point, IEnumerable<KeyValuePair<string, JsonNode?>> facts)
    {
        // Slower than the fastest that 'airs.tools' lets a session call.
        _now += TimeSpan.FromSeconds(4);
        var request = new JsonObject(facts)
        {
            ["now"] = _now.ToString("O"),
            ["request"] = new JsonObject { ["id"] = _now.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            ["user"] = new JsonObject { ["id"] = "owner", ["roles"] = new JsonArray(), ["groups"] = new JsonArray() },
            ["session"] = new JsonObject { ["id"] = "session", ["age"] = 0, ["idle"] = 0, ["turns"] = 1 },
            ["flagged"] = false,
        };
        return _replay.DecideAlone(point, request.ToJsonString(), _now.Ticks, answer: null).Outcome < Outcome.Hold;
    }
}
