using System.Globalization;
using System.Text;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Compiler.Tests.Past;

/// <summary>Requests one after the other to a compiled policy with its state.</summary>
internal sealed class Traffic
{
    private static readonly long s_start = new DateTime(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly CompiledLayout s_layout = CompiledLayout.Of(TestFacts.Input);

    private readonly Loaded _loaded;
    private readonly Evaluation _evaluation;
    private readonly FactFrame _frame = new();

    public Traffic(PolicyModel model, PolicyState? before = null)
    {
        _loaded = new Loaded(model);
        _evaluation = _loaded.Policy.NewEvaluation();
        State = new PolicyState(_loaded.Policy.State, before);
    }

    public PolicyState State { get; }

    public CompiledPolicy Policy => _loaded.Policy;

    /// <summary>The time of a request.</summary>
    public static long At(long ticks) => s_start + ticks;

    public Outcome Ask(string user, long at = 0, decimal amount = 10m, string channel = "web") =>
        Decide(Facts(user, at, amount, channel)).Outcome;

    /// <summary>Somebody approves what waits, and it is decided again.</summary>
    public Decision Approve(long held, string user, long at, decimal amount)
    {
        if (State.Held.Find(held, At(at)) is { } waiting)
            State.Held.Take(
                held,
                new Review("people", new Reviewer("ann", ReviewerKind.Person, ["expert"]), waiting.Request.Digest, Approves: true),
                At(at));
        Assert.Null(new FactReader().Read(s_layout, Encoding.UTF8.GetBytes(Facts(user, at, amount)), _frame));
        return Policy.Resume(0, _frame, _evaluation, State, held);
    }

    public Decision Decide(string facts)
    {
        var json = Encoding.UTF8.GetBytes(facts);
        if (new FactReader().Read(s_layout, json, _frame) is not { } failure)
            return Policy.Decide(0, _frame, _evaluation, State);
        FittingFacts.Read(s_layout, json, _frame);
        return Policy.Refuse(0, _frame, failure, _evaluation, State);
    }

    public static string Facts(string user, long at = 0, decimal amount = 10m, string channel = "web") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"now":"{{InstantText.Format(
                At(at)
            )}}","today":"2026-06-15","request":{"id":"r"},"user":{"id":"{{user}}","roles":["clerk"]},"level":"low","channel":"{{channel}}","turns":1,
             "amount":{{amount}},"price":20,"risk":0.1,"flagged":false,"input":{"text":"hello"},"items":[]}
            """
        );
}
