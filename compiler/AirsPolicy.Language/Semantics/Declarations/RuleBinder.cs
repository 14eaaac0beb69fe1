using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds the rules of a control or tool to the facts of the points it stands at.</summary>
internal sealed class RuleBinder(BindingContext context, PackageSymbol package, SourceText source, SyntaxList<MemberSyntax> members)
{
    /// <summary>The rules at one place; what is wrong is reported and left out.</summary>
    public ValueList<RuleModel> Bind(PointFacts facts)
    {
        var scope = new ExpressionScope(package, source, facts, Lets(facts));
        var rules = ImmutableArray.CreateBuilder<RuleModel>();
        var ordinal = 0;
        foreach (var member in members)
        {
            switch (member)
            {
                case WhenRuleSyntax rule:
                    Add(rules, BindRule(rule, rule.Condition, rule.Effects, scope, ordinal++));
                    break;
                case AlwaysRuleSyntax always:
                    Add(rules, BindRule(always, null, always.Effects, scope, ordinal++));
                    break;
                case LetMemberSyntax { Parameters: null } let:
                    // Bound by itself as well, so that a mistake in a let that nothing uses is found.
                    new ExpressionBinder(context, scope).CheckLet(let);
                    break;
            }
        }
        return new ValueList<RuleModel>(rules.ToImmutable());
    }

    private static void Add(ImmutableArray<RuleModel>.Builder rules, RuleModel? rule)
    {
        if (rule is not null)
            rules.Add(rule);
    }

    private RuleModel? BindRule(MemberSyntax rule, ExpressionSyntax? condition, SeparatedSyntaxList<EffectSyntax> effects, ExpressionScope scope, int ordinal)
    {
        var binder = new ExpressionBinder(context, scope);
        var bound = condition is null ? null : binder.BindCondition(condition);
        var binding = new EffectBinder(context, binder);
        var models = ImmutableArray.CreateBuilder<EffectModel>();
        foreach (var effect in effects)
        {
            if (binding.Bind(effect) is { } model)
                models.Add(model);
        }
        return (condition is not null && bound is null) || models.Count < effects.Count
            ? null
            : new RuleModel(ordinal, bound, new ValueList<EffectModel>(models.ToImmutable()), context.Place(package, source, rule.Span));
    }

    private ImmutableDictionary<string, LocalName> Lets(PointFacts facts)
    {
        var locals = ImmutableDictionary<string, LocalName>.Empty;
        foreach (var let in members.OfType<LetMemberSyntax>())
        {
            if (let.Name.IsMissing)
                continue;
            if (locals.ContainsKey(let.Name.Text) || facts.Find(let.Name.Text) is not null || let.Name.Text is "text" or "tier")
                context.Report(NameDiagnostics.HidesName, source, let.Name.Span, let.Name.Text, "let");
            else
                locals = locals.Add(let.Name.Text, new LetName(let));
        }
        return locals;
    }
}
