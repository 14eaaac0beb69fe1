using System.Runtime.CompilerServices;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>
/// Whether one condition can follow from another at all: each thing that it asks for has to speak of something that the other speaks of too. Cheap, so that few pairs of rules are
/// left to reason about.
/// </summary>
internal sealed class SharedTerms
{
    private readonly Dictionary<RuleModel, HashSet<string>> _spokenOf = new(ReferenceComparer.Instance);
    private readonly Dictionary<RuleModel, List<HashSet<string>>> _askedFor = new(ReferenceComparer.Instance);

    /// <summary>Whether the condition of the wide rule may follow from that of the narrow one.</summary>
    public bool MayFollow(RuleModel narrow, RuleModel wide)
    {
        if (wide.Condition is null || narrow.Condition is null)
            return wide.Condition is null;
        if (!_spokenOf.TryGetValue(narrow, out var spoken))
            _spokenOf.Add(narrow, spoken = TermsOf(narrow.Condition));
        if (!_askedFor.TryGetValue(wide, out var asked))
            _askedFor.Add(wide, asked = [.. Conjuncts(wide.Condition).Select(TermsOf)]);
        foreach (var terms in asked)
        {
            // What speaks of nothing is true or false by itself.
            if (terms.Count > 0 && !terms.Overlaps(spoken))
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
    private static HashSet<string> TermsOf(Expression condition)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<Expression>();
        pending.Push(condition);
        while (pending.TryPop(out var part))
        {
            switch (part)
            {
                case PathExpression path:
                    terms.Add(string.Join('.', path.Path));
                    break;
                case DetectorExpression detector:
                    terms.Add($"{detector.Detector}()");
                    break;
                case CallExpression call:
                    terms.Add($"{call.Function}()");
                    break;
                case AggregateExpression aggregate:
                    terms.Add($"#{aggregate.Aggregate}");
                    break;
                default:
                    ExpressionTree.PushParts(pending, part);
                    break;
            }
        }
        return terms;
    }

    private sealed class ReferenceComparer : IEqualityComparer<RuleModel>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(RuleModel? x, RuleModel? y) => ReferenceEquals(x, y);

        public int GetHashCode(RuleModel obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
