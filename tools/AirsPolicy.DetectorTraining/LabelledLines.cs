namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Texts of one's own to learn from, a line each: behind <c>+</c> what should be found, behind <c>-</c> what should not. What begins with
/// <c>#</c> says nothing.
/// </summary>
internal static class LabelledLines
{
    /// <summary>The weights file of a model trained on the texts of a file.</summary>
    /// <exception cref="FormatException">A line begins with something else; the message says which.</exception>
    public static string Train(string file)
    {
        var source = new TextSource(Path.GetFileNameWithoutExtension(file), "written for it", "the licence of the policy");
        var texts = File.ReadLines(file)
            .Select((line, number) => (Line: line.Trim(), Number: number + 1))
            .Where(row => row.Line.Length > 0 && row.Line[0] != '#')
            .Select(row => Read(source, row.Line, row.Number));
        return WeightsText.Train([.. texts], [source]);
    }

    private static LabelledText Read(TextSource source, string line, int number) => line[0] is '+' or '-'
        ? new LabelledText(source, line[1..].Trim(), line[0] == '+')
        : throw new FormatException($"Line {number} begins with neither '+' nor '-'.");
}
