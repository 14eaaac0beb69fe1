using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Functions;

/// <summary>The functions of values that expressions cannot take apart.</summary>
public static class AnyFunctions
{
    [BuiltinFunction("size.any", Parameter = BuiltinKind.Any, Result = BuiltinKind.Size, Cost = 2_500,
        Summary = "How many bytes a value's canonical JSON takes.")]
    public static long Size([NotNull] FactFrame facts, long json) => facts.Canonical.OfAny(facts.Chars(json)).Length;

    [BuiltinFunction("digest.any", Parameter = BuiltinKind.Any, Result = BuiltinKind.Text, Cost = 4_500,
        Summary = "The SHA-256 of a value's canonical JSON, in lower-case hexadecimal.")]
    public static long Digest([NotNull] FactFrame facts, long json) => Sha256Text.Add(facts, facts.Canonical.OfAny(facts.Chars(json)));
}
