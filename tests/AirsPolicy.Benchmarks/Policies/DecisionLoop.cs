using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>A compiled policy with facts for one of its points, asked again and again.</summary>
internal sealed class DecisionLoop
{
    private readonly CompiledPolicy _policy;
    private readonly int _point;
    private readonly Evaluation _evaluation;

    public DecisionLoop(string source, string point, string facts)
    {
        _policy = Policy.Compile(Policy.Model(source));
        _point = _policy.PointNumber(point);
        Frame = Policy.Frame(_policy, _point, facts);
        _evaluation = _policy.NewEvaluation();
    }

    /// <summary>The facts.</summary>
    public FactFrame Frame { get; }

    /// <summary>Evaluates and gives how many rules fired.</summary>
    public int Once()
    {
        _policy.Evaluate(_point, Frame, _evaluation);
        return _evaluation.Fired.Length;
    }

    public long Run(int times)
    {
        long fired = 0;
        for (var i = 0; i < times; i++)
            fired += Once();
        return fired;
    }
}
