using AirsPolicy.Text.Patterns.Parsing;

namespace AirsPolicy.Text.Patterns;

/// <summary>Writes trees back as patterns.</summary>
public static class PatternText
{
    /// <summary>
    /// The canonical source of a tree: parsed again with the same options it gives an equal tree, spans apart.
    /// It stands between slashes as it is.
    /// </summary>
    public static string Write(PatternTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Write(tree.Root);
    }

    internal static string Write(PatternNode root)
    {
        var writer = new TreeWriter();
        writer.WriteAlternation(root);
        return writer.ToString();
    }
}
