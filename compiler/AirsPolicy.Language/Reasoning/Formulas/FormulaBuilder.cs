using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Formulas;

/// <summary>
/// Makes formulas of conditions. A condition that is evaluated to a truth has that truth in its formula, whatever is taken for what was not
/// evaluated or failed: that a formula cannot be true proves that its condition never is. The other way round nothing is proved, since what
/// the theory does not know is taken for anything.
/// </summary>
internal sealed class FormulaBuilder
{
    /// <summary>The most operations that one condition may have; larger ones are taken for anything.</summary>
    public const int MaxOperations = 3_000;

    private const int MostBranches = 24;

    private readonly TermKeys _keys = new();
    private readonly NumberReader _numbers;
    private readonly TextReader _texts;
    private readonly List<Formula> _lemmas = [];
    private readonly List<(HasExpression Has, Formula Formula)> _presences = [];
    private readonly PolicyModel _model;
    private readonly bool _isSettled;

    /// <param name="model">The policy.</param>
    /// <param name="isSettled">
    /// Whether what reads nothing of a request is worked in; else it is taken for anything, since the parameters, tier and system that it
    /// was made of may change. So are the rows of data.
    /// </param>
    public FormulaBuilder(PolicyModel model, bool isSettled)
    {
        _model = model;
        _isSettled = isSettled;
        Numbers = new NumberTable(model, _keys, isSettled);
        _numbers = new NumberReader(this, Numbers, _keys);
        _texts = new TextReader(this, Numbers, _keys);
    }

    public AtomTable Atoms { get; } = new();

    public NumberTable Numbers { get; }

    /// <summary>What holds of every request beside what the terms themselves can be; grows with the formulas that are made.</summary>
    public IReadOnlyList<Formula> Lemmas => _lemmas;

    /// <summary>A condition was too large, so that something of it was taken for anything.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The formula of a condition.</summary>
    public Formula Of(Expression condition)
    {
        if (ExpressionTree.DescendantsAndSelf(condition).Take(MaxOperations + 1).Count() > MaxOperations)
            return Cut(condition);
        try
        {
            return Truth(condition);
        }
        catch (OverflowException)
        {
            // A number of the policy is beyond what can be reckoned with here.
            return Cut(condition);
        }
    }

    private Formula Cut(Expression condition)
    {
        IsCut = true;
        return Opaque(condition);
    }

    internal Formula Truth(Expression condition)
    {
        if (!_isSettled && condition is not (LogicalExpression or NotExpression or NamedExpression) && ReadsNothing(condition))
            return Opaque(condition);
        return condition switch
        {
            NamedExpression named => Truth(named.Body),
            ConstantExpression { Value: bool truth } => Formula.Of(truth),
            NotExpression not => Truth(not.Operand).Negated(),
            LogicalExpression logical => Logical(logical),
            CompareExpression compare => Comparison(compare),
            MembershipExpression { List: ListExpression list } membership => Formula.Or([
                .. list.Items.Select(item => Equal(membership.Item, item)),
            ]),
            MembershipExpression membership => NotEmpty(membership, membership.List),
            TextTestExpression test => _texts.Test(test) ?? Opaque(condition),
            MatchesExpression matches => _texts.Matches(matches) ?? Opaque(condition),
            HasExpression has => Presence(has),
            QuantifierExpression { Kind: QuantifierKind.Any } any => NotEmpty(any, any.List),
            QuantifierExpression { Kind: QuantifierKind.All } all => NotEmpty(Contrary(all), all.List).Negated(),
            DetectorExpression { Question: DetectorQuestion.Found } detector => Found(detector),
            CoalesceExpression coalesce => Coalesce(coalesce),
            _ => Opaque(condition),
        };
    }

    /// <summary>Whether an optional value is there.</summary>
    internal Formula Presence(HasExpression has)
    {
        if (has.Operand is TableExpression table)
            return Formula.Or([.. Entries(table).Select(entry => entry.Guard)]);
        var formula = Atoms.Opaque(_keys.Of(has), has, out var isNew);
        if (!isNew)
            return formula;
        // What has a member is there itself.
        foreach (var (other, present) in _presences)
        {
            if (IsWithin(has.Operand, other.Operand))
                _lemmas.Add(Formula.Or(formula.Negated(), present));
            else if (IsWithin(other.Operand, has.Operand))
                _lemmas.Add(Formula.Or(present.Negated(), formula));
        }
        _presences.Add((has, formula));
        return formula;
    }

    /// <summary>The entries of a table, with the keys that lead to them.</summary>
    internal IEnumerable<Guarded<Expression>> Entries(TableExpression table)
    {
        var rising = table.Key.Shape is EnumShape { Rising: true };
        Expression? last = null;
        for (var i = 0; i < table.Values.Count; i++)
        {
            last = table.Values[i] ?? (rising ? last : null);
            if (last is not null)
                yield return new(
                    _numbers.Compare(CompareOperator.Equal, table.Key, new ConstantExpression((long)i, table.Key.Shape, table.Place))
                        ?? Opaque(table),
                    last);
        }
    }

    internal bool IsTooMany(int branches) => branches > MostBranches && (IsCut = true);

