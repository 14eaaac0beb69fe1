using System.ComponentModel;
using System.Diagnostics;

namespace AirsPolicy.Hosting.Tests.Evidence;

/// <summary>A fact that needs the program <c>openssl</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpensslFactAttribute : FactAttribute
{
    public OpensslFactAttribute()
    {
        try
        {
            _ = Run("openssl", ".", "version");
            _ = Run("sh", ".", "-c", "true");
        }
        catch (Win32Exception)
        {
            Skip = "There is no program 'openssl' on the path, or no shell.";
        }
    }

    /// <summary>Runs a program in a folder and gives its exit code and what it prints.</summary>
    internal static (int Code, string Output) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
