using System.Globalization;

namespace AirsPolicy.UnicodeTables;

/// <summary>
/// Reads the line format shared by the files of the Unicode Character Database: fields split by ';', '#' opens a comment.
/// </summary>
internal static class DatabaseFile
{
    /// <summary>The fields of every line that holds data, trimmed, in file order.</summary>
    public static IEnumerable<string[]> Rows(string path) =>
        from line in File.ReadLines(path)
        let data = line.Split('#')[0]
        where !string.IsNullOrWhiteSpace(data)
        select data.Split(';', StringSplitOptions.TrimEntries);

    /// <summary>The first field of a row: one code point, or two joined by '..'.</summary>
    public static IEnumerable<int> CodePoints(string field)
    {
        var bounds = field.Split("..");
        var first = Hexadecimal(bounds[0]);
        return Enumerable.Range(first, Hexadecimal(bounds[^1]) - first + 1);
    }

    /// <summary>A list of code points split by spaces.</summary>
    public static int[] Sequence(string field) =>
        [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hexadecimal)];

    public static int Hexadecimal(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
