using System.Text;
using System.Text.Json;
using AirsPolicy.Benchmarks.Quick;

namespace AirsPolicy.Benchmarks.Texts;

/// <summary>What honest people write, from the texts of hands that the models learn from.</summary>
internal static class HonestTexts
{
    private const int Bytes = 1 << 10;

    private static readonly Lazy<List<JsonElement>> s_rows = new(() =>
    [
        .. Directory.EnumerateFiles(Checkout.Texts, "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => row.GetProperty("label").ValueEquals("benign")),
    ]);

    private static readonly Lazy<ILookup<string, string>> s_byLanguage = new(() => s_rows.Value.ToLookup(LanguageOf, TextOf));

    /// <summary>Texts of 1 KB in UTF-8, each of several that follow one another.</summary>
    public static List<string> OfOneKilobyte(string language, int count)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        foreach (var next in s_byLanguage.Value[language])
        {
            text.Append(next).Append('\n');
            if (Encoding.UTF8.GetByteCount(text.ToString()) < Bytes) continue;
            texts.Add(Cut(text.ToString()));
            if (texts.Count == count) break;
            text.Clear();
        }
        return texts;
    }

    /// <summary>
    /// So many bytes in UTF-8 of mails, pages, documents and the like in every language and script: one text of each language, then
    /// another of each.
    /// </summary>
    public static string OfAllScripts(int bytes)
    {
        var text = new StringBuilder();
        var rounds = s_rows.Value
            .Where(row => row.GetProperty("side").ValueEquals("data"))
            .GroupBy(LanguageOf, TextOf)
            .SelectMany(texts => texts.Select((next, round) => (next, round)))
            .OrderBy(next => next.round)
            .Select(next => next.next);
        var left = bytes;
        foreach (var next in rounds)
        {
            left -= Encoding.UTF8.GetByteCount(next) + 1;
            if (left < 0) break;
            text.Append(next).Append('\n');
        }
        return text.ToString();
    }

    private static string LanguageOf(JsonElement row) => row.GetProperty("language").GetString()!.Split('-')[0];

    private static string TextOf(JsonElement row) => row.GetProperty("text").GetString()!;

    private static string Cut(string text)
    {
        var length = Math.Min(text.Length, Bytes);
        while (Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > Bytes) length--;
        return text[..length];
    }
}
