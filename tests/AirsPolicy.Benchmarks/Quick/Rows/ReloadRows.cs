using System.Diagnostics;
using System.Runtime.CompilerServices;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What a host does with requests while it takes a new bundle.</summary>
internal static class ReloadRows
{
    private const int Tools = 200;
    private const int Seconds = 3;
    private const int PerSecond = 2_000;
    private const int Runs = 3;
    private const double MostDelay = 25;

    private static readonly byte[] s_facts =
        """{"tool":"tool_7","args":{"quantity":210,"ready":true,"region":"region-8","band":"middle","amount":63,"weight":3.5}}"""u8.ToArray();

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow(
            "reload of 1,000 controls under 2,000 decisions a second, the longest",
            "25 ms in the best of 3 runs, none failed or mixed",
            Reload);
    }

    private static QuickFigure Reload()
    {
        var policy = GeneratedPolicies.ToolMix(Tools);
        byte[][] bundles = [Build(policy), Build($"{policy}\ncontrol other {{ at tool_call  always flag \"other\" }}\n")];
        var host = Hosts.Of(bundles[0]);
        string[] digests = [host.Digest!, Hosts.Of(bundles[1]).Digest!];
        Warm(host);
        var runs = Enumerable.Range(0, Runs).Select(_ => Run(host, bundles, digests)).ToList();
        var (delay, loads, wrong) = runs.MinBy(run => run.Delay);
        wrong = runs.Sum(run => run.Wrong);
        var kept = Collected(host, bundles);
        return new QuickFigure(
            $"{delay:F1} ms, {loads} loads, {wrong} wrong, {kept} kept",
            delay <= MostDelay && wrong == 0 && kept == 0);
    }

    // The longest from when a decision was due until it was made, so that whoever waits behind another counts too.
    private static (double Delay, int Loads, int Wrong) Run(PolicyHost host, byte[][] bundles, string[] digests)
    {
        var (loads, isOver) = (0, false);
        var loading = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                if (host.Load(bundles[++loads % 2]).Reason is { } reason)
                    throw new InvalidOperationException(reason);
                Thread.Sleep(200);
            }
        });
        loading.Start();
        var (longest, wrong) = (TimeSpan.Zero, 0);
        var begun = Stopwatch.GetTimestamp();
        for (var number = 0; number < Seconds * PerSecond; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            while (Stopwatch.GetElapsedTime(begun) < due)
                Thread.Sleep(0);
            var decision = host.Decide("tool_call", s_facts);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (Stopwatch.GetElapsedTime(begun) - due).Ticks));
            wrong += decision.Failure is null && IsOf(decision, digests) ? 0 : 1;
        }
        Volatile.Write(ref isOver, true);
        loading.Join();
        return (longest.TotalMilliseconds, loads, wrong);
    }

    // The second bundle flags what the first lets go on: a decision is of one of them, wholly.
    private static bool IsOf(Decision decision, string[] digests)
    {
        var isSecond = decision.Fired.Any(rule => rule.Origin.Control.EndsWith("other", StringComparison.Ordinal));
        return decision.Bundle == digests[isSecond ? 1 : 0];
    }

    private static void Warm(PolicyHost host)
    {
        for (var number = 0; number < 20_000; number++)
            host.Decide("tool_call", s_facts);
    }

    private static byte[] Build(string source) => BundleBuilder.Build(Policy.Model(source));

    // How many of the programs are left that were in force before.
    private static int Collected(PolicyHost host, byte[][] bundles)
    {
        var old = Swap(host, bundles);
        for (var round = 0; round < 20 && old.Any(program => program.IsAlive); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return old.Count(program => program.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Swap(PolicyHost host, byte[][] bundles)
    {
        var old = new List<WeakReference>();
        for (var number = 0; number < 4; number++)
        {
            old.Add(new WeakReference(host.Program));
            host.Load(bundles[number % 2]);
            host.Load(bundles[(number + 1) % 2]);
        }
        return old;
    }
}
