using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Cli.Importing;

/// <summary>Names in the language for names of a manifest.</summary>
internal static class ToolNames
{
    private const int Longest = 60;

    /// <summary>A name for each wire name, each once, whatever the order they come in.</summary>
    /// <exception cref="UsageException">They cannot be told apart.</exception>
    public static Dictionary<string, string> Of(IReadOnlyCollection<string> wireNames)
    {
        var names = Marked(wireNames.ToDictionary(wire => wire, Snake, StringComparer.Ordinal));
        // A name can be spelled like the mark of others; then all are marked.
        if (Alike(names).Count > 0)
            names = wireNames.ToDictionary(wire => wire, wire => $"{Snake(wire)}_{Mark(wire)}", StringComparer.Ordinal);
        return Alike(names).Count == 0
            ? names
            : throw new UsageException("The manifest lists tools whose names cannot be told apart in the language.");
    }

    private static Dictionary<string, string> Marked(Dictionary<string, string> names)
    {
        var alike = Alike(names);
        return names.ToDictionary(
            pair => pair.Key,
            pair => alike.Contains(pair.Value) ? $"{pair.Value}_{Mark(pair.Key)}" : pair.Value,
            StringComparer.Ordinal);
    }

    private static HashSet<string> Alike(Dictionary<string, string> names) =>
        [.. names.Values.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];

    /// <summary>The spelling of a name: <c>getOrder</c>, <c>Get-Order</c> and <c>get.order</c> become <c>get_order</c>.</summary>
    public static string Snake(string wireName)
    {
        var name = new StringBuilder();
        for (var i = 0; i < wireName.Length && name.Length < Longest; i++)
        {
            var unit = wireName[i];
            if (!char.IsAsciiLetterOrDigit(unit))
            {
                Part(name);
                continue;
            }
            var follows = i > 0 && (char.IsAsciiLetterLower(wireName[i - 1]) || char.IsAsciiDigit(wireName[i - 1]));
            var begins =
                i > 0 && char.IsAsciiLetterUpper(wireName[i - 1]) && i + 1 < wireName.Length && char.IsAsciiLetterLower(wireName[i + 1]);
            if (char.IsAsciiLetterUpper(unit) && (follows || begins))
                Part(name);
            name.Append(char.ToLowerInvariant(unit));
        }
        var spelled = name.ToString().Trim('_');
        if (spelled.Length == 0)
            return "unnamed";
        if (!char.IsAsciiLetterLower(spelled[0]))
            return "tool_" + spelled;
        // A word that means something in the language is read as that in some places.
        return KeywordTable.Find(spelled) == Keyword.None ? spelled : spelled + "_tool";
    }

    private static void Part(StringBuilder name)
    {
        if (name.Length > 0 && name[^1] != '_')
            name.Append('_');
    }

    // Of the wire name alone, so that another tool does not change the name of this one.
    private static string Mark(string wireName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wireName)))[..8];
}
