using System.Text;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>A policy that streams, and an ordinary answer of 100,000 characters.</summary>
internal static class StreamedAnswers
{
    private const string Vocabulary = """
        the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would
        their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first
        then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down
        should because long each just state those people too mister how little good world make very year still see own work men day get here old life both
        between being under three never know same last another while us might great go come since against right came take used himself few house American
        use place during high without again home around small however found upon school thought went say part once general does got united left number
        course war until always away something fact water less public put think almost hand enough far took head yet better set told nothing night end why
        """;

    /// <summary>The text: words of the vocabulary in sentences, with a number and a capital here and there.</summary>
    public static string Answer { get; } = Text(100_000);

    /// <summary>100 phrases, 20 patterns and three identifiers, of which the answer holds none.</summary>
    public static PolicyModel Model(string stream)
    {
        var words = Vocabulary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var phrases = Enumerable.Range(0, 100).Select(i => $"\"{words[i]} {words[(i * 7 + 3) % words.Length]} zebra\"");
        var patterns = Enumerable
            .Range(0, 20)
            .Select(i => $@"/\b{words[2 * i + 1]}(?:ing|s)?\s+(?:{words[i + 40]}|{words[i + 60]})\s+[xz]\d{{1,{i + 2}}}/i");
        return Policy.Model(
            $$"""
            policy bench.stream
            system s { owner "o"  stream {{stream}} }
            detector phrases  { match {{string.Join(", ", phrases)}} }
            detector patterns { match {{string.Join(", ", patterns)}} }
            control blocks { at output  when phrases.found(text) or patterns.found(text) then block }
            control hides  { at output  always redact pii.card, redact pii.us_ssn, redact pii.email }
            """);
    }

    private static string Text(int length)
    {
        var words = Vocabulary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var random = new Random(1);
        var text = new StringBuilder(length + 16);
        while (text.Length < length)
        {
            var count = random.Next(4, 14);
            for (var i = 0; i < count; i++)
                text.Append(i == 0 ? "" : " ")
                    .Append(
                        random.Next(60) == 0
                            ? random.Next(2_100).ToString(System.Globalization.CultureInfo.InvariantCulture)
                            : words[random.Next(words.Length)]);
            text.Append(random.Next(8) == 0 ? ".\n" : ". ");
        }
        return text.ToString(0, length);
    }
}
