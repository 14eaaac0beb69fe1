using AirsPolicy.Cli.Reviewing;

namespace AirsPolicy.Cli.Tests.Reviewing;

/// <summary>A screen of 80 columns and 24 lines, and keys that were written down. It quits where they are used up.</summary>
/// <param name="keys">
/// One character a key; <c>\r</c> is Enter, <c>.</c> is nothing within the time, and <c>+</c> a screen of 44 lines.
/// </param>
internal sealed class FakeConsole(string keys) : IReviewConsole
{
    private int _at;

    public int Width => 80;

    public int Height { get; private set; } = 24;

    public Queue<string> Lines { get; } = [];

    public Func<string, string?> Editor { get; init; } = _ => null;

    /// <summary>All that was shown, each screen as one text.</summary>
    public List<string> Screens { get; } = [];

    public void Show(IReadOnlyList<string> lines)
    {
        Assert.All(lines, line => Assert.InRange(line.Length, 0, Width));
        Assert.InRange(lines.Count, 1, Height);
        Screens.Add(string.Join('\n', lines));
    }

    public ConsoleKeyInfo? Key(TimeSpan within)
    {
        var key = _at < keys.Length ? keys[_at++] : 'q';
        Height = key == '+' ? 44 : Height;
        return key is '.' or '+' ? null : new ConsoleKeyInfo(key, key == '\r' ? ConsoleKey.Enter : ConsoleKey.None, false, false, false);
    }

    public string Line(string prompt) => Lines.Count > 0 ? Lines.Dequeue() : "";

    public string? Edit(string text) => Editor(text);
}
