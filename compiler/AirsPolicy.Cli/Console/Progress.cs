using System.Globalization;

namespace AirsPolicy.Cli.Console;

/// <summary>
/// How far long work has come, for whoever waits at a terminal: nothing within the first two seconds, then one line on the error stream
/// that is written over and is gone at the end.
/// </summary>
/// <param name="terminal">Where it is written.</param>
/// <param name="doing">What is under way: "comparing".</param>
/// <param name="counted">What is counted, in the plural: "requests".</param>
internal sealed class Progress(Terminal terminal, string doing, string counted) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly long _begun = terminal.Time.GetTimestamp();
    private TimeSpan _next = s_patience;
    private int _most;
    private int _shown;

    /// <summary>Nobody is told where no one watches, or where what is written is for a program.</summary>
    public static Progress? Of(Terminal terminal, string doing, string counted, bool isJson) =>
        terminal.ShowsProgress && !isJson ? new Progress(terminal, doing, counted) : null;

    /// <summary>Says what is done by now. May be called from any thread; an older number than the last is passed over.</summary>
    /// <param name="all">How much there is to do, or null where that is not known.</param>
    public void Report(int done, int? all = null)
    {
        lock (_lock)
        {
            var since = terminal.Time.GetElapsedTime(_begun);
            if (since < _next || done < _most)
                return;
            (_most, _next) = (done, since + s_pause);
            var line = all is { } total
                ? string.Create(CultureInfo.InvariantCulture, $"{doing}: {done} of {total} {counted}")
                : string.Create(CultureInfo.InvariantCulture, $"{doing}: {done} {counted}");
            terminal.Error.Write($"\r{line.PadRight(_shown)}");
            _shown = line.Length;
        }
    }

    /// <summary>Writes to the standard output, which may be the same screen.</summary>
    public void Around(Action write)
    {
        lock (_lock)
        {
            Erase();
            write();
            if (_next > s_patience)
                terminal.Out.Flush();
        }
    }

    /// <summary>Takes the line away; what is reported later brings it back.</summary>
    public void Clear()
    {
        lock (_lock)
            Erase();
    }

    public void Dispose() => Clear();

    // Blanks and not a control sequence, which not every terminal knows.
    private void Erase()
    {
        if (_shown > 0)
            terminal.Error.Write($"\r{new string(' ', _shown)}\r");
        _shown = 0;
    }
}
