using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Starting;

/// <summary>The name of a package that is not written yet.</summary>
internal static class PackageName
{
    private const string Form = "names are lower_snake_case, with dots between their parts, such as shop.desk";

    /// <summary>A name that was given.</summary>
    /// <exception cref="UsageException">It is none that a new package can have.</exception>
    public static string Of(string name)
    {
        if (!IsName(name))
            throw new UsageException($"'{name}' is no name of a package; {Form}.");
        if (new PackageLocator([]).Find(name) is not null)
            throw new UsageException($"'{name}' is a package that ships with airs; give yours another name.");
        return name;
    }

    /// <summary>The name of a package after its folder.</summary>
    /// <exception cref="UsageException">The folder's name cannot be made one.</exception>
    public static string OfFolder(string folder)
    {
        var last = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var name = last.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        return IsName(name)
            ? Of(name)
            : throw new UsageException($"The folder '{last}' gives no name of a package; write one with --name: {Form}.");
    }

    /// <summary>The name of a package after what a system is called; <c>my_system</c> where that gives none.</summary>
    public static string OfTitle(string title)
    {
        var letters = string.Concat(title.ToLowerInvariant().Select(unit => char.IsAsciiLetterOrDigit(unit) ? unit : '_'));
        var name = string.Join('_', letters.Split('_', StringSplitOptions.RemoveEmptyEntries));
        return IsName(name) && new PackageLocator([]).Find(name) is null ? name : "my_system";
    }

    /// <summary>The last part of the name of a package.</summary>
    public static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    // The parser says what a name is: keywords and other letters are none.
    private static bool IsName(string name)
    {
        var tree = SyntaxTree.Parse(new SourceText(name, name, $"library {name}\n"));
        return tree.Diagnostics.IsEmpty && string.Equals(tree.Root.Header.Path.Text, name, StringComparison.Ordinal);
    }
}
