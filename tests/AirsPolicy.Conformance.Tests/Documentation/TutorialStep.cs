namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>What a reader of a tutorial does, in the order of the page.</summary>
/// <param name="File">The file to write, or null for commands.</param>
/// <param name="Text">What the file holds, or the commands.</param>
/// <param name="Output">The lines that the page shows of what the commands print.</param>
internal sealed record TutorialStep(string? File, string Text, IReadOnlyList<string> Output)
{
    /// <summary>Commands are fences marked <c>sh</c>, files fences that name them, and what is printed fences marked <c>text</c>.</summary>
    public static IReadOnlyList<TutorialStep> Of(string markdown)
    {
        var steps = new List<TutorialStep>();
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            string[] marks = lines[i][3..].Split(' ');
            var body = lines.Skip(i + 1).TakeWhile(line => line != "```").ToList();
            i += body.Count + 1;
            if (marks is ["text"])
                steps[^1] = steps[^1] with { Output = body };
            else if (marks is ["sh"])
                steps.Add(new TutorialStep(null, string.Join('\n', body), []));
            else
                steps.Add(new TutorialStep(marks[1], string.Join('\n', body) + "\n", []));
        }
        return steps;
    }
}