    private static bool ReadsNothing(Expression condition) =>
        !ExpressionTree
            .DescendantsAndSelf(condition)
            .Any(part =>
                part
                    is not (
                        ConstantExpression
                        or CompareExpression
                        or LogicalExpression
                        or NotExpression
                        or NamedExpression
                        or ArithmeticExpression
                        or NegateExpression
                        or ConvertExpression
                        or TableExpression
                        or ListExpression
                        or MembershipExpression
                        or TextTestExpression
                        or MatchesExpression
                        or ConcatExpression
                        or CoalesceExpression
                        or CallExpression));

    private Formula Logical(LogicalExpression logical)
    {
        // Chains of thousands lean to the left.
        var operands = new List<Expression>();
        Expression rest = logical;
        while (Unnamed(rest) is LogicalExpression same && same.Operator == logical.Operator)
        {
            operands.Add(same.Right);
            rest = same.Left;
        }
        operands.Add(rest);
        operands.Reverse();
        Formula[] parts = [.. operands.Select(Truth)];
        return logical.Operator == LogicalOperator.And ? Formula.And(parts) : Formula.Or(parts);
    }

    private Formula Comparison(CompareExpression compare) => compare.Operator switch
    {
        CompareOperator.Equal => Equal(compare.Left, compare.Right),
        CompareOperator.NotEqual => Equal(compare.Left, compare.Right).Negated(),
        _ => _numbers.Compare(compare.Operator, compare.Left, compare.Right) ?? Opaque(compare),
    };

    private Formula Equal(Expression left, Expression right)
    {
        switch (left.Shape)
        {
            case BoolShape:
                var (one, other) = (Truth(left), Truth(right));
                return Formula.Or(Formula.And(one, other), Formula.And(one.Negated(), other.Negated()));
            case TextShape when _texts.Equal(left, right) is { } texts:
                return texts;
            case ListShape when Unnamed(right) is ListExpression { Items.Count: 0 } && Numbers.LengthOf(left) is { } length:
                return NotAbove(Linear.Of(length));
            case TextShape or ListShape or RecordShape or AnyShape:
                return EqualByKey(left, right);
            default:
                return _numbers.Compare(CompareOperator.Equal, left, right) ?? EqualByKey(left, right);
        }
    }

    private Formula EqualByKey(Expression left, Expression right)
    {
        var (one, other) = (_keys.Of(left), _keys.Of(right));
        if (one == other)
            return Formula.True;
        var key = string.CompareOrdinal(one, other) < 0 ? $"={one}={other}" : $"={other}={one}";
        return Atoms.Opaque(key, left, out _);
    }

    // There is no item of which something holds, and none that is a member, in an empty list.
    private Formula NotEmpty(Expression condition, Expression list)
    {
        var formula = Atoms.Opaque(_keys.Of(condition), condition, out var isNew);
        if (isNew && Numbers.LengthOf(Unnamed(list)) is { } length)
            _lemmas.Add(Formula.Or(formula.Negated(), NotAbove(Linear.Of(length)).Negated()));
        return formula;
    }

    private static QuantifierExpression Contrary(QuantifierExpression all) => all with
    {
        Kind = QuantifierKind.Any,
        Body = Unnamed(all.Body) is NotExpression not ? not.Operand : new NotExpression(all.Body, all.Body.Place),
    };

    private Formula Found(DetectorExpression detector) => Numbers.LeastFound(detector) is var (term, least)
        ? NotAbove(Linear.Of(least).Minus(Linear.Of(term)))
        : Opaque(detector);

    private Formula Coalesce(CoalesceExpression coalesce)
    {
        var present = Presence(new HasExpression(coalesce.Optional, coalesce.Place));
        var value = coalesce.Optional is TableExpression table
            ? Formula.Or([.. Entries(table).Select(entry => Formula.And(entry.Guard, Truth(entry.Value)))])
            : Truth(coalesce.Optional);
        return Formula.Or(Formula.And(present, value), Formula.And(present.Negated(), Truth(coalesce.Default)));
    }

    private Formula NotAbove(Linear sum) => Atoms.NotAbove(sum, isStrict: false, Numbers.Whole);

    private Formula Opaque(Expression condition) => Atoms.Opaque(_keys.Of(condition), condition, out _);

    internal static Expression Unnamed(Expression expression) => expression is NamedExpression named ? Unnamed(named.Body) : expression;

    private bool IsWithin(Expression inner, Expression outer) => (inner, outer) switch
    {
        (PathExpression one, PathExpression other) => IsLonger(one.Path, other.Path),
        (LookupExpression one, LookupExpression other) =>
            one.Data == other.Data
            && one.Column != other.Column
            && other.Column == KeysOf(one.Data)
            && _keys.Of(one.Key) == _keys.Of(other.Key),
        (ItemExpression one, ItemExpression other) => one.Variable == other.Variable && IsLonger(one.Path, other.Path),
        _ => false,
    };

    private string? KeysOf(string data) => _model.Data.FirstOrDefault(table => table.Name == data)?.Columns[0].Name;

    private static bool IsLonger(IReadOnlyList<string> path, IReadOnlyList<string> start) =>
        path.Count > start.Count && path.Take(start.Count).SequenceEqual(start);
}
