using System.Diagnostics;
using System.Globalization;

namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>A program that runs beside the test. What it prints is kept; what it does not end by itself ends with the test.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _late = new(s_patience);
    private readonly List<string> _printed = [];
    private readonly Process _process;
    private readonly Task<string> _errors;

    public RunningProgram(
        string program, string folder, IEnumerable<KeyValuePair<string, string>> environment, IReadOnlyCollection<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Types lines.</summary>
    public void Type(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            _process.StandardInput.WriteLine(line);
    }

    /// <summary>The next line that holds a part. Fails the test where none comes.</summary>
    public async Task<string> LineAsync(string part)
    {
        while (await NextAsync() is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
                return line;
        }
        throw Failed($"did not print '{part}'");
    }

    /// <summary>All that was printed, once nothing more is typed. Fails the test where the program does not end well.</summary>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        _process.StandardInput.Close();
        while (await NextAsync() is not null)
        {
        }
        await _process.WaitForExitAsync(_late.Token);
        return _process.ExitCode == 0 ? _printed : throw Failed($"ended with {_process.ExitCode}");
    }

    /// <summary>Asks the program to end, as the system does that runs it.</summary>
    public void Terminate()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        signal.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _late.Dispose();
    }

    private async Task<string?> NextAsync()
    {
        try
        {
            var line = await _process.StandardOutput.ReadLineAsync(_late.Token);
            if (line is not null)
                _printed.Add(line);
            return line;
        }
        catch (OperationCanceledException)
        {
            throw Failed($"said nothing more for {s_patience.TotalMinutes} minutes");
        }
    }

    private Exception Failed(string what)
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        return new InvalidOperationException($"The program {what}:\n{string.Join('\n', _printed)}\n{_errors.Result}");
    }
}
