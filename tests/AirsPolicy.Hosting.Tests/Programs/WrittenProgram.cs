using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Tests.Programs;

/// <summary>A policy program by hand, so that a host is tested without a compiler.</summary>
/// <param name="decide">What stands at a point: the point's number, the facts and the evaluation.</param>
internal sealed class WrittenProgram(Action<int, FactFrame, Evaluation> decide) : PolicyProgram
{
    public override void Decide(int point, FactFrame facts, Evaluation evaluation) => decide(point, facts, evaluation);

    public override void Run(int block, FactFrame facts, Evaluation evaluation) =>
        throw new InvalidOperationException("The program has no blocks.");

    public override bool Test(int test, FactFrame facts, Evaluation evaluation) =>
        throw new InvalidOperationException("The program has no tests.");
}
