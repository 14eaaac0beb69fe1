using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using AirsPolicy.Benchmarks.Quick.Rows;

namespace AirsPolicy.Benchmarks.Quick;

/// <summary>
/// Every bar, in some minutes on a quiet machine: name, figure, what it is held against, how many times that it is, bar, ok or MISSED.
/// </summary>
internal static class QuickRun
{
    private static readonly Func<IEnumerable<QuickRow>>[] s_groups =
    [
        // First, while nothing else lies in memory that the collector would look through with it.
        FrontEndRows.All,
        PackageRows.All,
        DecisionRows.All,
        SchemaRows.All,
        HostRows.All,
        LoadRows.All,
        ReloadRows.All,
        ScaleRows.All,
        ThreadRows.All,
        PastRows.All,
        HaltRows.All,
        StoreRows.All,
        WatchedRows.All,
        OriginRows.All,
        CommandRows.All,
        EvidenceRows.All,
        PatternRows.All,
        StreamRows.All,
        ChatRows.All,
        TextRows.All,
        LanguageRows.All,
        EditorRows.All,
    ];

    /// <summary>
    /// Prints the rows whose names contain one of <paramref name="wanted"/>, or all, and gives how many missed their bar.
    /// </summary>
    public static int Run(TextWriter output, IReadOnlyList<string> wanted)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        output.WriteLine($"{Cpu()}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}");
        output.WriteLine();
        output.WriteLine($"{"what",-66} {"figure",22} {"reference",12} {"ratio",10}   bar");
        var started = Stopwatch.GetTimestamp();
        var missed = 0;
        foreach (var row in s_groups.SelectMany(group => group()))
        {
            if (wanted.Count > 0 && !wanted.Any(part => row.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
                continue;
            var figure = row.Run();
            missed += figure.Ok ? 0 : 1;
            output.WriteLine(
                $"{row.Name,-66} {figure.Text,22} {figure.Reference,12} {(figure.Ratio is { } ratio ? $"{ratio:F2}x" : ""),10}   {row.Bar,-44} {(figure.Ok ? "ok" : "MISSED")}"
            );
        }
        output.WriteLine();
        output.WriteLine($"{missed} missed, in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        return missed;
    }

    private static string Cpu()
    {
        const string file = "/proc/cpuinfo";
        var model = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return model ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
