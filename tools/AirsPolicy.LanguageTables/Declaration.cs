using System.Net;
using System.Text.RegularExpressions;

namespace AirsPolicy.LanguageTables;

/// <summary>A translation of the declaration, as the package has it.</summary>
internal static partial class Declaration
{
    /// <summary>The paragraphs and headings, without marks.</summary>
    public static IEnumerable<string> Paragraphs(string html) =>
        Paragraph().Matches(html).Select(match => WebUtility.HtmlDecode(Tag().Replace(match.Groups[1].Value, "")));

    [GeneratedRegex("<(?:p|h[1-6])>(.*?)</(?:p|h[1-6])>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
