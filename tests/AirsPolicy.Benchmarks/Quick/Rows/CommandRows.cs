using System.Diagnostics;
using AirsPolicy.Benchmarks.Policies;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How long the command line takes, from start to end of its process.</summary>
internal static class CommandRows
{
    private const int Runs = 3;

    public static IEnumerable<QuickRow> All() =>
    [
        new("airs check of an example, built executable", "at most 0.4 s", () => Time(0.4, "check", Checkout.Example)),
        new("airs build of 1,000 controls", "at most 4.5 s", () => InFolder(folder =>
        {
            var source = Path.Combine(folder, "bench.airs");
            File.WriteAllText(source, GeneratedPolicies.Buildable(1_000));
            return Time(4.5, "build", source, "-o", Path.Combine(folder, "bench.airsb"));
        })),
        new("airs build of an example", "at most 2.5 s", () => InFolder(folder =>
            Time(2.5, "build", Checkout.Example, "-o", Path.Combine(folder, "example.airsb")))),
    ];

    /// <summary>The median time of some runs of the command, against a bar in seconds.</summary>
    public static QuickFigure Time(double bar, params string[] arguments)
    {
        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
            times[i] = Run(arguments).Seconds;
        var time = Measure.Median(times);
        return new QuickFigure($"{time:F2} s", time <= bar);
    }

    /// <summary>Runs the command once.</summary>
    /// <returns>How long it took, in seconds, and what it wrote.</returns>
    public static (double Seconds, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Checkout.Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0 ? (time, output) : throw new InvalidOperationException($"airs {arguments[0]} ends with {process.ExitCode}: {error.Result}{output}");
    }

    /// <summary>A figure that needs a folder, which is empty before and gone afterwards.</summary>
    public static QuickFigure InFolder(Func<string, QuickFigure> measure)
    {
        var folder = Directory.CreateTempSubdirectory("airs-bench-");
        try
        {
            return measure(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
