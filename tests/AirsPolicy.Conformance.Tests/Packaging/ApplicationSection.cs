namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>A section of the guide to applications, with what it shows.</summary>
internal sealed record ApplicationSection(string Start, string Content)
{
    /// <summary>Its policy: one of its own, or that of the page.</summary>
    public string Policy => Find(Content, "airs") ?? Find(Start, "airs")!;

    /// <summary>The lines that a user types in the conversation that it shows.</summary>
    public IEnumerable<string> Questions => Lines("text").Where((_, number) => number % 2 == 0);

    /// <summary>The lines that answer them.</summary>
    public IEnumerable<string> Answers => Lines("text").Where((_, number) => number % 2 == 1);

    public static ApplicationSection Of(string title)
    {
        var sections = File.ReadAllText(Repository.PathOf("docs", "guide", "applications.md")).Split("\n## ");
        return new ApplicationSection(sections[0], sections.Single(section => section.StartsWith($"{title}\n", StringComparison.Ordinal)));
    }

    /// <summary>Its first block in a language.</summary>
    public string Block(string language) =>
        Find(Content, language) ?? throw new InvalidOperationException($"There is no block of {language}.");

    /// <summary>The lines of that block which hold something.</summary>
    public string[] Lines(string language) => Block(language).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? Find(string text, string language) =>
        text.Split($"```{language}\n") is [_, var after, ..] ? after.Split("```")[0] : null;
}
