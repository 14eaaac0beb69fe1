using System.Globalization;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Storing;

/// <summary>What <c>airs store check</c> says to people and to programs.</summary>
internal static class StoreText
{
    public static void Write(Ink ink, string path, StoreCheck check)
    {
        ink.Write(DisplayText.Visible(path), Tone.Strong).Line($": {Size(check.Bytes)}");
        if (check.Figures is { } figures)
        {
            ink.Line($"  state      {figures.Changes} changes");
            ink.Line($"  evidence   {figures.Leaves} records, content of {figures.Contents} kept");
            ink.Line($"  named      {figures.Names}");
        }
        foreach (var fault in check.Faults)
            ink.Write("wrong: ", Tone.Bad).Line(DisplayText.Visible(fault));
        if (check.Faults.Count == 0)
            ink.Line("A host can begin again on it. Whether its evidence was changed says 'airs audit verify'.", Tone.Good);
        else
            ink.Line("No host can rely on it. Put it aside, with the file '-wal' beside it, and begin with a backup.", Tone.Bad);
    }

    public static void WriteJson(TextWriter output, string path, StoreCheck check) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("store", path);
        json.WriteBoolean("sound", check.Faults.Count == 0);
        json.WriteNumber("bytes", check.Bytes);
        if (check.Figures is { } figures)
        {
            json.WriteNumber("changes", figures.Changes);
            json.WriteNumber("records", figures.Leaves);
            json.WriteNumber("contents", figures.Contents);
            json.WriteNumber("named", figures.Names);
        }
        json.WriteStartArray("faults");
        foreach (var fault in check.Faults)
            json.WriteStringValue(fault);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A number of bytes, for people.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MiB"),
    };
}
