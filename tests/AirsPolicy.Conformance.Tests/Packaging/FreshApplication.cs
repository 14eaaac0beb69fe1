namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>An application in a folder of its own.</summary>
internal sealed class FreshApplication(string folder, IReadOnlyDictionary<string, string> environment)
{
    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts]);

    public void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
    }

    /// <summary>What a command of the SDK printed; fails the test where it does not end well.</summary>
    public string Dotnet(params string[] arguments) => Command.Run("dotnet", folder, environment, arguments);

    /// <summary>What a build printed that fails.</summary>
    public string FailingBuild(params string[] more)
    {
        var (code, output) = Command.Try("dotnet", folder, environment, ["build", "--no-restore", "--nologo", .. more]);
        Assert.True(code != 0, output);
        return output;
    }

    /// <summary>The lines that a program of the application printed.</summary>
    public string[] Lines(string program, params string[] arguments) =>
        Command.Run(program, folder, environment, arguments)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Starts a program of the application.</summary>
    /// <param name="settings">More variables of its environment.</param>
    public RunningProgram Start(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        new(program, folder, environment.Concat(settings), arguments);

    /// <summary>The bundles that lie below the folder, by their paths in it.</summary>
    public IEnumerable<string> Bundles() =>
        Directory.EnumerateFiles(folder, "*.airsb", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
