using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Functions;

/// <summary>The functions that hold one text against others.</summary>
public static class ComparingFunctions
{
    [BuiltinFunction("similar", Parameter = BuiltinKind.Text, With = BuiltinKind.Text, Result = BuiltinKind.Share, Cost = 30_000,
        Summary = "How alike two texts are: the share of their runs of three characters that they have in common, folded.")]
    public static long Similar([NotNull] FactFrame facts, long text, long with, CompiledShape shape) =>
        facts.Similarity.Of(facts.Chars(text), facts.Chars(with));

    [BuiltinFunction(
        "overlap",
        Parameter = BuiltinKind.Text,
        With = BuiltinKind.Text,
        Result = BuiltinKind.Share,
        Cost = 40_000,
        Summary = "Which share of the different words of a text stand in another, folded."
    )]
    public static long Overlap([NotNull] FactFrame facts, long text, long with, CompiledShape shape) =>
        facts.Overlap.Of(facts, text, with, shape);

    [BuiltinFunction(
        "overlap.list",
        Parameter = BuiltinKind.Text,
        With = BuiltinKind.List,
        Result = BuiltinKind.Share,
        Cost = 40_000,
        Summary = "Which share of the different words of a text stand in the texts of a list, folded."
    )]
    public static long OverlapList([NotNull] FactFrame facts, long text, long with, CompiledShape shape) =>
        facts.Overlap.Of(facts, text, with, shape);
}
