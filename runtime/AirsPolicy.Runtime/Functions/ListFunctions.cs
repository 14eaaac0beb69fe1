using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Functions;

/// <summary>The functions of lists.</summary>
public static class ListFunctions
{
    [BuiltinFunction("length.list", Parameter = BuiltinKind.List, Result = BuiltinKind.Int, Cost = 1,
        Summary = "How many items a list has.")]
    public static long Length(FactFrame facts, long list) => Handle.Length(list);

    [BuiltinFunction(
        "digest.list",
        Parameter = BuiltinKind.List,
        Result = BuiltinKind.Text,
        Cost = 3_500,
        Summary = "The SHA-256 of a list's canonical JSON, in lower-case hexadecimal."
    )]
    public static long Digest([NotNull] FactFrame facts, long list, CompiledShape shape) =>
        Sha256Text.Add(facts, facts.Canonical.OfList(facts, list, shape));
}
