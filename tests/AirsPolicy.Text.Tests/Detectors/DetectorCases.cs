using System.Text.RegularExpressions;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>
/// The cases of built-in detectors, a file each. A case is a line: a text with each match in double brackets, escapes as in JSON. Lines
/// that begin with # say what follows shows.
/// </summary>
internal static class DetectorCases
{
    /// <summary>Parts a value that scanners of repositories would take for a secret; it is taken out.</summary>
    public const string Parting = "|+|";

    private static readonly string s_folder = Path.Combine(
        Path.GetDirectoryName(typeof(DetectorCases).Assembly.Location)!,
        "Detectors",
        "cases");

    /// <summary>The names of the files.</summary>
    public static IEnumerable<string?> Names => Directory.GetFiles(s_folder).Select(Path.GetFileNameWithoutExtension);

    /// <summary>The lines as they stand in the file.</summary>
    public static IEnumerable<string> Of(string name) => Lines(name).Where(line => line[0] != '#');

    /// <summary>The texts, marked.</summary>
    public static List<string> Marked(string name) => [.. Of(name).Select(Read)];

    /// <summary>The texts below the line that says what they show, marked.</summary>
    public static List<string> Below(string name, string title) =>
        [.. Lines(name).SkipWhile(line => line != "# " + title).Skip(1).TakeWhile(line => line[0] != '#').Select(Read)];

    /// <summary>A text without its marks.</summary>
    public static string Unmark(string marked) =>
        marked.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string name) =>
        File.ReadAllLines(Path.Combine(s_folder, name + ".txt")).Where(line => line.Length > 0);

    private static string Read(string line) => Regex.Unescape(line.Replace(Parting, "", StringComparison.Ordinal));
}
