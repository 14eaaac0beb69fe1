using AirsPolicy.Benchmarks.Policies;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>That a decision does not grow with the controls that cannot apply.</summary>
internal static class ScaleRows
{
    private const int Operations = 20_000;

    public static IEnumerable<QuickRow> All() =>
        [
            Row(
                "from 10 to 10,000 controls, each on its own tool",
                GeneratedPolicies.OwnTool,
                "tool_call",
                """{"tool":"tool_3","args":{"quantity":5}}"""
            ),
            Row(
                "from 10 to 10,000 controls that differ in user.roles",
                GeneratedPolicies.Roles,
                "input",
                """{"user":{"id":"u","roles":["role-3","other"],"groups":[]},"input":{"text":"Hello."}}"""
            ),
        ];

    private static QuickRow Row(string name, Func<int, string> source, string point, string facts) =>
        new(name, "at most 1.5x or +30 ns", () =>
        {
            var few = new DecisionLoop(source(10), point, facts);
            var many = new DecisionLoop(source(10_000), point, facts);
            var times = Measure.Nanoseconds(Operations, () => few.Run(Operations), () => many.Run(Operations));
            // Of a few nanoseconds the caches alone make more than half.
            return QuickFigure.Against(times[1], times[0], Math.Max(1.5, 1 + (30 / times[0])));
        });
}
