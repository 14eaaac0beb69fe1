using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>That a decision does not grow with the controls that cannot apply.</summary>
internal static class ScaleRows
{
    private const int Operations = 20_000;

    public static IEnumerable<QuickRow> Run()
    {
        yield return Row("from 10 to 10,000 controls, each on its own tool", GeneratedPolicies.OwnTool, "tool_call", """{"tool":"tool_3","args":{"quantity":5}}""");
        yield return Row("from 10 to 10,000 controls that differ in user.roles", GeneratedPolicies.Roles, "input",
            """{"user":{"id":"u","roles":["role-3","other"],"groups":[]},"input":{"text":"Hello."}}""");
    }

    private static QuickRow Row(string name, Func<int, string> source, string point, string facts)
    {
        var few = new Asked(source(10), point, facts);
        var many = new Asked(source(10_000), point, facts);
        var times = Measure.Nanoseconds(Operations, few.Loop, many.Loop);
        return new QuickRow(name, $"{times[0]:F0} → {times[1]:F0} ns", "at most 1.5x or +30 ns", times[1] <= 1.5 * times[0] || times[1] <= times[0] + 30);
    }

    private sealed class Asked
    {
        private readonly CompiledPolicy _policy;
        private readonly int _point;
        private readonly FactFrame _frame;
        private readonly Evaluation _evaluation;

        public Asked(string source, string point, string facts)
        {
            _policy = Policy.Compile(Policy.Model(source));
            _point = _policy.PointNumber(point);
            _frame = Policy.Frame(_policy, _point, facts);
            _evaluation = _policy.NewEvaluation();
        }

        public void Loop()
        {
            for (var i = 0; i < Operations; i++)
                _policy.Evaluate(_point, _frame, _evaluation);
        }
    }
}
