using System.Globalization;
using System.Text;
using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The pages of docs/reference/diagnostics, written from the catalogue.</summary>
internal static class DiagnosticPages
{
    private static readonly (char Digit, string Area)[] s_areas =
    [
        ('1', "Syntax"), ('2', "Names and types"), ('3', "Controls and text"), ('4', "Tools and agents"),
        ('5', "Judge, people and PACE"), ('6', "Tiers and governance"), ('7', "Analysis and tests"), ('8', "Bundles"),
    ];

    /// <summary>A page a diagnostic by file name, and the list of all.</summary>
    public static IReadOnlyDictionary<string, string> All()
    {
        var pages = DiagnosticCatalogue.All.ToDictionary(descriptor => $"{descriptor.Code}.md", Page, StringComparer.Ordinal);
        pages.Add("README.md", Index());
        return pages;
    }

    private static string Page(DiagnosticDescriptor descriptor) => $"""
        # {descriptor.Code}: {descriptor.Title}

        *{Severity(descriptor)}, {AreaOf(descriptor.Code).ToLowerInvariant()}*

        > {Message(descriptor)}

        {descriptor.Explanation.Trim()}

        """.ReplaceLineEndings("\n");

    private static string Index()
    {
        var text = new StringBuilder(
            "# Diagnostics\n\nWritten from the compiler's catalogue; a test keeps it true. The first digit of a code is its area.\n");
        foreach (var (digit, area) in s_areas)
        {
            var inArea = DiagnosticCatalogue.All.Where(descriptor => descriptor.Code[4] == digit).ToList();
            if (inArea.Count == 0)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"\n## {area}\n\n| code | | |\n|---|---|---|\n");
            foreach (var descriptor in inArea)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| [{descriptor.Code}]({descriptor.Code}.md) | {Severity(descriptor).ToLowerInvariant()} | {descriptor.Title.Replace("|", "\\|", StringComparison.Ordinal)} |\n"
                );
        }

        return text.ToString();
    }

    private static string AreaOf(string code) => Array.Find(s_areas, area => area.Digit == code[4]).Area;

    private static string Severity(DiagnosticDescriptor descriptor) => descriptor.Severity.ToString();

    // What stands in the holes is known only where the diagnostic is.
    private static string Message(DiagnosticDescriptor descriptor) =>
        string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, [.. Enumerable.Repeat("…", 10)])
            .Replace("'…'", "…", StringComparison.Ordinal);
}
