using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds <c>on stop</c> of a tool.</summary>
internal static class StopBinder
{
    private static readonly string[] s_words = ["undo", "complete", "leave", "discard"];

    /// <summary>What happens to work in flight, or null once a mistake is reported.</summary>
    public static ToolStop? Bind(BindingContext context, Symbol tool, OnStopMemberSyntax syntax)
    {
        if (syntax.Name.IsMissing)
            return null;
        var (source, word) = (syntax.Name.Source, Array.IndexOf(s_words, syntax.Name.Text));
        if (word < 0)
        {
            context.ReportUnknown(
                ToolDiagnostics.UnknownWord,
                source,
                syntax.Name.Span,
                syntax.Name.Text,
                s_words,
                syntax.Name.Text,
                "way to stop");
            return null;
        }

        var action = (StopAction)word;
        if (action == StopAction.Undo != syntax.By is not null)
        {
            context.Report(ToolDiagnostics.UndoneByWhat, source, syntax.By?.ByKeyword.Span ?? syntax.Name.Span, action == StopAction.Undo
                ? "'undo' takes the tool that undoes the call; write 'undo by TOOL'."
                : $"'{syntax.Name.Text}' undoes nothing, so no tool stands behind it; write 'undo by', or leave the tool out.");
            return null;
        }

        return action == StopAction.Undo ? Undo(context, tool, syntax.By!.Path) : new ToolStop(WireNameOf(context, tool), action, null);
    }

    private static ToolStop? Undo(BindingContext context, Symbol tool, PathSyntax path)
    {
        if (ToolBinder.Require(context, tool.Package, path) is not { } by)
            return null;
        var stop = StopOf(by);
        var problem =
            by == tool ? "A tool does not undo itself; name another one."
            : stop?.Name.Text == "undo"
                ? $"'{by.Name}' would be undone itself at a halt, and work would go back and forth; let it 'complete'."
            : stop is null && IsIrreversible(context, by)
                ? $"'{by.Name}' cannot be undone and says nothing of being stopped half way; give it a lower 'class', or write 'on stop complete' in it."
            : null;
        if (problem is null)
            return new ToolStop(WireNameOf(context, tool), StopAction.Undo, WireNameOf(context, by));
        context.Report(ToolDiagnostics.UndoneByWhat, path.Parts[0].Source, path.Span, problem);
        return null;
    }

    private static OnStopMemberSyntax? StopOf(Symbol tool) =>
        ((ToolDeclarationSyntax)tool.Syntax).Block?.Members.AsEnumerable().OfType<OnStopMemberSyntax>().FirstOrDefault();

    private static bool IsIrreversible(BindingContext context, Symbol tool) =>
        (long)context.ClassOf(tool.Name).Value >= FactShapes.ToolClass.IndexOf("irreversible");

    private static string WireNameOf(BindingContext context, Symbol tool) =>
        context.Tools.First(declared => declared.Name == tool.Name).WireName;
}
