using System.Text;

namespace AirsPolicy.Cli.Console;

/// <summary>What a command reads from and writes to; tests give it texts.</summary>
internal sealed class Terminal : IDisposable
{
    /// <param name="output">What the user asked for.</param>
    /// <param name="error">What went wrong with the call.</param>
    /// <param name="openInput">Opens the standard input, once.</param>
    /// <param name="openOutput">Opens the standard output as bytes, for a command that speaks a protocol.</param>
    /// <param name="isColoured">Colours and cursor movement may be written.</param>
    /// <param name="width">The number of columns, at least 40.</param>
    public Terminal(TextWriter output, TextWriter error, Func<Stream> openInput, Func<Stream> openOutput, bool isColoured, int width)
    {
        Out = output;
        Error = error;
        OpenInput = openInput;
        OpenOutput = openOutput;
        IsColoured = isColoured;
        Width = Math.Max(width, 40);
        Ink = new Ink(output, isColoured);
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public Func<Stream> OpenInput { get; }

    public Func<Stream> OpenOutput { get; }

    public bool IsColoured { get; }

    public int Width { get; }

    public Ink Ink { get; }

    /// <summary>Somebody watches <see cref="Error"/>, and a line there can be written over.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Somebody reads <see cref="Out"/> on a terminal and presses keys.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>What says how long something has taken.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether the reader of <see cref="Out"/> has gone away.</summary>
    public bool IsOutClosed
    {
        get
        {
            try
            {
                Out.Flush();
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
    }

    /// <summary>The terminal of this process. Colours where it is one that shows them and NO_COLOR (no-color.org) is not set.</summary>
    public static Terminal OfProcess()
    {
        // Without System.Console's own writers: opening them reads the terminal's database, which costs more than checking a policy.
        var output = new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false), 16 * 1024);
        var error = new StreamWriter(System.Console.OpenStandardError(), new UTF8Encoding(false), 1024) { AutoFlush = true };
        var isTerminal = !System.Console.IsOutputRedirected;
        var movesCursor = Environment.GetEnvironmentVariable("TERM") is not "dumb";
        var isColoured = isTerminal && movesCursor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(
            output,
            error,
            System.Console.OpenStandardInput,
            System.Console.OpenStandardOutput,
            isColoured,
            isTerminal ? Columns() : 100)
        {
            ShowsProgress = movesCursor && !System.Console.IsErrorRedirected,
            IsInteractive = isTerminal && !System.Console.IsInputRedirected,
        };
    }

    /// <summary>The same terminal, of which both streams go into a text.</summary>
    public Terminal Into(TextWriter text) => new(text, text, OpenInput, OpenOutput, IsColoured, Width) { Time = Time };

    public void Dispose()
    {
        try
        {
            Out.Dispose();
        }
        catch (IOException)
        {
            // The reader is gone; there is nobody to tell.
        }

        Error.Dispose();
    }

    private static int Columns()
    {
        try
        {
            return System.Console.WindowWidth;
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
