using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>
/// Binds <c>on error EFFECT</c>: an effect that needs no facts, since facts are what failed. Of a table the effect of the system's tier is
/// taken, or that of the highest where it stands in none.
/// </summary>
internal sealed class PostureBinder
{
    private readonly BindingContext _context;
    private readonly SourceText _source;
    private readonly ExpressionBinder _expressions;
    private readonly EffectBinder _effects;

    private PostureBinder(BindingContext context, PackageSymbol package, SourceText source, bool isAfterwards)
    {
        _context = context;
        _source = source;
        var scope = ExpressionScope.Of(package, source, NoFacts.Instance) with { IsAfterwards = isAfterwards };
        _expressions = new ExpressionBinder(context, scope);
        _effects = new EffectBinder(context, _expressions);
    }

    /// <summary>The effect; null where it is wrong, which is reported.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="package">The package that the clause is in.</param>
    /// <param name="syntax">The clause.</param>
    /// <param name="isAfterwards">It follows once the decision is made.</param>
    public static EffectModel? Bind(
        BindingContext context,
        PackageSymbol package,
        OnErrorMemberSyntax syntax,
        bool isAfterwards = false)
    {
        var binder = new PostureBinder(context, package, syntax.OnKeyword.Source, isAfterwards);
        return syntax.Effect is EffectTableSyntax table ? binder.OfTable(table) : binder.OfEffect(syntax.Effect);
    }

    private EffectModel? OfTable(EffectTableSyntax syntax)
    {
        if (syntax.OpenBrace.IsMissing)
            return null;
        if (_expressions.BindEntries(syntax.Path, syntax.Entries, entry => entry.Name, entry => OfEffect(entry.Effect)) is not { } table)
            return null;
        if (ParamBinder.PlaceOf(table.Key, table.Values.Length) is not { } place)
            _context.Report(NameDiagnostics.ParamNotConstant, _source, syntax.Path.Span, syntax.Path.Text);
        else if (table.Gap is { } gap)
            _context.Report(NameDiagnostics.TableGap, _source, syntax.Span, gap, "");
        else
            return table.Values[place];
        return null;
    }

    private EffectModel? OfEffect(EffectSyntax syntax)
    {
        var needsFacts = syntax
            is AppendEffectSyntax
                or ReplaceEffectSyntax
                or CutEffectSyntax
                or DropEffectSyntax
                or RedactEffectSyntax
                or ReferenceEffectSyntax { Keyword.Keyword: Keyword.Label or Keyword.Ask }
                or HostEffectSyntax { Keyword.Keyword: Keyword.Require };
        var effect = needsFacts ? null : _effects.Bind(syntax);
        if (effect is FixedEffectModel || effect is null && !needsFacts)
            return effect;
        _context.Report(ControlDiagnostics.PostureNotFixed, _source, syntax.Span, syntax.Tokens().First().Text);
        return null;
    }
}
