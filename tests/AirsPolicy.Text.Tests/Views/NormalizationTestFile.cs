using System.Diagnostics;
using System.Globalization;
using AirsPolicy.Text.Tests.Unicode;

namespace AirsPolicy.Text.Tests.Views;

/// <summary>The rows of NormalizationTest.txt, which Debian packs with bzip2.</summary>
internal static class NormalizationTestFile
{
    public const string Unpacker = "/usr/bin/bzip2";

    public static string Packed { get; } = Path.Combine(UnicodeDatabaseFactAttribute.Folder, "NormalizationTest.txt.bz2");

    /// <summary>The five columns of each row as texts.</summary>
    public static List<string[]> Rows()
    {
        using var unpacking = Process.Start(new ProcessStartInfo(Unpacker, ["-dc", Packed]) { RedirectStandardOutput = true });
        Assert.NotNull(unpacking);
        var rows = new List<string[]>();
        while (unpacking.StandardOutput.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] is '#' or '@') continue;
            rows.Add([.. line.Split(';').Take(5).Select(column => string.Concat(column.Split(' ')
                .Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))))]);
        }
        unpacking.WaitForExit();
        return rows;
    }
}
