using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Watching;

/// <summary>Runs a command, and again whenever a file changes that it has read. Each report is written whole.</summary>
/// <param name="terminal">Where reports go.</param>
/// <param name="changes">Says which files change, and when nobody wants to know any more.</param>
/// <param name="once">One run: writes its report, and notes what it has read.</param>
internal sealed class WatchLoop(Terminal terminal, IChangeSource changes, Action<Terminal, ReadFiles> once)
{
    // Editors write a file in several steps, and a checkout writes many files.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(100);

    // A file that never rests must not keep reports away.
    private const int MostAtOnce = 50;

    /// <summary>Goes on until watching ends.</summary>
    /// <returns>The exit code: that somebody stops to watch is no finding.</returns>
    public int Run()
    {
        for (string? changed = ""; ;)
        {
            var read = new ReadFiles();
            if (Report(read) is not { } report)
                return ExitCode.Clean;
            Show(changed, report);
            changed = Changed(read);
            if (changed is null)
                return ExitCode.Clean;
        }
    }

    // Beside the wait for the end, so that a long run can be stopped as well.
    private string? Report(ReadFiles read)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var run = Task.Run(() => Once(terminal.Into(text), read));
        try
        {
            Task.WaitAny([run], changes.Ended);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        // Throws what the run threw.
        run.GetAwaiter().GetResult();
        return text.ToString();
    }

    private void Once(Terminal report, ReadFiles read)
    {
        try
        {
            once(report, read);
        }
        catch (UsageException mistake)
        {
            // A folder that is empty for a moment is there again at the next change.
            report.Ink.Line(DisplayText.Visible(mistake.Message), Tone.Bad);
        }
    }

    private void Show(string changed, string report)
    {
        if (terminal.IsColoured)
            terminal.Out.Write("\e[H\e[2J\e[3J");
        if (changed.Length > 0)
            terminal.Ink.Line($"changed: {DisplayText.Visible(changed)}", Tone.Faint);
        terminal.Out.Write(report);
        terminal.Ink.Line("watching; Ctrl+C ends", Tone.Faint);
        terminal.Out.Flush();
    }

    // The first file that concerns the run, once changes have come to rest; null where watching has ended.
    private string? Changed(ReadFiles read)
    {
        string? first = null;
        for (var more = 0; more < MostAtOnce && changes.Next(first is null ? Timeout.InfiniteTimeSpan : s_quiet) is { } path;)
        {
            if (first is null && !read.Concern(path))
                continue;
            first ??= path;
            more++;
        }
        return changes.Ended.IsCancellationRequested ? null : first;
    }
}
