using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds the rules of a control or tool to the facts of the points it stands at.</summary>
internal sealed class RuleBinder(
    BindingContext context,
    PackageSymbol package,
    SourceText source,
    SyntaxList<MemberSyntax> members,
    ImmutableDictionary<string, LocalName>? given = null,
    bool isAfterwards = false)
{
    /// <summary>The rules at one place; what is wrong is reported and left out.</summary>
    public ValueList<RuleModel> Bind(PointFacts facts)
    {
        var scope = Scope(facts);
        var rules = ImmutableArray.CreateBuilder<RuleModel>(members.Count(member => member is WhenRuleSyntax or AlwaysRuleSyntax));
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
            }
        }
        if (members.Any(IsUnused))
            LetChecks.CheckUnused(context, scope);
        return new ValueList<RuleModel>(rules.DrainToImmutable());
    }

    /// <summary>One of the rules at one place; null where it is wrong, which is reported.</summary>
    public RuleModel? Bind(MemberSyntax rule, PointFacts facts)
    {
        var ordinal = members
            .TakeWhile(member => !ReferenceEquals(member, rule))
            .Count(member => member is WhenRuleSyntax or AlwaysRuleSyntax);
        return rule switch
        {
            WhenRuleSyntax conditional => BindRule(conditional, conditional.Condition, conditional.Effects, Scope(facts), ordinal),
            AlwaysRuleSyntax always => BindRule(always, null, always.Effects, Scope(facts), ordinal),
            _ => null,
        };
    }

    /// <summary>Checks the lets that no rule uses.</summary>
    public void CheckUnusedLets(PointFacts facts)
    {
        if (members.Any(IsUnused))
            LetChecks.CheckUnused(context, Scope(facts));
    }

    /// <summary>What can be named in the rules at one place.</summary>
    public ExpressionScope Scope(PointFacts facts)
    {
        var lets = Lets(facts);
        return new ExpressionScope(package, source, facts, lets, lets, IsAfterwards: isAfterwards);
    }

    private bool IsUnused(MemberSyntax member) => member is LetMemberSyntax && !context.UsedLets.Contains(member);

    private static void Add(ImmutableArray<RuleModel>.Builder rules, RuleModel? rule)
    {
        if (rule is not null)
            rules.Add(rule);
    }

    private RuleModel? BindRule(
        MemberSyntax rule,
        ExpressionSyntax? condition,
        SeparatedSyntaxList<EffectSyntax> effects,
        ExpressionScope scope,
        int ordinal)
    {
        var binder = new ExpressionBinder(context, scope);
        var bound = condition is null ? null : binder.BindCondition(condition);
        var binding = new EffectBinder(context, binder);
        var models = ImmutableArray.CreateBuilder<EffectModel>(effects.Count);
        foreach (var effect in effects)
        {
            if (binding.Bind(effect) is { } model)
                models.Add(model);
        }
        if ((condition is null || bound is not null) && models.Count == effects.Count)
            return new RuleModel(
                ordinal,
                bound,
                new ValueList<EffectModel>(models.DrainToImmutable()),
                context.Place(package, source, rule.Span));
        context.Marks.Add(BindingMark.LeftOut);
        return null;
    }

    private ImmutableDictionary<string, LocalName> Lets(PointFacts facts)
    {
        var locals = given ?? ImmutableDictionary<string, LocalName>.Empty;
        foreach (var member in members)
        {
            if (member is not LetMemberSyntax { Name.IsMissing: false } let)
                continue;
            var name = let.Name.Text;
            if (locals.ContainsKey(name))
            {
                context.Report(NameDiagnostics.HidesName, source, let.Name.Span, name, "let");
            }
            else if (facts.Find(name) is not null || LetChecks.IsTaken(package, name))
            {
                context.Report(NameDiagnostics.HidesName, source, let.Name.Span, name, "let");
                locals = locals.Add(name, new WrongName());
            }
            else
            {
                context.Notes?.ReferLocal(let.Name, SymbolKind.Let, null, let.Name);
                locals = locals.Add(name, new LetName(LetDefinition.Of(let)));
            }
        }
        foreach (var let in members.OfType<LetMemberSyntax>())
            LetChecks.CheckParameters(context, package, let.Parameters, locals.ContainsKey);
        return locals;
    }
}
