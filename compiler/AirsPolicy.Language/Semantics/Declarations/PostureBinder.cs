using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds <c>on error EFFECT</c>: an effect that needs no facts, since facts are what failed.</summary>
internal static class PostureBinder
{
    public static EffectModel? Bind(BindingContext context, PackageSymbol package, OnErrorMemberSyntax syntax)
    {
        var source = syntax.OnKeyword.Source;
        if (syntax.Effect
            is AppendEffectSyntax
                or ReplaceEffectSyntax
                or CutEffectSyntax
                or DropEffectSyntax
                or RedactEffectSyntax
                or ReferenceEffectSyntax { Keyword.Keyword: Keyword.Label or Keyword.Ask }
                or HostEffectSyntax { Keyword.Keyword: Keyword.Require })
        {
            context.Report(ControlDiagnostics.PostureNotFixed, source, syntax.Effect.Span, syntax.Effect.Tokens().First().Text);
            return null;
        }
        var scope = ExpressionScope.Of(package, source, NoFacts.Instance);
        var effect = new EffectBinder(context, new ExpressionBinder(context, scope)).Bind(syntax.Effect);
        if (effect is null or FixedEffectModel)
            return effect;
        context.Report(ControlDiagnostics.PostureNotFixed, source, syntax.Effect.Span, syntax.Effect.Tokens().First().Text);
        return null;
    }
}
