using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>What a built-in detector finds in a text, it finds wherever that text stands: behind and before any other.</summary>
public sealed class SurroundingsLaws
{
    private static readonly string[] s_words =
    [
        "lorem", "ipsum dolor", "e\u0301te\u0301", "Zug", "Привет", "δρόμος", "नमस्ते", "سلام", "שלום", "한국", "日本", "中文", "สวัสดี",
        "B2b", "(12)", "\u00A7 4,", "(a)", "\U0001D504",
    ];

    private static readonly string[] s_signs =
    [
        "\U0001F642", "\u2601\uFE0F", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u202E", "\u200F", "\u2066",
        "\u200B", "\n", "\r\n", "\u2028", "\t", " ", "\u3000", "\u00A0", "!", "!\u0301", "\u00AB", "\u3002", "\u300C", "\u2026", "#", "|",
        "\u2022",
    ];

    private static readonly string[] s_before =
    [
        " ", "\n", "\r\n", "\t", "\u3000", "\U0001F642", "\u2601\uFE0F", " \u202E", " \u202D", "\n\u200F", "(", "[", "\u00AB", "\u201C",
        "\u3002", "\u3001", "\uFF08", "\u300C", ": ", "- ", "| ", "> ", "!\u0301", "!", "; ", "1) ", "\u65E5\u672C", "\u0E44\u0E17\u0E22",
    ];

    private static readonly string[] s_behind =
    [
        " ", "\n", "\r\n", "\t", "\u3000", " \U0001F642", "\U0001F642", "\u202C ", " \u202E", "\u200F\n", ")", "]", "\u00BB", "\u201D",
        "\u3002", "\u3001", "\uFF09", "\u300D", ", ", ". ", "; ", " | ", "! ", "? ", "\u2026 ", " \u65E5\u672C", " \u0E44\u0E17\u0E22",
    ];

    // What stands right behind a credential may be part of it: a password has any signs.
    private static readonly string[] s_behindSecret = [" ", "\n", "\r\n", "\t", " \U0001F642", "\n\u202E"];

    // It reads whole lines.
    private static readonly string[] s_lines = ["\n"];

    public static TheoryData<string> Names => [.. BuiltinDetectors.Single.Select(detector => detector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_found_by_itself_is_found_in_any_surroundings(string name)
    {
        // What needs a word beside it has that in some of the cases.
        var samples = Samples(name).Where(sample => IsFoundIn(name, sample, "Lorem ipsum, ", " dolor sit.")).ToArray();
        Assert.NotEmpty(samples);
        Check(name, samples, s_words, s_before, s_behind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_found_alone_is_found_among_signs(string name)
    {
        var samples = Samples(name).Where(sample => IsFoundIn(name, sample, "", "")).ToArray();
        Check(name, samples, s_signs, s_signs, s_signs);
    }

    [Theory]
    [InlineData("\u202D")]
    [InlineData("\u202E")]
    [InlineData("\u2066")]
    [InlineData("\u200F")]
    [InlineData("\u200B")]
    public void What_shows_nothing_parts_a_value_from_words(string sign)
    {
        const string Value = "536-22-1842";
        Assert.All(["Zug", "Привет", "\u65E5\u672C"], word =>
        {
            var start = word.Length + sign.Length;
            Assert.Equal(
                [new Detection(start, start + Value.Length)],
                BuiltinDetectors.Matches("pii.us_ssn", word + sign + Value + sign + word));
        });
    }

    [Theory]
    [InlineData("x", "")]
    [InlineData("", "x")]
    [InlineData("7", "")]
    [InlineData("\u00E9", "")]
    [InlineData("e\u0301", "")]
    public void What_is_joined_to_a_word_is_no_value(string before, string behind)
    {
        Assert.Empty(BuiltinDetectors.Matches("pii.us_ssn", before + "536-22-1842" + behind));
        Assert.NotEmpty(BuiltinDetectors.Matches("pii.us_ssn", "536-22-1842"));
    }

    private static void Check(string name, (string Text, Detection[] Spans)[] samples, string[] words, string[] before, string[] behind)
    {
        if (samples.Length == 0) return;
        if (name.StartsWith("secret.", StringComparison.Ordinal)) behind = s_behindSecret;
        if (name == "secret.kubernetes_secret") before = behind = s_lines;
        var surroundings =
            from sample in Gen.Elements(samples)
            from left in Gen.Elements(words).ListOf().Resize(4)
            from joint in Gen.Elements(before)
            from end in Gen.Elements(behind)
            from right in Gen.Elements(words).ListOf().Resize(4)
            select (sample, Left: string.Join(' ', left) + joint, Right: end + string.Join(' ', right));
        Prop.ForAll(
                surroundings.ToArbitrary(),
                drawn => Assert.True(
                    IsFoundIn(name, drawn.sample, drawn.Left, drawn.Right),
                    $"'{drawn.sample.Text}' is lost in '{drawn.Left}' and '{drawn.Right}'."))
            .Check(Laws.Times(300));
    }

    private static bool IsFoundIn(string name, (string Text, Detection[] Spans) sample, string left, string right)
    {
        var found = BuiltinDetectors.Matches(name, left + sample.Text + right);
        return Array.TrueForAll(
            sample.Spans,
            span => found.Contains(new Detection(left.Length + span.Start, left.Length + span.End)));
    }

    private static IEnumerable<(string Text, Detection[] Spans)> Samples(string name) =>
        DetectorCases.Marked(name)
            .Where(marked => marked.Contains("[[", StringComparison.Ordinal))
            .Select(DetectorCases.Unmark)
            .Select(text => (text, BuiltinDetectors.Matches(name, text).ToArray()));
}
