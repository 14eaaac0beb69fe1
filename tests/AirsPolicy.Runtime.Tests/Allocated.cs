namespace AirsPolicy.Runtime.Tests;

/// <summary>Measures what code allocates on this thread once it is warm.</summary>
internal static class Allocated
{
    /// <summary>
    /// The least number of bytes that a run allocated, of several: what the code itself allocates shows in every run, what the just-in-time
    /// compiler does beside it does not.
    /// </summary>
    public static long Least(Action run)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
