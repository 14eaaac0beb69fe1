using System.Globalization;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>
/// Whether one condition can follow from another at all: each thing that it asks for has to speak of something that the other speaks of
/// too. Cheap, so that few pairs of rules are left to reason about.
/// </summary>
internal sealed class SharedTerms
{
    // Terms by number: many pairs of rules are held against each other.
    private readonly Dictionary<string, int> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _detectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _aggregates = new(StringComparer.Ordinal);
    private int _known;
    private readonly List<int> _terms = [];
    private readonly Stack<Expression> _pending = new();

    /// <summary>What the condition of a rule speaks of.</summary>
    public RuleTerms Of(RuleModel rule)
    {
        if (rule.Condition is null)
            return RuleTerms.None;
        var asked = Conjuncts(rule.Condition).Select(TermsOf).ToArray();
        return new RuleTerms(asked is [var only] ? only : TermsOf(rule.Condition), asked);
    }

    /// <summary>Whether the condition of the wide rule may follow from that of the narrow one.</summary>
    public static bool MayFollow(RuleTerms narrow, RuleTerms wide)
    {
        if (wide == RuleTerms.None || narrow == RuleTerms.None)
            return wide == RuleTerms.None;
        foreach (var terms in wide.Asked)
        {
            // What speaks of nothing is true or false by itself.
            if (terms.Length > 0 && terms.AsSpan().IndexOfAny(narrow.Spoken) < 0)
                return false;
        }
        return true;
    }

    private static IEnumerable<Expression> Conjuncts(Expression condition) => condition switch
    {
        NamedExpression named => Conjuncts(named.Body),
        LogicalExpression { Operator: LogicalOperator.And } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        _ => [condition],
    };

    // What a detector or function says of a text is one thing, the text another.
    private int[] TermsOf(Expression condition)
    {
        _terms.Clear();
        _pending.Push(condition);
        while (_pending.TryPop(out var part))
        {
            switch (part)
            {
                case PathExpression path:
                    Add(_paths, path.Path is [var only] ? only : string.Join('.', path.Path));
                    break;
                case DetectorExpression detector:
                    Add(_detectors, detector.Detector);
                    break;
                case CallExpression call:
                    Add(_functions, call.Function);
                    break;
                case AggregateExpression aggregate:
                    Add(_aggregates, aggregate.Aggregate.ToString(CultureInfo.InvariantCulture));
                    break;
                default:
                    ExpressionTree.PushParts(_pending, part);
                    break;
            }
        }
        return [.. _terms];

        void Add(Dictionary<string, int> numbers, string term)
        {
            if (!numbers.TryGetValue(term, out var number))
                numbers.Add(term, number = _known++);
            if (!_terms.Contains(number))
                _terms.Add(number);
        }
    }
}
