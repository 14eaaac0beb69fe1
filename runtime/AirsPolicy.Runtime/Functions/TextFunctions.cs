using System.Diagnostics.CodeAnalysis;
using System.Text;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Functions;

/// <summary>The functions of texts.</summary>
public static class TextFunctions
{
    [BuiltinFunction("length", Parameter = BuiltinKind.Text, Result = BuiltinKind.Int, Cost = 200,
        Summary = "How many Unicode scalars a text has.")]
    public static long Length([NotNull] FactFrame facts, long text)
    {
        var chars = facts.Chars(text);
        // Texts hold no lone surrogates, so every low one ends a pair that is one scalar.
        return chars.Length - (chars.ContainsAnyInRange('\uDC00', '\uDFFF') ? LowSurrogates(chars) : 0);
    }

    [BuiltinFunction("size", Parameter = BuiltinKind.Text, Result = BuiltinKind.Size, Cost = 100,
        Summary = "How many bytes a text takes in UTF-8.")]
    public static long Size([NotNull] FactFrame facts, long text) => Encoding.UTF8.GetByteCount(facts.Chars(text));

    [BuiltinFunction("digest", Parameter = BuiltinKind.Text, Result = BuiltinKind.Text, Cost = 2_500,
        Summary = "The SHA-256 of a text's canonical JSON, in lower-case hexadecimal.")]
    public static long Digest([NotNull] FactFrame facts, long text) => Sha256Text.Add(facts, facts.Canonical.OfText(facts.Chars(text)));

    private static int LowSurrogates(ReadOnlySpan<char> chars)
    {
        var count = 0;
        foreach (var unit in chars)
        {
            if (char.IsLowSurrogate(unit))
                count++;
        }
        return count;
    }
}
