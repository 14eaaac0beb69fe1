namespace AirsPolicy.Runtime.Tests;

/// <summary>Measures what code allocates on this thread once it is warm.</summary>
internal static class Allocated
{
    private const int Rounds = 1_000;

    /// <summary>The least number of bytes that a run allocated, of many: what the code itself allocates shows in every run.</summary>
    public static long Least(Action run)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Rounds && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
