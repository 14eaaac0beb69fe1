using System.Runtime.Loader;
using System.Text;
using AirsPolicy.Compiler;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>A model compiled and loaded; disposing it lets the code be collected.</summary>
internal sealed class EmittedEngine : IDisposable
{
    private readonly AssemblyLoadContext _context = new("random", isCollectible: true);
    private readonly CompiledPolicy _policy;
    private readonly Evaluation _evaluation;
    private readonly FactFrame _frame = new();
    private readonly FactReader _reader = new();
    private readonly Dictionary<string, CompiledLayout> _layouts;

    /// <param name="model">The policy.</param>
    /// <param name="limits">How much work the search of texts may be, or null for the default limits.</param>
    public EmittedEngine(PolicyModel model, FactLimits? limits = null)
    {
        var program = PolicyCompiler.Compile(model);
        using var image = new MemoryStream([.. program.Image]);
        var type = _context.LoadFromStream(image).GetTypes().Single(candidate => candidate.IsSubclassOf(typeof(PolicyProgram)));
        _policy = new CompiledPolicy((PolicyProgram)Activator.CreateInstance(type)!, program.Tables);
        // One evaluation and one frame for all requests, as a host has them: what one leaves behind must not be seen by the next.
        _evaluation = _policy.NewEvaluation(limits);
        _layouts = model.Layouts.ToDictionary(layout => layout.Point, CompiledLayout.Of, StringComparer.Ordinal);
    }

    /// <summary>What is asked.</summary>
    public CompiledPolicy Policy => _policy;

    public Decision Decide(string point, string facts)
    {
        var number = _policy.PointNumber(point);
        return _reader.Read(_layouts[point], Encoding.UTF8.GetBytes(facts), _frame) is { } failure
            ? _policy.Refuse(number, failure)
            : _policy.Decide(number, _frame, _evaluation);
    }

    /// <summary>Decides with the past at hand, and records the decision there.</summary>
    public Decision Decide(string point, string facts, PolicyState state) => Decide(point, facts, now: null, state).Decision;

    /// <summary>What judges have found that are asked once a decision is made; null where the facts do not fit.</summary>
    public Decision? Review(string point, string facts, PolicyState state) =>
        _reader.Read(_layouts[point], Encoding.UTF8.GetBytes(facts), _frame) is null
            ? _policy.Review(_policy.PointNumber(point), _frame, _evaluation, state)
            : null;

    /// <summary>The decisions on the requests of tests, each run of them on a past of its own.</summary>
    public IEnumerable<(TestVector Vector, Decision Decision)> Repeat(IEnumerable<TestVector> vectors)
    {
        var (state, run) = (NewState(), -1);
        foreach (var vector in vectors)
        {
            (state, run) = (vector.Run == run ? state : NewState(), vector.Run);
            yield return (vector, Decide(vector.Point, vector.Facts, now: null, state).Decision);
        }
    }

    /// <summary>A past in which nothing has happened.</summary>
    public PolicyState NewState() => new(_policy.State);

    /// <summary>The decision as a host makes it that keeps the past, and the number under which it waits.</summary>
    /// <param name="now">The time where the facts do not fit, or null for that of what fits of them.</param>
    public (Decision Decision, long? Held) Decide(string point, string facts, long? now, PolicyState state)
    {
        var number = _policy.PointNumber(point);
        var json = Encoding.UTF8.GetBytes(facts);
        if (_reader.Read(_layouts[point], json, _frame) is not { } failure)
            return (_policy.Decide(number, _frame, _evaluation, state), _evaluation.Held);
        FittingFacts.Read(_layouts[point], json, _frame);
        if (now is { } time)
            _frame.Set(SlotLayout.Offset(_layouts[point].Layout.Facts, "now"), time);
        return (_policy.Refuse(number, _frame, failure, _evaluation, state), _evaluation.Held);
    }

    /// <summary>The decision on what has waited for people, made again, and the number under which it waits on.</summary>
    public (Decision Decision, long? Held) Resume(string point, string facts, long now, PolicyState state, long held)
    {
        var number = _policy.PointNumber(point);
        var json = Encoding.UTF8.GetBytes(facts);
        var failure = _reader.Read(_layouts[point], json, _frame);
        if (failure is not null)
        {
            FittingFacts.Read(_layouts[point], json, _frame);
            _frame.Set(SlotLayout.Offset(_layouts[point].Layout.Facts, "now"), now);
        }
        return (_policy.Resume(number, _frame, _evaluation, state, held, failure), _evaluation.Held);
    }

    /// <summary>What a run is if it is over now, or null.</summary>
    public RunOutcome? OutcomeOf(PolicyState state, string run, long now, params IReadOnlyCollection<string> reached) =>
        _policy.OutcomeOf(state, new StateKeyWriter().Add(run).ToKey(), reached, now);

    public void Dispose() => _context.Unload();
}
