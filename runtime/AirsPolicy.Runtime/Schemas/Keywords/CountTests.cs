using AirsPolicy.Runtime.Schemas.Values;
using AirsPolicy.Text;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>The keywords that count: the Unicode scalars of texts, the items of lists, the members of records.</summary>
internal static class CountTests
{
    public static TestKeyword MinLength(KeywordSource source)
    {
        var least = source.Count;
        return new TestKeyword(
            source,
            JsonKind.Text,
            value => TextMeasures.ScalarCount(value.Text) >= least,
            $"is a text of fewer than {least} characters");
    }

    public static TestKeyword MaxLength(KeywordSource source)
    {
        var most = source.Count;
        return new TestKeyword(
            source,
            JsonKind.Text,
            value => TextMeasures.ScalarCount(value.Text) <= most,
            $"is a text of more than {most} characters");
    }

    public static TestKeyword AtLeast(KeywordSource source, JsonKind kind, string what)
    {
        var least = source.Count;
        return new TestKeyword(source, kind, value => value.Items.Length >= least, $"has fewer than {least} {what}");
    }

    public static TestKeyword AtMost(KeywordSource source, JsonKind kind, string what)
    {
        var most = source.Count;
        return new TestKeyword(source, kind, value => value.Items.Length <= most, $"has more than {most} {what}");
    }
}
