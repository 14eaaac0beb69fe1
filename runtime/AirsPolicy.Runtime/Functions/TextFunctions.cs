using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Text;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Runtime.Functions;

/// <summary>The functions of texts.</summary>
public static class TextFunctions
{
    [BuiltinFunction("length", Parameter = BuiltinKind.Text, Result = BuiltinKind.Int, Cost = 200,
        Summary = "How many Unicode scalars a text has.")]
    public static long Length([NotNull] FactFrame facts, long text) => TextMeasures.ScalarCount(facts.Chars(text));

    [BuiltinFunction("size", Parameter = BuiltinKind.Text, Result = BuiltinKind.Size, Cost = 100,
        Summary = "How many bytes a text takes in UTF-8.")]
    public static long Size([NotNull] FactFrame facts, long text) => TextMeasures.Utf8Length(facts.Chars(text));

    [BuiltinFunction("digest", Parameter = BuiltinKind.Text, Result = BuiltinKind.Text, Cost = 2_500,
        Summary = "The SHA-256 of a text's canonical JSON, in lower-case hexadecimal.")]
    public static long Digest([NotNull] FactFrame facts, long text) => Sha256Text.Add(facts, facts.Canonical.OfText(facts.Chars(text)));

    [BuiltinFunction("folded", Parameter = BuiltinKind.Text, Result = BuiltinKind.Text, Cost = 3_000,
        Summary = "The text with look-alikes, case, invisible characters and white space folded, and without white space at its ends.")]
    public static long Folded([NotNull] FactFrame facts, long text)
    {
        Folding.Fold(facts.Chars(text), facts.View);
        return facts.AddWorkedOut(facts.View.Text.Trim(' '));
    }

    [BuiltinFunction("language", Parameter = BuiltinKind.Text, Result = BuiltinKind.Text, Cost = 15_000,
        Summary = "The language that most of a text is written in, as a code of ISO 639-1, or \"und\".")]
    public static long Language([NotNull] FactFrame facts, long text) => facts.AddWorkedOut(facts.Languages.Of(facts.Chars(text)));
}
