namespace AirsPolicy.Cli.Reviewing;

/// <summary>The screen and the keys of a reviewer.</summary>
internal interface IReviewConsole
{
    int Width { get; }

    int Height { get; }

    /// <summary>Shows these lines and nothing else.</summary>
    void Show(IReadOnlyList<string> lines);

    /// <summary>The next key; null where none comes within a time.</summary>
    ConsoleKeyInfo? Key(TimeSpan within);

    /// <summary>A line of text; empty where the reviewer wants none.</summary>
    string Line(string prompt);

    /// <summary>A text as the reviewer changes it; null where they leave it.</summary>
    string? Edit(string text);
}
