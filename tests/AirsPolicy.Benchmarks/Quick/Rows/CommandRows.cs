using System.Diagnostics;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Benchmarks.References;
using AirsPolicy.Compiler;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How long the command line takes, from start to end of its process.</summary>
internal static class CommandRows
{
    private const int Runs = 5;

    public static IEnumerable<QuickRow> All() =>
    [
        new("airs check of an example", "at most 4x an empty process", () => AgainstNothing(4, "check", Checkout.Example)),
        new("airs build of 1,000 controls", "at most 1.5x the C# compiler alone", () => InFolder(folder =>
        {
            var source = Path.Combine(folder, "bench.airs");
            File.WriteAllText(source, GeneratedPolicies.Buildable(1_000));
            return AgainstCompiler(folder, Policy.Model(GeneratedPolicies.Buildable(1_000)), source);
        })),
        new("airs build of an example", "at most 1.5x the C# compiler alone", () => InFolder(folder =>
            AgainstCompiler(folder, Policy.ModelIn(Checkout.Example), Checkout.Example))),
    ];

    /// <summary>A command held against a process that starts and ends.</summary>
    public static QuickFigure AgainstNothing(double bar, params string[] arguments) =>
        Compare(bar, () => Run(arguments), () => RunOwn(OwnProcess.Empty));

    // What the command compiles is compiled alone, by a process that begins as cold.
    private static QuickFigure AgainstCompiler(string folder, PolicyModel model, string path)
    {
        var code = Path.Combine(folder, "emitted.cs");
        File.WriteAllText(code, PolicyCompiler.Compile(model).Code);
        return Compare(1.5, () => Run("build", path, "-o", Path.Combine(folder, "bench.airsb")), () => RunOwn(OwnProcess.Compile(code)));
    }

    // One behind the other, so that a machine that slows down slows both.
    private static QuickFigure Compare(
        double bar,
        Func<(double Seconds, string Output)> command,
        Func<(double Seconds, string Output)> reference)
    {
        var (times, references) = (new double[Runs], new double[Runs]);
        for (var i = 0; i < Runs; i++)
            (times[i], references[i]) = (command().Seconds, reference().Seconds);
        return QuickFigure.Against(Measure.Median(times) * 1e9, Measure.Median(references) * 1e9, bar);
    }

    /// <summary>Runs the command once.</summary>
    /// <returns>How long it took, in seconds, and what it wrote.</returns>
    public static (double Seconds, string Output) Run(params string[] arguments) => Run(Checkout.Executable, arguments);

    private static (double Seconds, string Output) RunOwn(string[] arguments) => Run(Environment.ProcessPath!, arguments);

    private static (double Seconds, string Output) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0
            ? (time, output)
            : throw new InvalidOperationException($"{program} {arguments[0]} ends with {process.ExitCode}: {error.Result}{output}");
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
