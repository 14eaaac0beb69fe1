namespace AirsPolicy.Text.Patterns;

/// <summary>A pattern within all <see cref="PatternLimits"/>; only <see cref="PatternParser"/> makes one.</summary>
public sealed record PatternTree
{
    internal PatternTree(string source, PatternOptions options, PatternNode root)
    {
        Source = source;
        Options = options;
        Root = root;
    }

    /// <summary>The text that was parsed, without slashes and flags.</summary>
    public string Source { get; }

    public PatternOptions Options { get; }

    public PatternNode Root { get; }

    internal bool IgnoreCase => (Options & PatternOptions.IgnoreCase) != 0;
}
