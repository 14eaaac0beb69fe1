using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds who gives a fact: <c>from "provider" within T on error EFFECT</c>.</summary>
internal static class ProviderBinder
{
    /// <summary>The provider, or null where the fact comes with the request.</summary>
    /// <param name="optional">The fact may be absent.</param>
    public static ProviderModel? Bind(BindingContext context, Symbol fact, bool optional)
    {
        if (((FactDeclarationSyntax)fact.Syntax).Source is not { } syntax || Literals.Text(syntax.Text) is not { } name)
            return null;
        context.Hosts.Add(new HostBinding("fact", name));
        return new ProviderModel(
            fact.Name,
            name,
            syntax.Within is null ? null : Time(context, fact, syntax.Within.Value),
            OnError(context, fact, optional, syntax));
    }

    // A fact whose provider fails is missing. Where it may be absent that is no error, and nothing would follow.
    private static ValueList<Effect> OnError(BindingContext context, Symbol fact, bool optional, FactSourceSyntax syntax)
    {
        if (syntax.OnError is not { } error)
            return [];
        var posture = PostureBinder.Bind(context, fact.Package, error);
        if (optional)
        {
            context.Report(
                new Diagnostic(ControlDiagnostics.PostureNeverReached, fact.Declaration.Source, error.Span, [fact.Name])
                {
                    Fixes =
                    [
                        new DiagnosticFix(
                            "Take 'on error' out",
                            [new TextEdit(new TextSpan(syntax.Within?.Span.End ?? syntax.Text.Span.End, error.Span.End), "")]),
                    ],
                }
            );
        }
        return posture is FixedEffectModel known ? [known.Effect] : [];
    }

    private static long? Time(BindingContext context, Symbol fact, ExpressionSyntax syntax)
    {
        var ticks = ParamBinder.BindConstant(context, fact.Package, syntax, DurationShape.Instance, ParamRole.Unclear)?.Value as long?;
        if (ticks <= 0)
            context.Report(ControlDiagnostics.NotPositive, fact.Declaration.Source, syntax.Span, "The time");
        return ticks;
    }
}
