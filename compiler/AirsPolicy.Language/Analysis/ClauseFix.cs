using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Analysis;

/// <summary>Fixes that write what is missing.</summary>
internal static class ClauseFix
{
    /// <summary>Writes a clause as the first of a block, on a line of its own where the block has several.</summary>
    public static DiagnosticFix Insert(SourceText source, BlockSyntax block, string title, string clause)
    {
        var at = block.OpenBrace.Span.End;
        var lines = source.LineOf(at) != source.LineOf(block.CloseBrace.Span.Start);
        // The space that is there goes on standing before what follows.
        var behind = block.Members.Count > 0 || source.Content[at] == '}' ? " " : "";
        return new DiagnosticFix(title, [new TextEdit(new(at, at), lines ? $"\n  {clause}" : $" {clause}{behind}")]);
    }

    /// <summary>Writes a declaration at the end of a file.</summary>
    public static DiagnosticFix Append(SourceText source, string title, string declaration)
    {
        var end = source.Content.TrimEnd().Length;
        return new DiagnosticFix(title, [new TextEdit(new(end, source.Length), $"\n\n{declaration}\n")]);
    }

    /// <summary>A name for a declaration that is added, which the package does not have yet.</summary>
    public static string NewName(AnalysisContext context, string wanted)
    {
        var name = wanted;
        for (var number = 2; context.Packages[0].Members.ContainsKey(name); number++)
            name = $"{wanted}_{number}";
        return name;
    }
}
