using System.Globalization;
using System.Runtime.InteropServices;
using AirsPolicy.Benchmarks.Quick.Rows;

namespace AirsPolicy.Benchmarks.Quick;

/// <summary>Every bar in under a minute: name, figure, bar, ok or MISSED.</summary>
internal static class QuickRun
{
    private static readonly Func<IEnumerable<QuickRow>>[] Groups =
    [
        DecisionRows.Run,
        ScaleRows.Run,
        FrontEndRows.Run,
        PatternRows.Run,
    ];

    public static int Run(TextWriter output)
    {
        output.WriteLine($"{Cpu()}, {RuntimeInformation.FrameworkDescription}");
        output.WriteLine();
        var missed = 0;
        foreach (var group in Groups)
        {
            foreach (var row in group())
            {
                missed += row.Ok ? 0 : 1;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name,-62} {row.Figure,18}   {row.Bar,-28} {(row.Ok ? "ok" : "MISSED")}"));
            }
        }
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
