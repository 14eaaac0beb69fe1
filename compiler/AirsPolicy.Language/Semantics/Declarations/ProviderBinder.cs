using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds who gives a fact: <c>from "provider" within T on error EFFECT</c>.</summary>
internal static class ProviderBinder
{
    /// <summary>The provider, or null where the fact comes with the request.</summary>
    public static ProviderModel? Bind(BindingContext context, Symbol fact)
    {
        if (((FactDeclarationSyntax)fact.Syntax).Source is not { } syntax || Literals.Text(syntax.Text) is not { } name)
            return null;
        context.Hosts.Add(new HostBinding("fact", name));
        // A fact whose provider fails is missing and fails the rules that read it: 'block' says what happens where their controls say nothing else.
        if (syntax.OnError is { Effect: not BlockEffectSyntax { Message: null } } error)
            context.ReportNotCarriedOut(error, "on error");
        return new ProviderModel(fact.Name, name, syntax.Within is null ? null : Time(context, fact, syntax.Within.Value));
    }

    private static long? Time(BindingContext context, Symbol fact, ExpressionSyntax syntax)
    {
        var ticks = ParamBinder.BindConstant(context, fact.Package, syntax, DurationShape.Instance)?.Value as long?;
        if (ticks <= 0)
            context.Report(ControlDiagnostics.NotPositive, fact.Declaration.Source, syntax.Span, "The time");
        return ticks;
    }
}
