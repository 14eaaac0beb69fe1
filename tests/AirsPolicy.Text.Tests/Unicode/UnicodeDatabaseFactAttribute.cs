namespace AirsPolicy.Text.Tests.Unicode;

/// <summary>
/// A fact that needs the files of the Unicode Character Database, of the version of the tables, where Debian's unicode-data puts them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnicodeDatabaseFactAttribute : FactAttribute
{
    public const string Folder = "/usr/share/unicode";

    public UnicodeDatabaseFactAttribute()
    {
        var scripts = Path.Combine(Folder, "Scripts.txt");
        var expected = $"# Scripts-{AirsPolicy.Text.Unicode.CharacterTables.UnicodeVersion}.txt";
        if (!File.Exists(scripts))
            Skip = $"'{Folder}' does not hold the Unicode Character Database; install the package unicode-data.";
        else if (File.ReadLines(scripts).First() != expected)
            Skip = $"'{scripts}' is of another Unicode version than the tables: '{expected}' was looked for.";
    }
}
