using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Formulas;

/// <summary>Reads what is asked of texts by constants.</summary>
internal sealed class TextReader(FormulaBuilder builder, NumberTable numbers, TermKeys keys)
{
    private readonly Dictionary<string, TextTerm> _terms = new(StringComparer.Ordinal);

    /// <summary>Whether two texts are equal, or null where neither is a constant.</summary>
    public Formula? Equal(Expression left, Expression right) =>
        Constant(right) is { } known ? Ask(left, new TextQuestion(TextRelation.Equals, known))
        : Constant(left) is { } first ? Ask(right, new TextQuestion(TextRelation.Equals, first))
        : null;

    public Formula? Test(TextTestExpression test) =>
        Constant(test.Part) is { } part ? Ask(test.Text, new TextQuestion(Relation(test.Test), part)) : null;

    public Formula? Matches(MatchesExpression matches) =>
        Ask(matches.Text, new TextQuestion(TextRelation.Matches, matches.Pattern, matches.IgnoreCase));

    private Formula Ask(Expression text, TextQuestion question) =>
        text switch
        {
            NamedExpression named => Ask(named.Body, question),
            ConstantExpression { Value: string known } => Formula.Of(TextAnswers.Holds(question, known)),
            CoalesceExpression coalesce => Coalesce(coalesce, question),
            TableExpression table => Formula.Or([
                .. builder.Entries(table).Select(entry => Formula.And(entry.Guard, Ask(entry.Value, question))),
            ]),
            _ => builder.Atoms.Text(Term(text), question),
        };

    private Formula Coalesce(CoalesceExpression coalesce, TextQuestion question)
    {
        var present = builder.Presence(new HasExpression(coalesce.Optional, coalesce.Place));
        return Formula.Or(
            Formula.And(present, Ask(coalesce.Optional, question)),
            Formula.And(present.Negated(), Ask(coalesce.Default, question)));
    }

    private TextTerm Term(Expression text)
    {
        var key = keys.Of(text);
        if (!_terms.TryGetValue(key, out var term))
            _terms.Add(key, term = new TextTerm(_terms.Count, text, numbers.LengthOf(text)!));
        return term;
    }

    private static string? Constant(Expression text) =>
        FormulaBuilder.Unnamed(text) is ConstantExpression { Value: string known } ? known : null;

    private static TextRelation Relation(TextTest test) => test switch
    {
        TextTest.Contains => TextRelation.Contains,
        TextTest.StartsWith => TextRelation.StartsWith,
        _ => TextRelation.EndsWith,
    };
}
