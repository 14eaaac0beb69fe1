using System.Text;
using AirsPolicy.Benchmarks.References;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Origins;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What it costs to tell where a value came from, in a session of a million characters.</summary>
internal static class OriginRows
{
    private const int Characters = 1 << 20;
    private const int Texts = 256;
    private const string Account = "GB33 BUKB 2020 1555 5555 55";

    private static readonly StateKey s_session = new StateKeyWriter().Add("session").ToKey();

    private static readonly string[] s_values =
    [
        "GB33BUKB20201555555555",
        Account,
        "anna.smith@example.org",
        "nobody@example.org",
        "the value that nobody gave",
        "https://example.org/orders/4711",
        "12345678901234567890",
        "word12 word345",
    ];

    public static IEnumerable<QuickRow> All()
    {
        var texts = Written();
        var index = new Lazy<OriginIndex>(() => Filled(texts));
        yield return new QuickRow("origin of a value, session of 1 MB in 256 texts", "at most 0.1x looking through the texts", () =>
        {
            var looking = Measure.Nanoseconds(s_values.Length, () => Looked(texts))[0];
            var time = Measure.Nanoseconds(100 * s_values.Length, () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    foreach (var value in s_values)
                        index.Value.Read(s_session, value);
                }
            })[0];
            return QuickFigure.Against(time, looking, 0.1);
        });
        yield return new QuickRow("  memory of its index", "at most 4 bytes a character", () =>
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var made = Filled(texts);
            var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)texts.Sum(t => t.Length);
            GC.KeepAlive(made);
            return new QuickFigure($"{kept:F2} bytes", kept <= 4);
        });
        yield return new QuickRow("  adding it all, a text of 4 KB", "at most 40x keeping its words", () =>
        {
            var words = Measure.Milliseconds(9, () => PlainWords.Of(texts)) / Texts;
            return QuickFigure.Against(Measure.Milliseconds(9, () => Filled(texts)) / Texts * 1e6, words * 1e6, 40);
        });
        yield return new QuickRow("  adding it all, one text of 1 MB", "at most 20x keeping its words", () =>
        {
            var whole = string.Concat(texts);
            var words = Measure.Milliseconds(9, () => PlainWords.Of([whole]));
            return QuickFigure.Against(Measure.Milliseconds(9, () => new OriginIndex().Add(s_session, 1, whole)) * 1e6, words * 1e6, 20);
        });
        yield return new QuickRow("  the same of one word over and over", "at most 100x keeping its words", () =>
        {
            var whole = string.Concat(Enumerable.Repeat("aaaa ", Characters / 5));
            var words = Measure.Milliseconds(9, () => PlainWords.Of([whole]));
            return QuickFigure.Against(Measure.Milliseconds(9, () => new OriginIndex().Add(s_session, 1, whole)) * 1e6, words * 1e6, 100);
        });
    }

    // In each text, whether it is found before or not: labels join.
    private static int Looked(string[] texts) => s_values.Sum(value => texts.Count(text => text.Contains(value, StringComparison.Ordinal)));

    private static OriginIndex Filled(string[] texts)
    {
        var index = new OriginIndex();
        for (var i = 0; i < texts.Length; i++)
            index.Add(s_session, i % 8 == 0 ? 1UL : 2UL, texts[i]);
        return index;
    }

    private static string[] Written()
    {
        var random = new Random(4711);
        return [.. Enumerable.Range(0, Texts).Select(number =>
        {
            var text = new StringBuilder("anna.smith@example.org asks for ").Append(Account).Append(". ");
            while (text.Length < Characters / Texts)
            {
                // Few words are frequent, as in what people write.
                var word = (int)(40_000 * Math.Pow(random.NextDouble(), 3));
                text.Append("word".AsSpan(0, word % 5)).Append(word).Append(random.Next(9) == 0 ? ". " : " ");
                if (random.Next(40) == 0)
                    text.Append("https://example.org/orders/").Append(random.Next(100_000)).Append(' ');
            }
            return text.ToString();
        })];
    }
}
