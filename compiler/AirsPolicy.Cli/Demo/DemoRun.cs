using System.Collections.Immutable;
using System.Diagnostics;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Cli.Demo;

/// <summary>The policy of the demo from source to a host that decides, with the time each stage took.</summary>
/// <param name="Model">The policy.</param>
/// <param name="Sources">Its files.</param>
/// <param name="Stages">The stages in order, with what came of each.</param>
/// <param name="Host">The host.</param>
internal sealed record DemoRun(
    PolicyModel Model,
    PackageSyntax Sources,
    ImmutableArray<(string Stage, string Result, TimeSpan Time)> Stages,
    PolicyHost Host)
{
    // Enough that the code is compiled as it is in a process that has been running for a while.
    private const int WarmUp = 3_000;
    private const int Measured = 201;

    public static DemoRun Prepare()
    {
        var stages = ImmutableArray.CreateBuilder<(string, string, TimeSpan)>();
        var since = Stopwatch.GetTimestamp();
        var sources = DemoFiles.Policy();
        var analysis = PolicyAnalyzer.Analyze(sources, new PackageLocator([]));
        var model = analysis.Model ?? throw new InvalidOperationException($"The demo's policy does not build: {analysis.Diagnostics[0]}");
        End("check", $"{sources.Trees.Length} files, {model.Controls.Count} controls, no findings");
        var results = new PolicyTestRunner(model).Run();
        int Count(TestVerdict verdict) => results.Count(result => result.Verdict == verdict);
        string?[] counts =
        [
            $"{Count(TestVerdict.Passed)} passed",
            Count(TestVerdict.Failed) is > 0 and var failed ? $"{failed} failed" : null,
            TextReport.Count(Count(TestVerdict.KnownGap), "known gap"),
        ];
        End("test", string.Join(", ", counts.OfType<string>()));
        var bundle = BundleBuilder.Build(model);
        End("build", $"C# emitted and compiled into a bundle of {(bundle.Length + 1023) / 1024} KiB");
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        var activation = host.Load(bundle);
        if (!activation.Activated)
            throw new InvalidOperationException($"The demo's bundle is refused: {activation.Reason}");
        End("load", "every digest checked, the tests' decisions repeated, swapped in");
        return new DemoRun(model, sources, stages.ToImmutable(), host);

        void End(string stage, string result)
        {
            stages.Add((stage, result, Stopwatch.GetElapsedTime(since)));
            since = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>The decision, and the median time from JSON to it once the process is warm.</summary>
    public (Decision Decision, TimeSpan Time) Decide(DemoStep step)
    {
        var decision = Once(step, out _);
        for (var i = 0; i < WarmUp; i++)
            Once(step, out _);
        var times = new long[Measured];
        for (var i = 0; i < Measured; i++)
            Once(step, out times[i]);
        Array.Sort(times);
        return (decision, Stopwatch.GetElapsedTime(0, times[Measured / 2]));
    }

    // A halt of the session stands: each call is to be the first.
    private Decision Once(DemoStep step, out long time)
    {
        var since = Stopwatch.GetTimestamp();
        var decision = Host.Decide(step.Point, step.Facts.Span);
        time = Stopwatch.GetTimestamp() - since;
        if (step.Session is { } session)
        {
            Host.State?.Halts.Lift(HaltScope.Session, new StateKeyWriter().Add(session).ToKey());
            Host.EndSession(session);
        }
        return decision;
    }
}
