using System.Text.Json;
using System.Text.RegularExpressions;
using AirsPolicy.Site.Pages;

namespace AirsPolicy.Site.Searching;

/// <summary>
/// What the search looks in, as a script that sets <c>searchIndex</c>: browsers load scripts from a file, but no data.
/// </summary>
internal static partial class SearchIndex
{
    /// <summary>
    /// The script. <c>pages</c> holds addresses and titles; <c>sections</c> the number of a page, an anchor and a heading; <c>words</c> the
    /// numbers of the sections that have the word, rising.
    /// </summary>
    public static string Of(IEnumerable<Page> pages)
    {
        var (names, sections) = (new List<string[]>(), new List<object[]>());
        var words = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var section in page.Sections)
            {
                foreach (var word in WordsOf($"{section.Heading} {section.Text}"))
                {
                    if (!words.TryGetValue(word, out var places))
                        words.Add(word, places = []);
                    places.Add(sections.Count);
                }

                sections.Add([names.Count, section.Level == 1 ? "" : section.Anchor, section.Heading]);
            }

            names.Add([PagePath.Of(page.Path), page.Title]);
        }

        return $"var searchIndex = {JsonSerializer.Serialize(new { pages = names, sections, words })};\n";
    }

    // As site.js takes a question apart.
    private static IEnumerable<string> WordsOf(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}
