using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Semantics.Labels;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Pace;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Semantics.Tests;

/// <summary>Resolves the name behind <c>by</c> in a test to the id of a control: its own name, or that of what has rules of its own.</summary>
internal sealed class ControlNames(BindingContext context, PackageSymbol package, SourceText source)
{
    // In the order in which a name is looked for.
    private static readonly (SymbolKind Kind, Func<Symbol, string> IdOf)[] s_withRules =
    [
        (SymbolKind.Tool, ToolBinder.ControlIdOf),
        (SymbolKind.Limit, LimitControls.IdOf),
        (SymbolKind.Breaker, BreakerBinder.ControlIdOf),
        (SymbolKind.Judge, DeclaredJudge.ControlIdOf),
        (SymbolKind.Agent, AgentControls.IdOf),
        (SymbolKind.Workflow, AgentControls.IdOf),
        (SymbolKind.Label, LabelBinder.ControlIdOf),
    ];

    /// <summary>The id of the control that something with rules of its own is; null for what has none, and for a control itself.</summary>
    public static string? IdOf(Symbol symbol)
    {
        foreach (var (kind, idOf) in s_withRules)
        {
            if (kind == symbol.Kind)
                return idOf(symbol);
        }
        return null;
    }

    /// <summary>The id, or null where no control in force has the name, which is reported.</summary>
    public string? Bind(PathSyntax path)
    {
        if (path.IsMissing)
            return null;
        if (NameLookup.TryResolve(context, package, path.Text, source, path.Span, SymbolKind.Control, out var control)
            && (control is null || IsInForce(control)))
            return control is null ? null : Refer(path, control, control.QualifiedName);
        foreach (var (kind, idOf) in s_withRules)
        {
            if (NameLookup.Find(package, path.Text, kind) is { } symbol && IsInForce(symbol))
                return Refer(path, symbol, idOf(symbol));
        }
        if (ControlOfChart(path) is { } ofChart)
            return ofChart;
        context.ReportUnknown(TestDiagnostics.UnknownControl, source, path.Span, path.Text, InForceControls(), path.Text);
        return null;
    }

    private string Refer(PathSyntax path, Symbol symbol, string id)
    {
        context.Notes?.Refer(path.Parts[^1], symbol.Kind, symbol.QualifiedName, null, null, symbol);
        return id;
    }

    private bool IsInForce(Symbol symbol) => context.InForce.Contains(symbol.Package);

    // 'pace.judge' is what the states of that chart add, 'pace.judge.contingency' what leads it there.
    private string? ControlOfChart(PathSyntax path)
    {
        if (path.Parts is not [{ Text: "pace" }, var name, ..]
            || context.Charts.FirstOrDefault(chart => chart.Name == name.Text) is not { } chart)
            return null;
        return path.Parts.Count switch
        {
            2 => chart.Control,
            3 when PaceLevels.Find(path.Parts[2].Text) is not null => $"{chart.Control}.{path.Parts[2].Text}",
            _ => null,
        };
    }

    private IEnumerable<string> InForceControls() => NameLookup
        .Names(package, SymbolKind.Control)
        .Where(name => NameLookup.Find(package, name, SymbolKind.Control) is { } control && IsInForce(control));
}
