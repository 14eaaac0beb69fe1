using System.Diagnostics;

namespace AirsPolicy.Cli.Tests.Integration;

/// <summary>The script of the action in a repository of its own, with the command as it was built.</summary>
internal sealed class ActionScript : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ActionScript()
    {
        Git("init", "--quiet", "--initial-branch", "main");
        Program("airs", $"exec dotnet '{Path.Join(AppContext.BaseDirectory, "airs.dll")}' \"$@\"");
    }

    public static string Folder { get; } = FileOf(".github", "actions", "airs");

    /// <summary>A file or folder of this repository.</summary>
    public static string FileOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "AirsPolicy.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return Path.Join([folder.FullName, .. parts]);
    }

    /// <summary>Writes a program that the script finds before others.</summary>
    public void Program(string name, string body)
    {
        var path = _folder.Write($".bin/{name}", $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Write(string name, string text) => _folder.Write(name, text);

    public void Delete(string name) => Directory.Delete(_folder.PathOf(name), recursive: true);

    public string Read(string name) => File.ReadAllText(_folder.PathOf(name));

    public bool Has(string name) => File.Exists(_folder.PathOf(name));

    public void Commit()
    {
        Git("add", "--all", "--", ":!.bin");
        string[] author = ["-c", "user.name=a", "-c", "user.email=a@shop.example", "-c", "commit.gpgsign=false"];
        Git([.. author, "commit", "--quiet", "--message", "change"]);
    }

    /// <summary>Runs one step.</summary>
    public (int Code, string Output) Run(string step, params (string Name, string Value)[] variables)
    {
        var start = Start("bash", [Path.Join(Folder, "run.sh"), step]);
        start.Environment["PATH"] = $"{_folder.PathOf(".bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["GITHUB_STEP_SUMMARY"] = _folder.PathOf("job.md");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Output(start);
    }

    public void Dispose() => _folder.Dispose();

    private void Git(params string[] arguments)
    {
        var (code, output) = Output(Start("git", arguments));
        Assert.True(code == 0, output);
    }

    private ProcessStartInfo Start(string program, string[] arguments) =>
        new(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };

    private static (int Code, string Output) Output(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
