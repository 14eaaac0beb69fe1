using System.Runtime.Loader;
using System.Text;
using AirsPolicy.Compiler;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.State;

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

    public EmittedEngine(PolicyModel model)
    {
        var program = PolicyCompiler.Compile(model);
        using var image = new MemoryStream([.. program.Image]);
        var type = _context.LoadFromStream(image).GetTypes().Single(candidate => candidate.IsSubclassOf(typeof(PolicyProgram)));
        _policy = new CompiledPolicy((PolicyProgram)Activator.CreateInstance(type)!, program.Tables);
        // One evaluation and one frame for all requests, as a host has them: what one leaves behind must not be seen by the next.
        _evaluation = _policy.NewEvaluation();
        _layouts = model.Layouts.ToDictionary(layout => layout.Point, CompiledLayout.Of, StringComparer.Ordinal);
    }

    public Decision Decide(string point, string facts)
    {
        var number = _policy.PointNumber(point);
        return _reader.Read(_layouts[point], Encoding.UTF8.GetBytes(facts), _frame) is { } failure
            ? _policy.Refuse(number, failure)
            : _policy.Decide(number, _frame, _evaluation);
    }

    /// <summary>Decides with the past at hand, and records the decision there.</summary>
    public Decision Decide(string point, string facts, PolicyState state)
    {
        var number = _policy.PointNumber(point);
        return _reader.Read(_layouts[point], Encoding.UTF8.GetBytes(facts), _frame) is { } failure
            ? _policy.Refuse(number, failure)
            : _policy.Decide(number, _frame, _evaluation, state);
    }

    public PolicyState NewState() => new(_policy.State);

    public void Dispose() => _context.Unload();
}
