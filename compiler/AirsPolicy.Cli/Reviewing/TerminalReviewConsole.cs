using System.Diagnostics;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>The terminal of this process, as a reviewer uses it.</summary>
internal sealed class TerminalReviewConsole(Terminal terminal) : IReviewConsole
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    public int Width => System.Console.WindowWidth - 1;

    public int Height => System.Console.WindowHeight;

    public void Show(IReadOnlyList<string> lines)
    {
        System.Console.Clear();
        foreach (var (number, line) in lines.Index())
        {
            terminal.Ink.Write(line, number == 0 ? Tone.Strong : number == lines.Count - 1 ? Tone.Faint : Tone.Plain);
            if (number < lines.Count - 1)
                terminal.Ink.Line();
        }
        terminal.Out.Flush();
    }

    public ConsoleKeyInfo? Key(TimeSpan within)
    {
        var began = Stopwatch.GetTimestamp();
        while (!System.Console.KeyAvailable)
        {
            if (Stopwatch.GetElapsedTime(began) >= within)
                return null;
            Thread.Sleep(s_look);
        }
        return System.Console.ReadKey(intercept: true);
    }

    public string Line(string prompt)
    {
        terminal.Out.Write($"\n{prompt}");
        terminal.Out.Flush();
        return System.Console.ReadLine()?.Trim() ?? "";
    }

    public string? Edit(string text)
    {
        var editor = (Environment.GetEnvironmentVariable("VISUAL") ?? Environment.GetEnvironmentVariable("EDITOR") ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries);
        if (editor.Length == 0)
            return Line($"{text}\nThe whole as it is to be, on one line, or nothing: ") is { Length: > 0 } line ? line : null;
        // A folder of its own, which nobody else can look into.
        var folder = Directory.CreateTempSubdirectory("airs-review-");
        try
        {
            var file = Path.Combine(folder.FullName, "content.json");
            File.WriteAllText(file, text);
            using var process = Process.Start(new ProcessStartInfo(editor[0], [.. editor[1..], file]) { UseShellExecute = false });
            process!.WaitForExit();
            var edited = File.ReadAllText(file);
            return process.ExitCode == 0 && edited.TrimEnd() != text.TrimEnd() ? edited : null;
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or IOException)
        {
            Line($"The editor '{editor[0]}' cannot be used: {DisplayText.Visible(fault.Message)} Enter goes on. ");
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
