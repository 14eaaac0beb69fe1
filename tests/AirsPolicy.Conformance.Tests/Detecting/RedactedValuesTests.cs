using AirsPolicy.Conformance.Tests.Streaming;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>A value of every kind is hidden in sentences of many languages.</summary>
public sealed class RedactedValuesTests
{
    public const string Policy = """
        policy p
        system s { owner "o" }
        control identifiers { at output  always redact pii.any }
        control credentials { at output  always redact secret.any }
        """;

    // Behind the value a line ends, since a credential may hold any sign.
    private static readonly string[] s_sentences =
    [
        "Hello Ada, please note {0}\nand send me the papers by Monday.",
        "Hallo Jo, bitte vermerken: {0}\nDanke und viele Grüße!",
        "Bonjour, voici ce qu'il vous faut : {0}\nÀ bientôt, Léa",
        "Buenas tardes 🙂 {0}\n¿Lo tienes ya?",
        "Здравствуйте, посмотрите: {0}\nСпасибо.",
        "こんにちは。{0}\nよろしくお願いします。",
        "您好，请查收：{0}\n谢谢！",
        "مرحبا، هذا هو المطلوب: {0}\nشكرا",
        "שלום, הנה זה: {0}\nתודה",
        "สวัสดีครับ {0}\nขอบคุณครับ",
        "안녕하세요, {0}\n감사합니다.",
        "नमस्ते, यह देखिए: {0}\nधन्यवाद।",
        "| name | value |\n|---|---|\n| it | {0}\n",
    ];

    private static readonly StreamedHost s_host = new(Policy);

    public static TheoryData<string> Kinds => [.. BuiltinDetectors.Names.Where(name => BuiltinDetectors.MembersOf(name).Contains(name))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_value_of_every_kind_is_hidden_in_sentences_of_many_languages(string kind)
    {
        // What needs a word beside it has that in some of the cases.
        var samples = EveryDetector.Marked(kind)
            .Where(sample => sample.IsAllMarked && IsFound(kind, "Lorem ipsum: {0}\ndolor", sample))
            .ToList();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            foreach (var sentence in s_sentences)
            {
                Assert.True(IsFound(kind, sentence, sample), $"'{sample.Text}' is lost in '{sentence}'.");
                var text = In(sentence, sample.Text);
                var applied = s_host.Applied(s_host.Whole(text), text) ?? text;
                Assert.All(sample.Values, value => Assert.DoesNotContain(value, applied, StringComparison.Ordinal));
            }
        }
    }

    private static bool IsFound(string kind, string sentence, MarkedCase sample)
    {
        var text = In(sentence, sample.Text);
        var found = BuiltinDetectors.Matches(kind, text).Select(match => text[match.Start..match.End]).ToHashSet(StringComparer.Ordinal);
        return sample.Values.All(found.Contains);
    }

    private static string In(string sentence, string text) => sentence.Replace("{0}", text, StringComparison.Ordinal);
}
