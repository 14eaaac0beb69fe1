using System.Diagnostics;
using System.Runtime;

namespace AirsPolicy.Benchmarks.Quick;

/// <summary>
/// Times small things by repeating them, in rounds that alternate between the things compared, so that a machine that slows down slows
/// both.
/// </summary>
internal static class Measure
{
    // Many short rounds: on a busy machine most of them are left alone, and the median is one of those.
    private const int Rounds = 31;

    private const int Pairs = 4_001;

    private const int FewestCalls = 40;

    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Nanoseconds for each of several actions, the median of the rounds.</summary>
    /// <param name="operations">How often one call of an action does the thing measured.</param>
    /// <param name="actions">What is compared.</param>
    public static double[] Nanoseconds(int operations, params Action[] actions)
    {
        foreach (var action in actions)
            Warm(action);
        var times = actions.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                actions[i]();
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
            }
        }
        return [.. times.Select(Median)];
    }

    /// <summary>
    /// Nanoseconds of one action and how many more another takes, both the median: of pairs of short rounds, one right behind the other, of
    /// which now the one comes first and now the other. What slows a machine down slows both of most pairs, and those that it falls between
    /// lie on both sides.
    /// </summary>
    /// <param name="operations">
    /// How often one call of an action does the thing measured; few enough that a round takes a tenth of a millisecond.
    /// </param>
    /// <param name="without">What is compared with.</param>
    /// <param name="with">The same with more to do.</param>
    public static (double Without, double More) Difference(int operations, Action without, Action with)
    {
        // Together, so that what is compiled for both has seen both.
        Warm(() =>
        {
            without();
            with();
        });
        var (times, more) = (new double[Pairs], new double[Pairs]);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (first, second) = pair % 2 == 0 ? (without, with) : (with, without);
            var start = Stopwatch.GetTimestamp();
            first();
            var between = Stopwatch.GetTimestamp();
            second();
            var end = Stopwatch.GetTimestamp();
            var (early, late) = (
                Stopwatch.GetElapsedTime(start, between).TotalNanoseconds / operations,
                Stopwatch.GetElapsedTime(between, end).TotalNanoseconds / operations);
            (times[pair], more[pair]) = pair % 2 == 0 ? (early, late - early) : (late, early - late);
        }
        return (Median(times), Median(more));
    }

    /// <summary>
    /// Nanoseconds for each of several actions that do the same each time, the quickest of the rounds: what takes milliseconds is
    /// interrupted on a busy machine in most rounds, and never made faster.
    /// </summary>
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="actions">What is compared.</param>
    public static double[] Quickest(int rounds, params Action[] actions)
    {
        foreach (var action in actions)
            Warm(action);
        var times = actions.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                actions[i]();
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            }
        }
        return times;
    }

    /// <summary>Milliseconds of an action, the median of some runs, warm.</summary>
    public static double Milliseconds(int runs, Action action)
    {
        Warm(action, fewest: 1);
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return Median(times);
    }

    /// <summary>Bytes that this thread allocates for one call, after warm-up.</summary>
    public static long Allocated(Action action)
    {
        Warm(action);
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    // Repeats until the JIT has been quiet for a while: code is compiled anew as it grows warm, in the background, behind everything else
    // that did.
    private static void Warm(Action action, int fewest = FewestCalls)
    {
        var (started, quiet) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        var compiled = JitInfo.GetCompiledMethodCount();
        for (var i = 0; i < fewest || Stopwatch.GetElapsedTime(quiet) < s_quiet && Stopwatch.GetElapsedTime(started) < s_longestWarmUp; i++)
        {
            action();
            if (JitInfo.GetCompiledMethodCount() is var now && now != compiled)
                (compiled, quiet) = (now, Stopwatch.GetTimestamp());
        }
    }
}
