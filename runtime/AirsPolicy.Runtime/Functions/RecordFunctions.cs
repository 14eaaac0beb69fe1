using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Functions;

/// <summary>The functions of records.</summary>
public static class RecordFunctions
{
    [BuiltinFunction(
        "size.record",
        Parameter = BuiltinKind.Record,
        Result = BuiltinKind.Size,
        Cost = 1_500,
        Summary = "How many bytes a record's canonical JSON takes."
    )]
    public static long Size([NotNull] FactFrame facts, long slot, CompiledShape shape) =>
        facts.Canonical.Of(facts, (int)slot, shape).Length;

    [BuiltinFunction(
        "digest.record",
        Parameter = BuiltinKind.Record,
        Result = BuiltinKind.Text,
        Cost = 3_500,
        Summary = "The SHA-256 of a record's canonical JSON, in lower-case hexadecimal."
    )]
    public static long Digest([NotNull] FactFrame facts, long slot, CompiledShape shape) =>
        Sha256Text.Add(facts, facts.Canonical.Of(facts, (int)slot, shape));
}
