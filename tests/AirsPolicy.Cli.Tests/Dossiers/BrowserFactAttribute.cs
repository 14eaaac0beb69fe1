namespace AirsPolicy.Cli.Tests.Dossiers;

/// <summary>A fact that needs the browser <c>chromium</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Program is null)
            Skip = "There is no program 'chromium' on the path.";
    }

    /// <summary>The path of the browser, or null where there is none.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Join(folder, "chromium")).FirstOrDefault(File.Exists);
}
