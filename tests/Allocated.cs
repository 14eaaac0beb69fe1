using System.Diagnostics;

namespace AirsPolicy.Tests;

/// <summary>Measures what code allocates on this thread once it is warm.</summary>
internal static class Allocated
{
    private const int Rounds = 1_000;

    // The run time compiles again what runs often, on a thread of its own and only once nothing new is compiled elsewhere; until then its
    // own generics can allocate.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>The least number of bytes that a run allocated, of many: what the code itself allocates shows in every run.</summary>
    public static long Least(Action run)
    {
        var least = long.MaxValue;
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; least > 0 && (i < Rounds || Stopwatch.GetElapsedTime(begin) < s_patience); i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
